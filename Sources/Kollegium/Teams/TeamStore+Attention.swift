import Storage

/// A few teams that something is said of, and how many there are of them in all.
struct SomeTeams: Sendable, Equatable {
    let count: Int
    /// The first by name.
    let first: [Named]

    struct Named: Sendable, Equatable {
        let publicID: String
        let name: String
        let school: String

        init(_ row: Row) throws {
            publicID = try row.text(0)
            name = try row.text(1)
            school = try row.text(2)
        }
    }
}

extension TeamStore {
    /// The teams of a programme that nobody supervises today; those that have ended need nobody.
    func unsupervised(of programme: Int64, today: Day, most: Int) throws -> SomeTeams {
        let day = today.description
        let condition = """
            t.programme_id = ?
            AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.team_id = t.id AND m.role = 'supervisor'
                AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?))
            AND NOT EXISTS (SELECT 1 FROM events e WHERE e.team_id = t.id AND e.date <= ?
                AND e.kind = 'programme-ended')
            """
        let count = try db.one(
            "SELECT count(*) FROM teams t WHERE \(condition)", programme, day, day, day
        ) { try $0.integer(0) }
        guard let count, count > 0 else { return SomeTeams(count: 0, first: []) }
        return SomeTeams(
            count: count,
            first: try db.all(
                """
                SELECT t.public_id, t.name, s.name FROM teams t JOIN schools s ON s.id = t.school_id
                WHERE \(condition) ORDER BY t.sort_key, t.id LIMIT ?
                """, programme, day, day, day, most, as: SomeTeams.Named.init))
    }
}
