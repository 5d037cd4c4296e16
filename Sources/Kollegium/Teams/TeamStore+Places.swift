import Storage

extension TeamStore {
    /// What somebody is in a team, in short.
    struct ShortPlace: Sendable, Equatable {
        let role: TeamRole
        let team: String

        /// `lärare, Arbetslag 4–9`.
        func words(_ language: Language) -> String { "\(role.name(language)), \(team)" }
    }

    /// The places of these people in a programme's teams, by person, teams by name; one statement.
    /// - Parameter day: those of that day and of later ones.
    func places(of people: [Int64], in programme: Int64, from day: Day) throws -> [Int64: [ShortPlace]] {
        let scope = Scope("m.person_id", in: Set(people))
        var places: [Int64: [ShortPlace]] = [:]
        try db.each(
            """
            SELECT m.person_id, m.role, t.name FROM memberships m JOIN teams t ON t.id = m.team_id
            WHERE \(scope.sql) AND t.programme_id = ? AND (m.ends IS NULL OR m.ends > ?)
            ORDER BY m.person_id, t.sort_key, t.id, m.role
            """, values: scope.values + [programme.value, day.description.value], atOnce: true
        ) { row in
            let place = ShortPlace(
                role: TeamRole(rawValue: try row.text(1)) ?? .teacher, team: try row.text(2))
            places[try row.key(0), default: []].append(place)
        }
        return places
    }
}
