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
    /// When each part was answered, and the day on which some leave and others come afterwards.
    static let answered = ["2013-09-20", "2014-01-20", "2014-05-20"]
    static let changes = ["2013-12-02", "2014-04-01", "2014-06-10"]
    /// Days on which somebody reads: after each part, after each change of members.
    static let readings = ["2013-10-01", "2014-02-01", "2014-04-15", "2014-06-30"].compactMap { Day($0) }
    static let steps = 5

    /// The items of each area, and of each form of trust; those called `x` are in both. People's own goals are an area
    /// of their own.
    private(set) var areas: [String: [String]]
    let forms: [TrustForm: [String]]

    let published: Bool
    let teams: [String]
    /// Counted answers: opt-outs are none.
    private(set) var answers: [Cell: Int] = [:]
    private var optOuts: [Cell] = []
    private(set) var team: [String: String] = [:]
    /// From when, and until when where they left.
    private var stays: [String: (from: String, to: String)] = [:]
    /// Who was noted as there, or as not there, at which meeting; excused are neither.
    private(set) var meetings: [Meeting] = []

    struct Meeting: Sendable {
        let team: String
        let day: Day
        var isPresent: [String: Bool] = [:]
        var excused: [String] = []
    }

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
            for (wave, part) in Self.parts.enumerated() {
                for person in people {
                    team[person] = name
                    if stays[person] == nil {
                        stays[person] = (wave == 0 ? "2013-08-19" : Self.changes[wave - 1], "")
                    }
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
                if chance(50) {
                    let leaving = min(people.count, Int.random(in: 1...2, using: &random))
                    for person in people.prefix(leaving) { stays[person]?.to = Self.changes[wave] }
                    people.removeFirst(leaving)
                }
                for _ in 0..<(chance(50) ? Int.random(in: 1...2, using: &random) : 0) {
                    known += 1
                    people.append("\(name)-\(known)")
                }
            }
        }
        // Last, so that the answers are what they were before there were meetings.
        meet(using: &random)
        // And these after that.
        areas[Self.goals] = ItemType.goalExtents
        answerMore(using: &random)
    }

    static let goals = "goals-reached"
    /// The questions that belong to no area: one with alternatives, one with steps.
    static let closed = ["choice", "loose"]
    static let alternatives = ["a", "b", "c", "d"]

    /// How far each one's goals were reached, and the questions that belong to no area, in some waves nearly alike.
    private mutating func answerMore(using random: inout RepeatableRandom) {
        func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
        let everybody = Dictionary(grouping: answers.keys, by: \.part).mapValues { Set($0.map(\.person)) }
        // Sometimes hardly anybody comes or goes between two waves, as far as one question is concerned.
        let staying = Self.parts.reduce(everybody[Self.parts[0]] ?? []) {
            $0.intersection(everybody[$1] ?? [])
        }
        let isSteady = chance(60)
        let moods = teams.map { _ in [0, 0, 1, 2][Int.random(in: 0...3, using: &random)] }
        for part in Self.parts {
            // From how often the first alternative is chosen to how often one of the first two is.
            let (first, second) = [(40, 75), (85, 93), (55, 98), (70, 100)][
                Int.random(in: 0...3, using: &random)]
            for person in (everybody[part] ?? []).sorted() where !chance(4) {
                let mood = moods[teams.firstIndex(of: team[person] ?? "") ?? 0]
                for goal in ItemType.goalExtents.prefix(Int.random(in: 2...3, using: &random)) {
                    answers[Cell(person: person, part: part, item: goal)] =
                        mood == 1 ? chance(90) ? 5 : 2 : mood == 2 ? 4 : Int.random(in: 1...5, using: &random)
                }
                if !chance(5) {
                    let rolled = Int.random(in: 1...100, using: &random)
                    answers[Cell(person: person, part: part, item: "choice")] =
                        rolled <= first ? 1 : rolled <= second ? 2 : Int.random(in: 3...4, using: &random)
                }
                if !chance(5), !isSteady || staying.contains(person) {
                    answers[Cell(person: person, part: part, item: "loose")] =
                        chance(70) ? 4 : Int.random(in: 1...5, using: &random)
                }
            }
        }
    }

    /// What each person answered to a question in a part, from 0.
    func chosen(_ item: String, _ part: String) -> [String: Int] {
        answers.filter { $0.key.item == item && $0.key.part == part }.reduce(into: [:]) {
            $0[$1.key.person] = $1.value - 1
        }
    }

    /// The first school has the first two teams, the other the rest.
    func teams(at school: String) -> Set<String> {
        Set(school == "s1" ? teams.prefix(2) : teams.dropFirst(2))
    }

    /// The members of a team on a day.
    private func members(_ name: String, on day: Day) -> [String] {
        let day = day.description
        return team.filter { $0.value == name }.keys.sorted().filter { person in
            stays[person].map { $0.from <= day && ($0.to.isEmpty || day < $0.to) } ?? false
        }
    }

    /// Every second week; now and then all but one or two are excused.
    private mutating func meet(using random: inout RepeatableRandom) {
        func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
        let first = Day(year: 2013, month: 9, day: 3)?.number ?? 0
        for name in teams {
            for day in stride(from: first, to: first + 290, by: 14).compactMap(Day.init(number:)) {
                var meeting = Meeting(team: name, day: day)
                let isThin = chance(12)
                for (place, person) in members(name, on: day).enumerated() {
                    if isThin ? place > 1 : chance(10) {
                        meeting.excused.append(person)
                    } else {
                        meeting.isPresent[person] = chance(75)
                    }
                }
                meetings.append(meeting)
            }
        }
    }

    /// The facet of trust that each item asks about.
    static let facets = [
        "g1": "openness", "g2": "honesty", "k1": "competence", "k2": "reliability", "x1": "competence",
        "x2": "reliability",
    ]

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
        let areas = areas.filter { $0.key != Self.goals }
        let items = Set(areas.values.joined()).union(forms.values.joined()).sorted()
        let labels = areas.keys.sorted().map { "\($0): {sv: \($0)}" }.joined(separator: ", ")
        let area = areas.reduce(into: [:]) { areas, pair in
            for item in pair.value { areas[item] = pair.key }
        }
        let form = forms.reduce(into: [:]) { forms, pair in
            for item in pair.value { forms[item] = pair.key.rawValue }
        }
        let asked =
            items.map { item -> String in
                var words = ["id: \(item), type: rating, scale: s"]
                if let area = area[item] { words.append("area: \(area)") }
                if let form = form[item] { words.append("form: \(form)") }
                if let facet = Self.facets[item] { words.append("facet: \(facet)") }
                return "{" + words.joined(separator: ", ") + "}"
            } + [
                "{id: goal-review, type: goal-review, scale: s}", "{id: choice, type: choice, scale: c}",
                "{id: loose, type: rating, scale: s}",
            ]
        let parts = Self.parts.enumerated().map { wave, id in
            "{id: \(id), wave: \(wave + 1), items: [\(asked.joined(separator: ", "))]}"
        }
        bundle["instruments/q.yaml"] = """
            id: q
            title: q
            audience: teacher
            scales: {s: {sv: [1, 2, 3, 4, 5]}, c: {sv: [A, B, C, D], values: [a, b, c, d]}}
            areas: {\(labels)}
            parts: [\(parts.joined(separator: ", "))]

            """
        bundle["schools.csv"] = "id,name\ns1,Skola 1\ns2,Skola 2\n"
        let schools = ["s1", "s2"].flatMap { school in teams(at: school).sorted().map { ($0, school) } }
        bundle["teams.csv"] = csvText(
            ["id", "school", "name"], schools.map { team, school in [team, school, "Lag \(team)"] })
        let people = team.sorted { $0.key < $1.key }
        bundle["people.csv"] = csvText(["id", "name"], people.map { [$0.key, $0.key] })
        bundle["memberships.csv"] = csvText(
            ["team", "person", "role", "from", "to"],
            people.map { person, team -> [String] in
                let stay = stays[person] ?? ("", "")
                return [team, person, "teacher", stay.from, stay.to]
            })
        let rows =
            answers.map { cell, step in
                (cell, cell.item == "choice" ? Self.alternatives[step - 1] : "\(step)")
            } + optOuts.map { ($0, "") }
        let days = Dictionary(uniqueKeysWithValues: zip(Self.parts, Self.answered))
        bundle["responses.csv"] = csvText(
            ["instrument", "part", "person", "team", "item", "value", "submitted"],
            rows.map { cell, value -> [String] in
                let (team, day) = (team[cell.person] ?? "", days[cell.part] ?? "")
                return ["q", cell.part, cell.person, team, cell.item, value, day]
            }.sorted { $0.lexicographicallyPrecedes($1) })
        let noted = meetings.enumerated().map { ("m\($0)", $1) }
        bundle["meetings.csv"] = csvText(
            ["id", "team", "kind", "starts", "planned_minutes", "status"],
            noted.map { id, meeting -> [String] in
                [id, meeting.team, "supervision", meeting.day.description + "T14:30", "90", "held"]
            })
        bundle["attendance.csv"] = csvText(
            ["meeting", "person", "status"],
            noted.flatMap { id, meeting -> [[String]] in
                let counted = meeting.isPresent.sorted { $0.key < $1.key }
                return counted.map { [id, $0.key, $0.value ? "present" : "absent"] }
                    + meeting.excused.map { [id, $0, "excused"] }
            })
        return bundle
    }
}
