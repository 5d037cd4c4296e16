import Storage

extension TeamStore {
    /// Somebody who has come into a team, as those who were there before are told.
    struct Newcomer: Sendable, Equatable {
        let team: Int64
        let name: String
        let role: TeamRole
        let from: Day
    }

    /// Who else has come into some teams since a day, in any role that opens the room: the latest first, each once.
    /// Who was there already in another role is no newcomer.
    func newcomers(
        to teams: Set<Int64>, besides person: Int64, since: Day, today: Day, most: Int
    ) throws -> [Newcomer] {
        let scope = Scope("m.team_id", in: teams)
        let day = today.description.value
        let found = try db.all(
            """
            SELECT m.team_id, m.person_id, p.name, m.role, m.starts
            FROM memberships m JOIN people p ON p.id = m.person_id
            WHERE \(scope.sql) AND m.person_id <> ? AND m.starts >= ? AND m.starts <= ?
                AND (m.ends IS NULL OR m.ends > ?) AND p.erased_at IS NULL
                AND m.role IN ('teacher', 'conversation-leader', 'team-leader', 'supervisor')
                AND NOT EXISTS (
                    SELECT 1 FROM memberships e
                    WHERE e.team_id = m.team_id AND e.person_id = m.person_id AND e.starts < m.starts
                        AND e.role <> 'school-leader' AND (e.ends IS NULL OR e.ends >= m.starts))
            ORDER BY m.starts DESC, m.id DESC LIMIT ?
            """,
            values: scope.values + [
                person.value, since.description.value, day, day, most.value,
            ]
        ) { row in
            (
                person: try row.key(1),
                newcomer: Newcomer(
                    team: try row.key(0), name: row.textIfAny(2) ?? "",
                    role: TeamRole(rawValue: try row.text(3)) ?? .teacher, from: try row.day(4))
            )
        }
        var seen: Set<[Int64]> = []
        return found.filter { seen.insert([$0.newcomer.team, $0.person]).inserted }.map(\.newcomer)
    }
}
