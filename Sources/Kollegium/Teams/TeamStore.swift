import Storage

/// Teams and who is in them.
struct TeamStore {
    let db: Session

    /// A team as reports name it.
    struct Name: Sendable {
        let key: Int64
        let code: String
        let name: String
        let schoolCode: String
        let schoolName: String
    }

    /// A time that a person was in a team.
    struct Membership: Sendable {
        let person: Int64
        let from: Day
        /// The first day no longer a member; nil while it lasts.
        let to: Day?
    }

    /// In what order teams come.
    enum Order: String {
        case byCode = "t.code"
        /// As a reader looks for them.
        case byName = "t.sort_key, t.id"
        /// As schools are counted: Skola 2 before Skola 10, and in each its teams alike.
        case bySchool = "s.sort_key, s.id, t.sort_key, t.id"
    }

    /// The teams of a programme, or those of them that are selected.
    func names(
        of programme: Int64, _ selection: Selection = .everything, _ order: Order = .byCode
    ) throws -> [Name] {
        let chosen = selection.teams(of: programme)
        let names = try db.all(
            """
            SELECT t.id, t.code, t.name, p.code, s.name
            FROM teams t
            JOIN schools s ON s.id = t.school_id
            JOIN school_profiles p ON p.programme_id = t.programme_id AND p.school_id = t.school_id
            WHERE \(chosen.sql)
            ORDER BY \(order.rawValue)
            """, values: chosen.values
        ) { row in
            Name(
                key: try row.key(0), code: try row.text(1), name: try row.text(2),
                schoolCode: try row.text(3),
                schoolName: try row.text(4))
        }
        guard order == .bySchool else { return names }
        // The engine's order stands where two are called alike.
        return names.enumerated().map { (place: $0, key: $1.countingKey, name: $1) }
            .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.name)
    }

    /// Hands over the memberships of those who make up the teams, each with its team, in no order: teachers,
    /// and those who lead conversations or everyday work. Supervisors and school leaders stand beside a team.
    func memberships(
        of programme: Int64, _ selection: Selection = .everything, body: (Int64, Membership) throws -> Void
    ) throws {
        let chosen = selection.teams(of: programme)
        try db.each(
            """
            SELECT m.team_id, m.person_id, m.starts, m.ends
            FROM memberships m
            WHERE m.team_id IN (SELECT t.id FROM teams t WHERE \(chosen.sql))
                AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
            """, values: chosen.values, atOnce: true
        ) { row in
            try body(
                try row.key(0),
                Membership(person: try row.key(1), from: try row.day(2), to: try row.dayIfAny(3)))
        }
    }

    /// The programme that a team is in; nil where there is no such team.
    func programme(of team: Int64) throws -> Int64? {
        try db.one("SELECT programme_id FROM teams WHERE id = ?", team) { try $0.key(0) }
    }

    /// The programme that a team is in and who runs it: the first question of every verb that changes something there.
    /// - Throws: `FormRefusal` where there is no such team, or its programme is only read.
    func requireOpen(_ team: Int64) throws -> (programme: Int64, organisation: Int64) {
        guard let programme = try programme(of: team) else { throw FormRefusal("", .notHere) }
        return (programme, try ProgrammeStore(db: db).requireOpen(programme))
    }

    /// How many people were at any time, up to the selection's day, members of a programme's teams.
    func members(of programme: Int64, _ selection: Selection = .everything) throws -> Int {
        let chosen = selection.teams(of: programme)
        let day = selection.through.map { (" AND m.starts <= ?", [$0.description.value]) } ?? ("", [])
        return try db.one(
            """
            SELECT count(DISTINCT m.person_id) FROM teams t JOIN memberships m ON m.team_id = t.id
            WHERE \(chosen.sql) AND m.role IN ('teacher', 'conversation-leader', 'team-leader')\(day.0)
            """, values: chosen.values + day.1
        ) { try $0.integer(0) } ?? 0
    }

    /// How many teams a programme has.
    func count(of programme: Int64) throws -> Int {
        try db.one("SELECT count(*) FROM teams WHERE programme_id = ?", programme) { try $0.integer(0) } ?? 0
    }

    /// How many teams a programme has, and how many people are or were in them: it walks through them all.
    func size(of programme: Int64) throws -> (teams: Int, people: Int) {
        let people = try db.one(
            """
            SELECT count(DISTINCT m.person_id) FROM teams t JOIN memberships m ON m.team_id = t.id
            WHERE t.programme_id = ?
            """, programme
        ) { try $0.integer(0) }
        return (try count(of: programme), people ?? 0)
    }
}

extension TeamStore.Name {
    fileprivate var countingKey: String {
        SwedishOrder.countingKey(schoolName) + "\n" + SwedishOrder.countingKey(name)
    }
}

/// Teams as a reader of one report tells them apart: by school where that is enough, else by more.
struct TeamLabels {
    private var labels: [Int64: String] = [:]

    init(_ teams: [TeamStore.Name]) {
        let bySchool = Dictionary(grouping: teams, by: \.schoolCode)
        for team in teams {
            let isAlone = bySchool[team.schoolCode]?.count == 1
            labels[team.key] = isAlone ? team.schoolName : "\(team.schoolName), \(team.name)"
        }
        let alike = Dictionary(grouping: teams) { labels[$0.key] ?? "" }.filter { $0.value.count > 1 }
        for team in alike.values.joined() { labels[team.key]? += " (\(team.code))" }
    }

    private init(_ labels: [Int64: String]) {
        self.labels = labels
    }

    /// By school and name, alike on every page of a programme.
    static func whole(_ teams: [TeamStore.Name]) -> TeamLabels {
        let all = Dictionary(grouping: teams) { "\($0.schoolName), \($0.name)" }
        return TeamLabels(
            all.reduce(into: [:]) { labels, alike in
                for team in alike.value {
                    labels[team.key] = alike.value.count == 1 ? alike.key : "\(alike.key) (\(team.code))"
                }
            })
    }

    /// By code alone, which names neither school nor team.
    static func codes(_ teams: [TeamStore.Name]) -> TeamLabels {
        TeamLabels(Dictionary(uniqueKeysWithValues: teams.map { ($0.key, $0.code) }))
    }

    func label(_ team: TeamStore.Name) -> String { labels[team.key] ?? team.code }
}
