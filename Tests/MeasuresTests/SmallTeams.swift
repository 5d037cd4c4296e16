import Measures

/// The three small teams that the reference values of the statistics were computed on with R: each person's
/// answers to items q1…q4 at the first wave, and to q1 again at the third.
enum SmallTeams {
    struct Person {
        let team: String
        let items: [Int?]
        let third: Int?
    }

    static let names = ["A", "B", "C"]

    static let people = [
        Person(team: "A", items: [3, 3, 3, 4], third: 4),
        Person(team: "A", items: [2, 3, 2, 3], third: 4),
        Person(team: "A", items: [4, 3, 4, 4], third: 3),
        Person(team: "A", items: [3, 2, 3, 3], third: 5),
        Person(team: "A", items: [2, 3, 3, 2], third: 3),
        Person(team: "B", items: [2, 2, 3, 3], third: 3),
        Person(team: "B", items: [3, 3, 4, 3], third: 2),
        Person(team: "B", items: [2, 3, 2, 2], third: 4),
        Person(team: "B", items: [1, 2, 1, 2], third: 2),
        Person(team: "B", items: [3, 3, 3, 4], third: 4),
        Person(team: "B", items: [4, 4, 4, 4], third: nil),
        Person(team: "B", items: [2, 3, 2, 3], third: nil),
        Person(team: "C", items: [3, 4, 4, 4], third: 5),
        Person(team: "C", items: [4, 4, 5, 5], third: 4),
        Person(team: "C", items: [3, 3, 4, 3], third: 3),
        Person(team: "C", items: [2, 3, 3, 3], third: 4),
        Person(team: "C", items: [4, 4, 5, 4], third: nil),
        Person(team: "C", items: [5, 5, 5, 4], third: 5),
        Person(team: "C", items: [3, 4, 3, 3], third: 2),
        Person(team: "C", items: [4, 3, 4, 4], third: 5),
        Person(team: "C", items: [2, 2, 2, 3], third: nil),
        Person(team: "B", items: [nil, nil, nil, nil], third: 5),
        Person(team: "C", items: [nil, nil, nil, nil], third: 3),
    ]

    /// The answers to the four items, one row a person; of one team or of all.
    static func rows(of team: String? = nil) -> [[Int?]] {
        people.filter { team == nil || $0.team == team }.map(\.items)
    }

    /// Those who answered q1 at both waves; of one team or of all.
    static func pairs(of team: String? = nil) -> [(from: PersonMean, to: PersonMean)] {
        people.filter { team == nil || $0.team == team }.compactMap { person in
            guard let first = person.items[0], let third = person.third else { return nil }
            return (PersonMean(sum: first, answers: 1), PersonMean(sum: third, answers: 1))
        }
    }
}

extension SmallTeams {
    /// Each person's mean over the four items, by team.
    static let scaleMeans: [[Double]] = names.map { name in
        rows(of: name).compactMap { row in
            let answers = row.compactMap(\.self)
            return answers.isEmpty ? nil : Double(answers.reduce(0, +)) / Double(answers.count)
        }
    }
}
