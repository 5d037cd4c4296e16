extension CodedReading {
    /// - Parameters:
    ///   - standing: All that stands of the team's evidence, of any form.
    ///   - countsPractice: Whether anything may be made of practice not being visible: not before the team's third
    ///     term.
    init(_ form: TrustForm, _ standing: [CodedStatement], countsPractice: Bool) {
        let question = Question(form, standing, countsPractice: countsPractice)
        let (reason, level, evidence) = question.verdict
        self.init(
            level: level, isDivided: reason == .dividedViews, reason: reason, evidence: evidence.ids,
            speaksFor: standing.filter { CodedSides.side($0, of: form) == .supports },
            speaksAgainst: standing.filter { CodedSides.side($0, of: form) == .opposes })
    }

    /// What decides about a form: the statements of low trust, those of the opposite, and what is said on both sides
    /// of one and the same question.
    private struct Question {
        typealias Verdict = (reason: Reason, level: TrustLevel?, evidence: [CodedStatement])

        let form: TrustForm
        let standing: [CodedStatement]
        private(set) var low: [CodedStatement] = []
        /// Those of low trust whose question nobody answers the other way.
        private(set) var settled: [CodedStatement] = []
        private(set) var lowReason = Reason.noEvidence
        private(set) var high: [CodedStatement] = []
        private(set) var contested: [CodedStatement] = []

        init(_ form: TrustForm, _ standing: [CodedStatement], countsPractice: Bool) {
            self.form = form
            self.standing = standing
            switch form {
            case .process:
                let distrust =
                    standing.saying(CodedSides.organisation, "low")
                    + standing.saying("supervision-trust", "low")
                let dispute = standing.saying("purpose", "disputed")
                low = distrust + dispute
                high = standing.saying(CodedSides.organisation, "high")
                contested =
                    both(CodedSides.organisation, ["low"], ["high"])
                    + both("purpose", ["disputed"], ["shared"])
                    + both("supervision-trust", ["low"], ["high"])
            case .collective:
                low = standing.saying("efficacy", "low")
                high = standing.saying("efficacy", "growing", "established")
                contested = both("efficacy", ["low"], ["growing", "established"])
            case .collegial:
                let doubt = standing.saying("relations", "doubted")
                let surface = standing.saying("climate", "apparent-only")
                let hidden = standing.saying("practice", "not-visible")
                let harmony = surface.isEmpty || hidden.isEmpty || !countsPractice ? [] : surface + hidden
                low = doubt + harmony
                high = standing.saying("relations", "affirmed")
                contested = both("relations", ["doubted"], ["affirmed"])
                if !harmony.isEmpty {
                    contested +=
                        both("climate", ["apparent-only"], ["open"])
                        + both("practice", ["not-visible"], ["visible"])
                }
            }
            let open = Set(contested.map { Self.question($0.indicator) })
            settled = low.filter { !open.contains(Self.question($0.indicator)) }
            lowReason = reason
        }

        /// Climate and practice say one thing together: harmony without practice.
        private static func question(_ indicator: String) -> String {
            indicator == "climate" ? "practice" : indicator
        }

        private var reason: Reason {
            func says(_ indicators: String...) -> Bool {
                settled.contains { indicators.contains($0.indicator) }
            }
            return switch form {
            case .process:
                says(CodedSides.organisation, "supervision-trust")
                    ? .organisationDistrusted : .purposeDisputed
            case .collective: .efficacyLow
            case .collegial: says("relations") ? .relationsDoubted : .harmonyWithoutPractice
            }
        }

        /// What is said of an indicator where it is said on both sides.
        private func both(_ indicator: String, _ low: [String], _ high: [String]) -> [CodedStatement] {
            let about = standing.filter { $0.indicator == indicator }
            let isContested =
                about.contains { low.contains($0.value) } && about.contains { high.contains($0.value) }
            return isContested ? about : []
        }

        /// One more statement of low trust never leads from a settled one to divided views: else it could lift the level.
        var verdict: Verdict {
            if low.isEmpty { return undoubted }
            let others = Set(high.map(\.voice)).subtracting(low.map(\.voice))
            guard others.isEmpty, !settled.isEmpty else {
                let all = low + high + contested
                return (.dividedViews, .enough, standing.filter(all.contains))
            }
            return settled.independentVoices >= 2
                ? (lowReason, .low, settled) : (.lowFromOneSource, nil, settled)
        }

        /// The rules where nobody speaks of low trust.
        private var undoubted: Verdict {
            switch form {
            case .process:
                guard !high.isEmpty else { return (.noEvidence, nil, []) }
                let apart = standing.saying("leadership-distance", "distant")
                return apart.isEmpty
                    ? (.organisationTrusted, .high, high) : (.leadershipApart, .enough, high + apart)
            case .collegial:
                return high.isEmpty ? (.noEvidence, nil, []) : (.relationsAffirmed, .high, high)
            case .collective:
                guard !high.isEmpty else {
                    let organisation = standing.saying(CodedSides.organisation, "high")
                    let distrust =
                        standing.saying(CodedSides.organisation, "low")
                        + standing.saying("supervision-trust", "low")
                    return organisation.isEmpty || !distrust.isEmpty
                        ? (.noEvidence, nil, []) : (.efficacyNotDoubted, .enough, organisation)
                }
                let drivers = standing.saying("drivers", "present")
                let isCarried =
                    !drivers.isEmpty && standing.saying("drivers", "absent").isEmpty
                    && high.allSatisfy { $0.value == "established" }
                return isCarried
                    ? (.efficacyCarried, .high, high + drivers) : (.efficacyOnItsWay, .enough, high)
            }
        }
    }

    /// Every single change worth trying on the form: a further source on each question, and each source with another
    /// value. Rules of the collective form ask for trust in the organisation too.
    static func candidates(_ form: TrustForm, _ standing: [CodedStatement]) -> [CodedChange] {
        var asked = (CodedSides.values[form] ?? []).map { ($0.indicator, $0.value) }
        if form == .collective {
            asked += [(CodedSides.organisation, "high"), (CodedSides.organisation, "low")]
        }
        let further = asked.map { CodedChange(indicator: $0.0, value: $0.1, instead: nil) }
        let others = standing.flatMap { statement in
            asked.filter { $0.0 == statement.indicator && $0.1 != statement.value }.map {
                CodedChange(indicator: $0.0, value: $0.1, instead: statement.id)
            }
        }
        return further + others
    }
}

extension [CodedStatement] {
    /// As they would stand after the change.
    func with(_ change: CodedChange) -> [CodedStatement] {
        if let id = change.instead {
            return map { statement in
                guard statement.id == id else { return statement }
                return CodedStatement(
                    evidence: TrustEvidence(id: id, indicator: change.indicator, value: change.value),
                    date: statement.date, source: statement.source, voice: statement.voice)
            }
        }
        // A voice that nobody has: it has no name that a source could have.
        return self + [
            CodedStatement(
                evidence: TrustEvidence(id: "", indicator: change.indicator, value: change.value), date: "",
                source: nil, voice: .other(""))
        ]
    }
}
