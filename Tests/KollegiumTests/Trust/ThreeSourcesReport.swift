import Foundation

/// What `report trust --rules three-sources/1 --format json` says, as others read it.
struct ThreeSourcesReport: Decodable {
    let format, study, rules, today: String
    let teams: [Team]

    struct Team: Decodable {
        let team: String
        let term: String?
        let collegial, collective, process: String?
        let endurance, deepenedLearning: Bool?
        let because: [Reason]
        let terms: [Term]
    }

    struct Term: Decodable {
        let term, state: String
        let collegial, collective, process: String?
        let endurance, deepenedLearning: Bool?
        let because: [Reason]

        /// Process, collegial and collective, `*` for preliminary and `~` for divided views.
        var levels: String {
            let signs = because.map { reason in
                (reason.level ?? "?") + (reason.preliminary ? "*" : "") + (reason.divided ? "~" : "")
            }
            return "\(term) " + (signs.isEmpty ? state : signs.joined(separator: " "))
        }
    }

    struct Reason: Decodable {
        let form, rule: String
        let level, beforeCaps: String?
        let preliminary, divided: Bool
        let evidence: [String]
        let missing: [String]?
        let answers: Answers
        let coded: Coded
        let process: Source?
        let caps: [Cap]
        let wouldChange: [Change]

        /// The rules of the sources: answers, coded evidence, process.
        var sources: [String] { [answers.rule, coded.rule] + (process.map { [$0.rule] } ?? []) }
    }

    struct Source: Decodable {
        let level: String?
        let rule: String
    }

    struct Answers: Decodable {
        let level: String?
        let rule: String
        let part: String?
        let people, asked: Int?
        let mean: Decimal?
    }

    struct Coded: Decodable {
        let level: String?
        let rule: String
        let `for`, against: [String]
    }

    struct Cap: Decodable {
        let cap, most: String
        let lowers: Bool
        let evidence, days: [String]
    }

    struct Change: Decodable {
        let indicator, value: String
        let level, instead: String?
    }

    static func read(_ place: Place, _ study: String, _ options: String...) async throws -> ThreeSourcesReport
    {
        let ending = try await place.kollegium(
            ["report", "trust", study, "--rules", "three-sources/1", "--format", "json"] + options)
        struct Failed: Error { let errors: String }
        guard ending.status == 0 else { throw Failed(errors: ending.errors) }
        return try JSONDecoder().decode(ThreeSourcesReport.self, from: Data(ending.output.utf8))
    }

    func levels(of team: String) -> [String] { teams.first { $0.team == team }?.terms.map(\.levels) ?? [] }

    func reason(_ team: String, _ term: String, _ form: String) -> Reason? {
        teams.first { $0.team == team }?.terms.first { $0.term == term }?.because.first { $0.form == form }
    }
}
