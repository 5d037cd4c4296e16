import Measures
import Storage

/// What the work meant, according to those who answered: the article's second table for any study.
struct OutcomeReport: Report {
    let study: Study
    let parts: [OutcomeStore.Part]
    let entries: [Entry]
    /// What holds for the figures beyond the study format.
    var rules: Withholding.Rules = .format

    /// One team's answers to one part.
    struct Entry: Sendable {
        let team: TeamStore.Name
        /// Index into `parts`.
        let part: Int
        let outcome: Outcome
        /// Areas whose figures cover only those who answered the same questions in an earlier wave, by code.
        var narrowed: Set<String> = []
    }

    /// One entry for each team and part that asks about areas, by team, questionnaire and wave.
    static func read(_ db: Session, _ study: Study) throws -> OutcomeReport {
        let store = OutcomeStore(db: db)
        let parts = try store.parts(of: study.programme)
        let answered = try parts.isEmpty ? [:] : store.answered(study.programme)
        let teams = try TeamStore(db: db).names(of: study.programme)
        let withholding = study.withholding(.format)
        let areas = parts.map { $0.areas.map(\.outcomeArea) }
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

extension OutcomeStore.Area {
    var outcomeArea: OutcomeArea { OutcomeArea(code: code, ratingItems: ratingItems) }
}

extension Study {
    /// What has been promised to those who answer.
    func withholding(_ rules: Withholding.Rules) -> Withholding {
        Withholding(
            minimumGroup: minimumGroup, minimumForSingleItems: minimumForSingleItems, published: published,
            rules: rules)
    }
}
