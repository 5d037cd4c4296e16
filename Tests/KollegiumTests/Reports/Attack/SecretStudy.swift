import Measures
import Support

@testable import Kollegium

/// A small study in which people come, go and skip questions, made by chance, with every answer at hand: what nobody
/// may be able to work out.
struct SecretStudy: Sendable {
    /// Whoever answered this: a person's cell of one part.
    struct Cell: Hashable, Sendable {
        let person: String
        let part: String
        let item: String
    }

    static let parts = ["w1", "w2", "w3"]
    static let steps = 5

    /// The items of each area, and of each form of trust; those called `x` are in both.
    let areas: [String: [String]]
    let forms: [TrustForm: [String]]

    let published: Bool
    let teams: [String]
    /// Counted answers: opt-outs are none.
    private(set) var answers: [Cell: Int] = [:]
    private var optOuts: [Cell] = []
    private(set) var team: [String: String] = [:]

    init(seed: UInt64) {
        var random = RepeatableRandom(seed: seed)
        func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
        published = seed % 5 == 0
        // Now and then the outcome is asked about by nothing but questions on trust.
        let isNarrow = seed % 3 == 0
        areas =
            isNarrow
            ? ["d": ["x1", "x2"]]
            : ["a": ["a1", "a2", "a3"], "b": ["b1"], "c": ["c1", "c2"], "d": ["x1", "x2"]]
        forms = [
            .process: ["p1"], .collegial: ["g1", "g2"],
            .collective: isNarrow ? ["x1", "x2"] : ["k1", "k2", "x1", "x2"],
        ]
        let items = Set(areas.values.joined()).union(forms.values.joined()).sorted()
        teams = (1...Int.random(in: 3...5, using: &random)).map { "t\($0)" }
        for (place, name) in teams.enumerated() {
            // The last team is often too small to be shown, and one nearly agrees about everything.
            let size =
                place == teams.count - 1
                ? Int.random(in: 2...6, using: &random) : Int.random(in: 6...11, using: &random)
            let mood = [0, 0, 1, 2][Int.random(in: 0...3, using: &random)]
            var people = (1...size).map { "\(name)-\($0)" }
            var known = size
            for part in Self.parts {
                for person in people {
                    team[person] = name
                    let isAbsent = chance(6)
                    for item in items where !isAbsent && !chance(3) {
                        let step =
                            switch mood {
                            case 1: chance(93) ? 5 : 3
                            case 2: 5
                            default: Int.random(in: 1...5, using: &random)
                            }
                        let cell = Cell(person: person, part: part, item: item)
                        if chance(2) { optOuts.append(cell) } else { answers[cell] = step }
                    }
                }
                if chance(50) { people.removeFirst(min(people.count, Int.random(in: 1...2, using: &random))) }
                for _ in 0..<(chance(50) ? Int.random(in: 1...2, using: &random) : 0) {
                    known += 1
                    people.append("\(name)-\(known)")
                }
            }
        }
    }

    /// Who answered any of the items in a part, each with which of them.
    func answering(_ items: [String], _ part: String, _ team: String) -> [String: Set<String>] {
        var people: [String: Set<String>] = [:]
        for (person, own) in self.team where own == team {
            let answered = items.filter { answers[Cell(person: person, part: part, item: $0)] != nil }
            if !answered.isEmpty { people[person] = Set(answered) }
        }
        return people
    }

    func cells(_ people: some Sequence<String>, _ items: [String], _ part: String) -> [Cell] {
        people.flatMap { person in items.map { Cell(person: person, part: part, item: $0) } }
            .filter { answers[$0] != nil }
    }

    func sum(_ cells: [Cell]) -> Int { cells.reduce(0) { $0 + (answers[$1] ?? 0) } }
    func top(_ cells: [Cell]) -> Int { cells.count { (answers[$0] ?? 0) >= Self.steps - 1 } }

    var bundle: TestBundle {
        var bundle = TestBundle()
        bundle["study.yaml"] = """
            format: kollegium-study/1
            id: secret
            title: Hemligheter
            starts: 2013-08-19
            ends: 2014-06-13
            privacy: {published: \(published)}

            """
        let items = Set(areas.values.joined()).union(forms.values.joined()).sorted()
        let labels = areas.keys.sorted().map { "\($0): {sv: \($0)}" }.joined(separator: ", ")
        let area = areas.reduce(into: [:]) { areas, pair in
            for item in pair.value { areas[item] = pair.key }
        }
        let form = forms.reduce(into: [:]) { forms, pair in
            for item in pair.value { forms[item] = pair.key.rawValue }
        }
        let asked = items.map { item in
            "{id: \(item), type: rating, scale: s" + (area[item].map { ", area: \($0)" } ?? "")
                + (form[item].map { ", form: \($0)" } ?? "") + "}"
        }
        let parts = Self.parts.enumerated().map { wave, id in
            "{id: \(id), wave: \(wave + 1), items: [\(asked.joined(separator: ", "))]}"
        }
        bundle["instruments/q.yaml"] = """
            id: q
            title: q
            audience: teacher
            scales: {s: {sv: [1, 2, 3, 4, 5]}}
            areas: {\(labels)}
            parts: [\(parts.joined(separator: ", "))]

            """
        bundle["schools.csv"] = "id,name\ns1,Skola 1\n"
        bundle["teams.csv"] = csvText(["id", "school", "name"], teams.map { [$0, "s1", "Lag \($0)"] })
        let people = team.sorted { $0.key < $1.key }
        bundle["people.csv"] = csvText(["id", "name"], people.map { [$0.key, $0.key] })
        // Nobody leaves the roster, so that no team rests.
        bundle["memberships.csv"] = csvText(
            ["team", "person", "role", "from"], people.map { [$0.value, $0.key, "teacher", "2013-08-19"] })
        let rows = answers.map { ($0.key, "\($0.value)") } + optOuts.map { ($0, "") }
        bundle["responses.csv"] = csvText(
            ["instrument", "part", "person", "team", "item", "value"],
            rows.map { cell, value in
                ["q", cell.part, cell.person, team[cell.person] ?? "", cell.item, value]
            }.sorted { $0.lexicographicallyPrecedes($1) })
        return bundle
    }
}
