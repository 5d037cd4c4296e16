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
                goals.shown?.write(of: goals.of, to: &json)
                json.bool("narrowed", goals.isNarrowed)
            }
            json.lines("questions", figures.questions) { json, told in told.write(to: &json) }
        }
    }

    /// One row for each team, for all together, and for each group of a question's alternatives. Where nothing may be
    /// told the row has no figures.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = ["instrument", "part", "item", "who"] + ClosedQuestion.columns
        let (questionnaire, part) = (figures.wave.name.questionnaire, figures.wave.name.code)
        return try csvBytes(columns, for: use) { writer in
            for goals in goals {
                try writer.record(
                    [questionnaire, part, "goals-reached", goals.who, ""]
                        + OutcomeShare.Shown.cells(goals.people, goals.shown, of: goals.of)
                        + [goals.isNarrowed ? "true" : "false"])
            }
            for told in figures.questions {
                for cells in told.cells {
                    try writer.record([questionnaire, part, told.question.code, "all"] + cells)
                }
            }
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
