import Measures
import Support

@testable import Kollegium

/// What is told term by term: levels of trust from answers, and attendance.
extension Attacker {
    /// Whose answers a mean of the trust map is made of, with their weights; nil where it cannot be told whose.
    func covered(by level: ShownFigures.Level) -> [LinearAttack.Secret: (Int, Int)]? {
        let items = study.forms[level.form] ?? []
        func counted(_ part: String) -> [String: Set<String>] {
            study.answering(items, part, level.team).filter { 2 * $0.value.count >= items.count }
        }
        var people = counted(level.part)
        // Narrowed to who answered before: by each of the waves before in turn, until it fits.
        for part in SecretStudy.parts.reversed() where part < level.part && level.isNarrowed {
            if people.count == level.people { break }
            let before = counted(part)
            people = people.filter { before[$0.key] != nil }
        }
        guard people.count == level.people else { return nil }
        var weights: [LinearAttack.Secret: (Int, Int)] = [:]
        for (person, answered) in people {
            let own = answered.filter { level.facet == nil || SecretStudy.facets[$0] == level.facet }
            for item in own {
                weights[.init(person: person, name: "\(level.part) \(item)")] = (1, own.count)
            }
        }
        return weights
    }

    /// Whether attendance, read day after day, tells of one or two people whether they were there.
    func attendance() throws -> [String] {
        try study.teams.compactMap { team in
            var attack = LinearAttack()
            for figure in shown.presences where figure.team == team {
                let past = study.meetings.filter {
                    $0.team == team && $0.day <= figure.day && Self.term(of: $0.day) == figure.term
                }
                let enough = past.filter { $0.isPresent.count >= Self.fewestPresent }
                let fitting = [past, enough].first { meetings in
                    let all = meetings.flatMap(\.isPresent.values)
                    return all.count { $0 } == figure.present && all.count { !$0 } == figure.absent
                }
                guard let meetings = fitting else {
                    throw Failed(program: "attack", message: "no meetings fit \(figure)")
                }
                var figure: [LinearAttack.Secret: (Int, Int)] = [:]
                for meeting in meetings {
                    for person in meeting.isPresent.keys {
                        figure[.init(person: person, name: meeting.day.description)] = (1, 1)
                    }
                }
                attack.know(figure)
            }
            return attack.smallGroup(below: Self.fewestPresent).map {
                "who was there in \(team): \($0.sorted())"
            }
        }
    }

    private static let fewestPresent = 3

    private static func term(of day: Day) -> String { (day.month < 7 ? "VT" : "HT") + "\(day.year)" }
}
