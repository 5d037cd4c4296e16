import Measures

/// One source of a level: what it says by itself, why, and its figures.
struct TrustSourcePart: Sendable {
    let name: String
    /// Nil for a source that the form has not.
    let sign: TrustSign?
    let why: String
    let figures: [String]

    static func all(
        _ verdict: FormVerdict, _ process: TermProcess, _ settings: TrustSettings, _ view: TrustView
    ) -> [TrustSourcePart] {
        let language = view.language
        return [
            answers(verdict.answers, settings, language), coded(verdict.coded, language),
            verdict.process.map { self.process($0, verdict.form, process, language) } ?? noProcess(language),
        ]
    }

    private static func answers(
        _ reading: AnswersReading, _ settings: TrustSettings, _ language: Language
    ) -> TrustSourcePart {
        var figures: [String] = []
        if let told = reading.figures {
            figures = [told.words(language)]
            let facets = zip(told.facets, told.facetLevels).map { facet, level in
                AnswersReading.Figures.words(facet.facet, level)(language)
            }
            if !facets.isEmpty { figures.append(facets.joined(separator: "; ").capitalFirst + ".") }
        }
        return TrustSourcePart(
            name: TrustWords.answers(language), sign: sign(reading.level, language),
            why: reading.reason.words(settings.thresholds, minimumGroup: settings.privacy.minimumGroup)(
                language),
            figures: figures)
    }

    private static func coded(_ reading: CodedReading, _ language: Language) -> TrustSourcePart {
        TrustSourcePart(
            name: TrustWords.coded(language),
            sign: reading.isDivided ? TrustSign(.divided, language) : sign(reading.level, language),
            why: reading.reason.words(language), figures: [])
    }

    private static func process(
        _ reading: ProcessReading, _ form: TrustForm, _ process: TermProcess, _ language: Language
    ) -> TrustSourcePart {
        TrustSourcePart(
            name: TrustWords.process(language), sign: sign(reading.level, language),
            why: reading.reason.words(language),
            // What is too little to judge by is too little to tell.
            figures: reading.level == nil ? [] : process.figures(form).map { $0(language) })
    }

    private static func noProcess(_ language: Language) -> TrustSourcePart {
        TrustSourcePart(
            name: TrustWords.process(language), sign: nil,
            why: Sentence(
                sv:
                    "Träffar och närvaro säger inget om tilliten mellan kollegor. Synlighetstrappan står på kartan.",
                en:
                    "Meetings and attendance say nothing of trust between colleagues. The ladder of visibility is on the map."
            )(language), figures: [])
    }

    private static func sign(_ level: TrustLevel?, _ language: Language) -> TrustSign {
        TrustSign(level.map(TrustShape.Mark.level) ?? .insufficient, language)
    }
}

extension TermProcess {
    /// The counts that the form's rule asks for.
    fileprivate func figures(_ form: TrustForm) -> [Sentence] {
        switch form {
        case .collegial: return []
        case .process:
            return [
                Sentence(
                    sv: "\(held) av \(planned) planerade träffar är hållna.",
                    en: "\(held) of \(planned) planned meetings were held."),
                Sentence(
                    sv: "Återkoppling från ledningen: \(Language.sv.times(leaderFeedback)).",
                    en: "Feedback from leaders: \(Language.en.times(leaderFeedback))."),
            ]
        case .collective:
            guard let percent = attendance.percent else { return [] }
            // The rule goes by the exact share, which rounding may carry over the border.
            let isJustBelow = attendance.present * 100 < (attendance.present + attendance.absent) * percent
            let isBorder = ProcessReading.borders.contains(percent) && isJustBelow
            return [
                Sentence(
                    sv:
                        "Närvaro på de hållna träffarna: \(isBorder ? "knappt " : "")\(Language.sv.percent(percent)).",
                    en:
                        "Attendance at the meetings held: \(isBorder ? "just under " : "")\(Language.en.percent(percent))."
                )
            ]
        }
    }
}

extension Language {
    fileprivate func times(_ count: Int) -> String {
        switch (self, count) {
        case (.sv, 0): "ingen gång"
        case (.sv, 1): "en gång"
        case (.sv, _): "\(grouped(count)) gånger"
        case (.en, 0): "never"
        case (.en, 1): "once"
        case (.en, _): "\(grouped(count)) times"
        }
    }
}
