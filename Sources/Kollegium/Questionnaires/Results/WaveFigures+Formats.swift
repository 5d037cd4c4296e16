import Measures

/// What has come of a wave as files, with the figures of the page.
struct WaveResultsReport: Sendable {
    let study: Study
    let figures: WaveFigures

    /// `kollegium-wave-results/1`. Alternatives are told by what the questionnaire calls them.
    var json: [UInt8] {
        JSONWriter.report(study, format: "kollegium-wave-results/1") { json in
            json.string("instrument", figures.wave.name.questionnaire)
            json.string("part", figures.wave.name.code)
            json.lines("goals", goals) { json, goals in
                json.string("who", goals.who)
                json.number("people", goals.people)
                Self.write(goals.shown, of: goals.of, to: &json)
                json.bool("narrowed", goals.isNarrowed)
            }
            json.lines("questions", figures.questions) { json, told in
                json.string("item", told.question.code)
                json.number("people", told.distribution.people)
                json.bool("narrowed", told.isNarrowed)
                json.array("groups") { json in
                    for group in told.distribution.groups {
                        json.object { json in
                            json.strings("alternatives", group.alternatives.map(told.question.code(of:)))
                            Self.write(group.shown, of: told.distribution.people, to: &json)
                        }
                    }
                }
            }
        }
    }

    private static func write(_ shown: OutcomeShare.Shown?, of: Int?, to json: inout JSONWriter) {
        switch shown {
        case .exact(let top, let percent):
            json.number("top", top)
            json.number("of", of)
            json.number("percent", percent)
        case .atLeast(let percent):
            json.number("of", of)
            json.number("atLeast", percent)
        case .atMost(let percent):
            json.number("of", of)
            json.number("atMost", percent)
        case nil: break
        }
    }

    /// One row for each team, for all together, and for each group of a question's alternatives. Where nothing may be
    /// told the row has no figures.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = [
            "instrument", "part", "item", "who", "alternatives", "people", "top", "of", "percent", "at_least",
            "at_most", "narrowed",
        ]
        let (questionnaire, part) = (figures.wave.name.questionnaire, figures.wave.name.code)
        return try csvBytes(columns, for: use) { writer in
            for goals in goals {
                try writer.record(
                    [questionnaire, part, "goals-reached", goals.who, ""]
                        + Self.cells(goals.people, goals.shown, of: goals.of)
                        + [goals.isNarrowed ? "true" : "false"])
            }
            for told in figures.questions {
                let people = told.distribution.people
                let narrowed = told.isNarrowed ? "true" : "false"
                for group in told.distribution.groups {
                    let names = group.alternatives.map(told.question.code(of:)).joined(separator: " + ")
                    try writer.record(
                        [questionnaire, part, told.question.code, "all", names]
                            + Self.cells(people, group.shown, of: people) + [narrowed])
                }
                guard told.distribution.groups.isEmpty else { continue }
                try writer.record(
                    [questionnaire, part, told.question.code, "all", ""] + Self.cells(people, nil, of: nil)
                        + [narrowed])
            }
        }
    }

    private static func cells(_ people: Int?, _ shown: OutcomeShare.Shown?, of: Int?) -> [String] {
        let (people, of) = (people.map(String.init) ?? "", of.map(String.init) ?? "")
        return switch shown {
        case .exact(let top, let percent): [people, String(top), of, String(percent), "", ""]
        case .atLeast(let percent): [people, "", of, "", String(percent), ""]
        case .atMost(let percent): [people, "", of, "", "", String(percent)]
        case nil: [people, "", "", "", "", ""]
        }
    }

    private struct Goals {
        let who: String
        let people: Int?
        let shown: OutcomeShare.Shown?
        let of: Int?
        let isNarrowed: Bool

        init(_ entry: OutcomeReport.Entry, who: String) {
            self.who = who
            people = entry.outcome.respondents
            shown = entry.outcome.areas.first?.shown
            of = entry.outcome.areas.first?.of
            isNarrowed = !entry.narrowed.isEmpty
        }

        init(_ told: OutcomeTotal.Told?) {
            who = "teams"
            people = told?.people
            shown = told.map { .exact(top: $0.top, percent: $0.percent) }
            of = told?.of
            isNarrowed = false
        }
    }

    private var goals: [Goals] {
        if let leaders = figures.leadersGoals { return [Goals(leaders, who: "leaders")] }
        guard let goals = figures.goals else { return [] }
        let teams = goals.report.entries.map { Goals($0, who: $0.team.code) }
        let sum = goals.total.flatMap { total in
            total.parts.firstIndex { $0.key == figures.wave.part }.map {
                Goals(total.figures[$0].first?.told)
            }
        }
        return teams + (sum.map { [$0] } ?? [])
    }
}

extension AskedPart.Question {
    /// An alternative as the questionnaire's own files have it.
    fileprivate func code(of place: Int) -> String { choice(place + 1) ?? "\(place + 1)" }
}
