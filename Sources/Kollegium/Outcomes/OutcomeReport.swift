import Measures
import Storage

/// What the work meant, according to those who answered: the article's second table for any study.
struct OutcomeReport: Report {
    let study: Study
    let parts: [OutcomeStore.Part]
    let entries: [Entry]

    /// One team's answers to one part.
    struct Entry: Sendable {
        let team: TeamStore.Name
        /// Index into `parts`.
        let part: Int
        let outcome: Outcome
    }

    /// One entry for each team and part that asks about areas, by team, questionnaire and wave.
    static func read(_ db: Session, _ study: Study) throws -> OutcomeReport {
        let store = OutcomeStore(db: db)
        let parts = try store.parts(of: study.programme)
        let answered = try parts.isEmpty ? [:] : store.answered(study.programme)
        let teams = try TeamStore(db: db).names(of: study.programme)
        let withholding = Withholding(
            minimumGroup: study.minimumGroup, minimumForSingleItems: study.minimumForSingleItems,
            published: study.published)
        let areas = parts.map { part in
            part.areas.map { OutcomeArea(code: $0.code, ratingItems: $0.ratingItems) }
        }
        var entries: [Entry] = []
        entries.reserveCapacity(teams.count * parts.count)
        for team in teams {
            for (index, part) in parts.enumerated() {
                let answers = answered[part.key]?[team.key] ?? .init()
                var tallies: [String: AnswerTally] = [:]
                for area in part.areas { tallies[area.code] = answers.tallies[area.key] }
                let outcome = Outcome(
                    areas: areas[index], respondents: answers.respondents, tallies: tallies,
                    withholding: withholding)
                entries.append(Entry(team: team, part: index, outcome: outcome))
            }
        }
        return OutcomeReport(study: study, parts: parts, entries: entries)
    }
}
