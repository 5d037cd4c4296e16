import Storage

extension TeamStore {
    /// A team whose room is open to somebody, as their start page tells it.
    struct OpenRoom: Sendable, Equatable {
        let key: Int64
        let publicID: String
        let name: String
        let school: String
        let programme: Int64
        /// How many make it up today.
        let members: Int
        /// The first day of the reader's present time there; what was before is not told.
        let since: Day
        /// Whether the programme is worked in, and not only read as it was imported.
        let isOpen: Bool

        var isFrozen: Bool { members < Frozen.fewestMembers }
    }

    /// The teams whose rooms a hat opens today, by name.
    func openRooms(_ reach: Reach, today: Day) throws -> [OpenRoom] {
        let (scope, day) = (Scope.teamRooms(reach, today: today), today.description.value)
        return try db.all(
            """
            SELECT t.id, t.public_id, t.name, s.name, t.programme_id,
                (SELECT count(DISTINCT m.person_id) FROM memberships m JOIN people p ON p.id = m.person_id
                    WHERE m.team_id = t.id AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
                        AND p.erased_at IS NULL AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)),
                min(o.starts),
                CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 0 ELSE 1 END
            FROM memberships o
            JOIN teams t ON t.id = o.team_id
            JOIN programmes g ON g.id = t.programme_id
            JOIN schools s ON s.id = t.school_id
            WHERE o.person_id = ? AND o.starts <= ? AND (o.ends IS NULL OR o.ends > ?) AND \(scope.sql)
            GROUP BY t.id, t.public_id, t.name, t.sort_key, s.name, t.programme_id, g.origin,
                g.taken_over_at
            ORDER BY t.sort_key, t.id
            """, values: [day, day, reach.hat.person.value, day, day] + scope.values
        ) { row in
            OpenRoom(
                key: try row.key(0), publicID: try row.text(1), name: try row.text(2),
                school: try row.text(3),
                programme: try row.key(4), members: try row.integer(5), since: try row.day(6),
                isOpen: try row.integer(7) == 1)
        }
    }

    /// A team of a school, for those who lead it.
    struct SchoolTeam: Sendable, Equatable {
        let key: Int64
        let publicID: String
        let name: String
        let school: Int64
        let programme: Int64
    }

    /// The teams that a hat sees in the schedule, by name.
    func scheduled(_ reach: Reach) throws -> [SchoolTeam] {
        let scope = Scope.teamEntries(reach)
        return try db.all(
            """
            SELECT t.id, t.public_id, t.name, t.school_id, t.programme_id FROM teams t
            WHERE \(scope.sql) ORDER BY t.sort_key, t.id
            """, values: scope.values
        ) { row in
            SchoolTeam(
                key: try row.key(0), publicID: try row.text(1), name: try row.text(2), school: try row.key(3),
                programme: try row.key(4))
        }
    }
}
