import Storage

extension TeamStore {
    /// That somebody was given a place in a team, as the team may be told it: nobody comes in unseen, whatever day was
    /// written as their first.
    struct Arrival: Sendable, Equatable {
        let team: Int64
        let person: Int64
        let personID: String
        /// nil for somebody who was erased.
        let name: String?
        let role: TeamRole
        /// The first day in the team, which may lie long before `at`.
        let from: Day
        /// When it was entered, in milliseconds since 1970, UTC.
        let at: Int64
        /// Who entered it; nil where it was themselves by a code, the operator, or somebody who was erased.
        let enteredBy: String?
    }

    /// The places given in some teams since a moment that still hold, the latest first.
    func arrivals(in teams: Set<Int64>, since: Int64, today: Day, most: Int) throws -> [Arrival] {
        let scope = Scope("m.team_id", in: teams)
        return try db.all(
            """
            SELECT m.team_id, m.person_id, p.public_id, p.name, m.role, m.starts, v.at,
                CASE WHEN v.person_id = m.person_id THEN NULL
                    ELSE (SELECT b.name FROM people b WHERE b.id = v.person_id) END
            FROM memberships m
            JOIN people p ON p.id = m.person_id
            JOIN teams t ON t.id = m.team_id
            JOIN activity v ON v.programme_id = t.programme_id AND v.at >= ? AND v.thing = 'membership'
                AND v.thing_id = m.id AND v.verb IN ('began', 'joined', 'reopened')
            WHERE \(scope.sql) AND m.role <> 'school-leader' AND p.erased_at IS NULL AND (m.ends IS NULL OR m.ends > ?)
            ORDER BY v.at DESC, m.id DESC LIMIT ?
            """, values: [since.value] + scope.values + [today.description.value, most.value]
        ) { row in
            Arrival(
                team: try row.key(0), person: try row.key(1), personID: try row.text(2),
                name: row.textIfAny(3), role: TeamRole(rawValue: try row.text(4)) ?? .teacher,
                from: try row.day(5), at: try row.key(6), enteredBy: row.textIfAny(7))
        }
    }
}
