/// A sound bundle made by chance: the same seed gives the same bytes. Everything in it stands in the form that an
/// export has, so that what comes back can be compared field by field.
struct RandomBundle {
    private var texts: RandomTexts
    private var bundle = TestBundle()
    private var schools: [String] = []
    private var teams: [String] = []
    private var people: [String] = []
    /// Who is in a team, by the team's place.
    private var members: [Int: [String]] = [:]
    private var items: [(questionnaire: String, part: String, items: [(id: String, kind: Kind)])] = []

    private enum Kind {
        case steps(Int)
        case oneOf([String])
        case ranking, text
    }

    static func make(seed: UInt64) -> TestBundle {
        var maker = RandomBundle(texts: RandomTexts(seed: seed))
        maker.study()
        maker.questionnaires()
        maker.places()
        maker.memberships()
        maker.work()
        maker.responses()
        return maker.bundle
    }

    private init(texts: RandomTexts) {
        self.texts = texts
    }

    private mutating func id(_ index: Int) -> String {
        texts.one(of: ["t", "å", "a b", "1", "x,y", "q\"q", "../", "é-", "T:", "\u{1F393}"]) + "\(index)"
    }

    private mutating func day() -> String {
        let (month, day) = (texts.number(1...12), texts.number(1...28))
        return "\(texts.number(2013...2015))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    // MARK: YAML

    private mutating func study() {
        var lines = [
            "format: kollegium-study/1", "id: random", "title: " + texts.title(), "starts: 2013-08-19",
            "ends: 2015-06-12",
        ]
        if texts.chance(50) { lines.append("model: " + RandomTexts.quoted(texts.text())) }
        if texts.chance(50) { lines.append("timezone: America/New_York") }
        if texts.chance(50) {
            let known = ["minimumGroup: \(texts.number(5...9))", "published: \(texts.chance(50))"]
            lines.append("privacy: {" + (known + texts.unknown()).joined(separator: ", ") + "}")
        }
        for list in ["phases", "terms"] where texts.chance(60) {
            let entries = (0..<texts.number(0...3)).map { index in
                let known = ["id: " + RandomTexts.quoted("\(index)"), "from: 2013-08-19", "to: '2014-06-13'"]
                return "{" + (known + texts.unknown()).joined(separator: ", ") + "}"
            }
            lines.append("\(list): [" + entries.joined(separator: ", ") + "]")
        }
        bundle["study.yaml"] = (lines + texts.unknown()).shuffled(using: &texts.random)
            .map { $0 + "\n" }.joined()
    }

    private mutating func questionnaires() {
        for index in 0..<texts.number(0...3) {
            let code = "q\(index)"
            var lines = [
                "id: \(code)", "title: " + texts.title(),
                "audience: " + texts.one(of: ["teacher", "school-leader"]),
            ]
            if texts.chance(50) { lines.append("version: \(texts.number(1...9))") }
            let steps = texts.number(1...6)
            let labels = (0..<steps).map { _ in RandomTexts.quoted(texts.optional(95)) }.joined(
                separator: ", ")
            let values = (0..<steps).map { "\($0)" + texts.optional(50) }
            let listed = values.map(RandomTexts.quoted).joined(separator: ", ")
            let rating =
                ["sv: [\(labels)]"] + (texts.chance(50) ? ["optOut: " + texts.title()] : []) + texts.unknown()
            lines.append(
                "scales: {r: {\(rating.joined(separator: ", "))}, c: {en: [\(labels)], values: [\(listed)]}}")
            let areas = (0..<texts.number(0...3)).map { "a\($0)" }
            if !areas.isEmpty {
                let entries = areas.map { area in
                    "\(area): {"
                        + (["sv: " + RandomTexts.quoted(texts.text())] + texts.unknown()).joined(
                            separator: ", ") + "}"
                }
                lines.append("areas: {\(entries.joined(separator: ", "))}")
            }
            let parts = (0..<texts.number(0...3)).map { part(code, "p\($0)", steps, values, areas) }
            lines.append("parts: [" + parts.joined(separator: ", ") + "]")
            bundle["instruments/fil \(index).yaml"] = (lines + texts.unknown()).map { $0 + "\n" }.joined()
        }
    }

    private mutating func part(
        _ questionnaire: String, _ code: String, _ steps: Int, _ values: [String], _ areas: [String]
    ) -> String {
        var asked: [(id: String, kind: Kind)] = []
        let entries = (0..<texts.number(0...6)).map { index in
            let id = "i\(index)"
            var pairs = ["id: \(id)"]
            switch texts.number(0...5) {
            case 0, 1:
                pairs += ["type: rating", "scale: r"]
                asked.append((id, .steps(steps)))
            case 2:
                pairs += ["type: choice", "scale: c"]
                asked.append((id, .oneOf(values)))
            case 3:
                pairs.append("type: ranking")
                asked.append((id, .ranking))
            case 4 where !asked.contains { $0.id == "goal-1-extent" }:
                pairs += ["type: goal-review", "scale: r"]
                asked += (1...3).map { ("goal-\($0)-extent", .steps(steps)) }
            default:
                pairs.append("type: " + texts.one(of: ["text", "goal"]))
                asked.append((id, .text))
            }
            if !areas.isEmpty, texts.chance(60) { pairs.append("area: " + texts.one(of: areas)) }
            if texts.chance(40) { pairs += ["form: collegial", "facet: honesty"] }
            if texts.chance(70) { pairs.append("sv: " + RandomTexts.quoted(texts.optional(95))) }
            if texts.chance(30) { pairs.append("looksBack: \(texts.chance(50))") }
            return "{" + (pairs + texts.unknown()).joined(separator: ", ") + "}"
        }
        items.append((questionnaire, code, asked))
        var pairs = [
            "id: \(code)", "wave: \(texts.number(1...4))", "items: [\(entries.joined(separator: ", "))]",
        ]
        if texts.chance(50) { pairs.append("title: " + texts.title()) }
        if texts.chance(50) { pairs.append("opens: 2014-06-05") }
        return "{" + (pairs + texts.unknown()).joined(separator: ", ") + "}"
    }

    // MARK: CSV

    /// Writes a file with up to two columns that no format knows.
    private mutating func write(_ file: String, _ columns: [String], _ rows: [[String]]) {
        let extra = ["färg", " spaced", "x,y"].prefix(texts.number(0...2))
        let order = (columns + extra).indices.shuffled(using: &texts.random)
        let full = rows.map { row in row + extra.map { _ in texts.optional(40) } }
        bundle[file] = csvText(
            order.map { (columns + extra)[$0] },
            full.shuffled(using: &texts.random).map { row in order.map { row[$0] } })
    }

    private mutating func places() {
        schools = (0..<texts.number(1...4)).map { id($0) }
        teams = (0..<texts.number(1...5)).map { id($0) }
        people = (0..<texts.number(1...15)).map { id($0) }
        write(
            "schools.csv",
            [
                "id", "name", "municipality", "municipality_type", "pupils", "foreign_background_pct",
                "merit_value",
            ],
            schools.map { school in
                [
                    school, texts.text(), texts.optional(), texts.optional(),
                    texts.chance(70) ? "\(texts.number(0...900))" : "",
                    texts.chance(70) ? decimal(texts.number(0...10_000)) : "",
                    texts.chance(70) ? decimal(texts.number(0...34_000)) : "",
                ]
            })
        write(
            "teams.csv", ["id", "school", "name", "grades", "pupils", "kind"],
            teams.map { [$0, texts.one(of: schools), texts.text(), texts.optional(), "", texts.optional()] })
        write(
            "people.csv", ["id", "name", "email", "school"],
            people.map {
                [
                    $0, texts.text(), texts.chance(50) ? "a@example.org" : "",
                    texts.chance(70) ? texts.one(of: schools) : "",
                ]
            })
    }

    /// Hundredths in the fewest digits.
    private func decimal(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    private mutating func memberships() {
        let roles = ["teacher", "conversation-leader", "team-leader", "supervisor", "school-leader"]
        var rows: [[String]] = []
        for (index, team) in teams.enumerated() {
            for person in people where texts.chance(50) {
                members[index, default: []].append(person)
                for role in roles.shuffled(using: &texts.random).prefix(texts.number(1...2)) {
                    rows.append([
                        team, person, role, "2013-08-19", texts.chance(50) ? "2014-01-01" : "",
                        texts.optional(30),
                    ])
                    if rows.last?[4] != "", texts.chance(50) {
                        rows.append([team, person, role, "2014-01-01", "", texts.optional(30)])
                    }
                }
            }
        }
        write("memberships.csv", ["team", "person", "role", "from", "to", "reason"], rows)
    }

    private mutating func work() {
        var meetings: [[String]] = []
        var attendance: [[String]] = []
        var evidence: [[String]] = []
        var events: [[String]] = []
        for (index, team) in teams.enumerated() {
            for _ in 0..<texts.number(0...4) {
                let meeting = id(meetings.count)
                meetings.append([
                    meeting, team,
                    texts.one(of: ["supervision", "learning-conversation", "training", "leader-dialogue"]),
                    day() + texts.one(of: ["", "T08:00", "T14:30:59"]), "\(texts.number(1...240))",
                    texts.one(of: ["planned", "held", "cancelled"]),
                ])
                for person in members[index] ?? [] where texts.chance(70) {
                    attendance.append([meeting, person, texts.one(of: ["present", "absent", "excused"])])
                }
            }
            for _ in 0..<texts.number(0...3) {
                let (indicator, form, value) = texts.one(of: [
                    ("purpose", "process", "shared"), ("efficacy", "collective", "growing"),
                    ("climate", "collegial", "open"),
                ])
                evidence.append([
                    id(evidence.count), team, form, indicator, value, texts.optional(), day(),
                    texts.optional(),
                ])
            }
            for _ in 0..<texts.number(0...4) {
                events.append([
                    team, day(), texts.one(of: ["note", "leader-feedback", texts.text()]), texts.optional(),
                ])
                if let person = members[index]?.first, texts.chance(30) {
                    events.append([team, day(), "practice-shown", person])
                }
            }
        }
        write("meetings.csv", ["id", "team", "kind", "starts", "planned_minutes", "status"], meetings)
        write("attendance.csv", ["meeting", "person", "status"], attendance)
        write(
            "evidence.csv", ["id", "team", "form", "indicator", "value", "source", "date", "note"], evidence)
        write("events.csv", ["team", "date", "kind", "detail"], events)
    }

    private mutating func responses() {
        var rows: [[String]] = []
        for asked in items {
            for person in people {
                let homes = teams.indices.filter { members[$0]?.contains(person) == true }
                guard !homes.isEmpty, texts.chance(80) else { continue }
                let team = teams[texts.one(of: homes)]
                let sheetDay = texts.chance(70) ? day() : ""
                for item in asked.items where texts.chance(80) {
                    let when = texts.chance(85) ? sheetDay : texts.chance(50) ? day() : ""
                    rows.append([
                        asked.questionnaire, asked.part, person, team, item.id, value(item.kind), when,
                    ])
                }
            }
        }
        write("responses.csv", ["instrument", "part", "person", "team", "item", "value", "submitted"], rows)
    }

    private mutating func value(_ kind: Kind) -> String {
        guard texts.chance(90) else { return "" }
        switch kind {
        case .steps(let count): return "\(texts.number(1...count))"
        case .oneOf(let values): return texts.one(of: values)
        case .ranking: return texts.one(of: ["tid > stöd > ro", "tid", "å > a\u{30A}", "\"a\", b > c"])
        case .text: return texts.text()
        }
    }
}
