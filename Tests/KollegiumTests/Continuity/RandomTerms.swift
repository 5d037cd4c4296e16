/// A study of teams that meet, change and are told, made by chance; the same seed gives the same.
struct RandomTerms {
    private var random: RepeatableRandom
    private var bundle = TestBundle()

    private static let people = (1...7).map { "p\($0)" }
    private static let roles = [
        "teacher", "conversation-leader", "team-leader", "supervisor", "school-leader",
    ]

    static func make(seed: UInt64) -> TestBundle {
        var maker = RandomTerms(random: RepeatableRandom(seed: seed))
        maker.study()
        maker.teams()
        return maker.bundle
    }

    private init(random: RepeatableRandom) {
        self.random = random
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func one<T>(of list: [T]) -> T { list[number(0...(list.count - 1))] }

    /// A day in the middle of one of the months 1–18 after December 2012, so close together that edges meet.
    private mutating func day(_ month: Int) -> String {
        let (year, month) = (2013 + (month - 1) / 12, (month - 1) % 12 + 1)
        let day = one(of: [1, 9, 10, 10, 11, 28])
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private mutating func anyDay() -> String { day(number(1...18)) }

    private mutating func study() {
        var lines = [
            "format: kollegium-study/1", "id: terms", "title: Terminer", "starts: \(day(number(4...7)))",
            "ends: \(day(number(9...14)))",
        ]
        if number(1...5) > 1 {
            let terms = (1...number(1...5)).map { index in
                let first = number(1...16)
                return "{id: term \(index), from: \(day(first)), to: \(day(number(first...17) + 1))}"
            }
            lines.append("terms: [\(terms.joined(separator: ", "))]")
        }
        bundle["study.yaml"] = lines.map { $0 + "\n" }.joined()
        bundle["schools.csv"] = "id,name\ns1,Skola 1\n"
        bundle["people.csv"] = csvText(["id", "name"], Self.people.map { [$0, $0] })
    }

    private mutating func teams() {
        let teams = ["t2", "T1", "å", "t10", "Ä"].shuffled(using: &random).prefix(number(1...4))
        var memberships: [[String]] = []
        var meetings: [[String]] = []
        var attendance: [[String]] = []
        var events: [[String]] = []
        for team in teams {
            let members = Self.people.filter { _ in number(1...3) > 1 }
            for person in members {
                for role in Self.roles where number(1...3) == 1 {
                    memberships += stays().map { [team, person, role] + $0 }
                }
            }
            let known = Set(memberships.filter { $0[0] == team }.map { $0[1] }).sorted()
            for _ in 0..<number(0...12) {
                let meeting = "m\(meetings.count)"
                let status = one(of: ["planned", "cancelled", "held", "held", "held"])
                let time = one(of: ["", "T00:00", "T14:30", "T23:59:59"])
                meetings.append([
                    meeting, team, "supervision", anyDay() + time, "\(number(1...240))", status,
                ])
                for person in known where number(1...3) > 1 {
                    attendance.append([
                        meeting, person, one(of: ["present", "present", "absent", "excused"]),
                    ])
                }
            }
            for _ in 0..<number(0...6) {
                events.append([team, anyDay(), one(of: ["leader-feedback", "note", "team-split"]), ""])
                if !known.isEmpty { events.append([team, anyDay(), "practice-shown", one(of: known)]) }
            }
        }
        bundle["teams.csv"] = csvText(["id", "school", "name"], teams.map { [$0, "s1", "Lag"] })
        bundle["memberships.csv"] = csvText(
            ["team", "person", "role", "from", "to"], memberships.shuffled(using: &random))
        bundle["meetings.csv"] = csvText(
            ["id", "team", "kind", "starts", "planned_minutes", "status"], meetings.shuffled(using: &random))
        bundle["attendance.csv"] = csvText(
            ["meeting", "person", "status"], attendance.shuffled(using: &random))
        bundle["events.csv"] = csvText(["team", "date", "kind", "detail"], events.shuffled(using: &random))
    }

    /// One time or two in a role, from and to, the last perhaps still going on.
    private mutating func stays() -> [[String]] {
        let days = Set((1...number(1...4)).map { _ in anyDay() }).sorted()
        return stride(from: 0, to: days.count, by: 2).map { index in
            [days[index], index + 1 < days.count ? days[index + 1] : ""]
        }
    }
}
