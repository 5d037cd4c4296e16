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

    /// The teams of a programme in the order of their codes.
    func names(of programme: Int64) throws -> [Name] {
        try db.all(
            """
            SELECT t.id, t.code, t.name, p.code, s.name
            FROM teams t
            JOIN schools s ON s.id = t.school_id
            JOIN school_profiles p ON p.programme_id = t.programme_id AND p.school_id = t.school_id
            WHERE t.programme_id = ?
            ORDER BY t.code
            """, programme
        ) { row in
            Name(
                key: try row.key(0), code: try row.text(1), name: try row.text(2),
                schoolCode: try row.text(3),
                schoolName: try row.text(4))
        }
    }

    /// Hands over the memberships of those who make up the teams, each with its team, in no order: teachers,
    /// and those who lead conversations or everyday work. Supervisors and school leaders stand beside a team.
    func memberships(of teams: TeamSelection, body: (Int64, Membership) throws -> Void) throws {
        try db.each(
            """
            SELECT m.team_id, m.person_id, m.starts, m.ends
            FROM memberships m
            WHERE m.team_id IN (SELECT t.id FROM teams t WHERE t.\(teams.column) = ?)
                AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
            """, teams.key, atOnce: true
        ) { row in
            try body(
                try row.key(0),
                Membership(person: try row.key(1), from: try row.day(2), to: try row.dayIfAny(3)))
        }
    }

    /// The programme that a team is in.
    /// - Throws: `StorageError` where there is no such team.
    func programme(of team: Int64) throws -> Int64 {
        let programme = try db.one("SELECT programme_id FROM teams WHERE id = ?", team) { try $0.key(0) }
        guard let programme else { throw StorageError(.damaged, "there is no team \(team)") }
        return programme
    }

    /// How many people were at any time members of a programme's teams.
    func members(of programme: Int64) throws -> Int {
        try db.one(
            """
            SELECT count(DISTINCT m.person_id) FROM teams t JOIN memberships m ON m.team_id = t.id
            WHERE t.programme_id = ? AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
            """, programme
        ) { try $0.integer(0) } ?? 0
    }

    /// How many teams a programme has, and how many people are or were in them.
    func size(of programme: Int64) throws -> (teams: Int, people: Int) {
        let teams = try db.one("SELECT count(*) FROM teams WHERE programme_id = ?", programme) {
            try $0.integer(0)
        }
        let people = try db.one(
            """
            SELECT count(DISTINCT m.person_id) FROM teams t JOIN memberships m ON m.team_id = t.id
            WHERE t.programme_id = ?
            """, programme
        ) { try $0.integer(0) }
        return (teams ?? 0, people ?? 0)
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

    func label(_ team: TeamStore.Name) -> String { labels[team.key] ?? team.code }
}
