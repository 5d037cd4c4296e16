import Storage

/// What somebody is in the work, by name: for whoever is invited to it, and on their own account's page.
struct Engagement: Sendable, Equatable {
    let role: Role
    /// The team's name, or the programme's; nil for what is held at a school or in the whole organisation.
    let name: Title?
    let school: String?
    let isTeam: Bool
    let from: Day
    /// The team's programme; nil where `name` says it.
    var programme: Title?

    /// `Lärare i Arbetslag 4–9, Skola 2`.
    func words(_ language: Language) -> String {
        let role = role.name(language)
        let capital = role.prefix(1).uppercased() + role.dropFirst()
        let name = name.flatMap { language == .sv ? $0.sv ?? $0.en : $0.en ?? $0.sv }
        let place = [name, school].compactMap { $0 }.joined(separator: ", ")
        guard !place.isEmpty else { return capital }
        let preposition =
            self.name == nil
            ? Sentence(sv: "på", en: "at")(language) : Sentence(sv: "i", en: "in")(language)
        return "\(capital) \(preposition) \(place)"
    }

    /// `Lärare i Arbetslag 4–9, Skola 2 (Fem skolor)`.
    func wordsInProgramme(_ language: Language) -> String {
        let title = programme.flatMap { language == .sv ? $0.sv ?? $0.en : $0.en ?? $0.sv }
        return words(language) + (title.map { " (\($0))" } ?? "")
    }
}

struct EngagementStore {
    let db: Session

    /// Whether somebody leads a school today: appointed to it, or as its leader beside one of its teams.
    func leads(_ school: Int64, _ person: Int64, on today: Day) throws -> Bool {
        let day = today.description
        return try db.one(
            """
            SELECT m.id FROM memberships m JOIN teams t ON t.id = m.team_id
            WHERE m.person_id = ? AND t.school_id = ? AND m.role = 'school-leader'
                AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
            UNION ALL
            SELECT a.id FROM assignments a
            WHERE a.person_id = ? AND a.school_id = ? AND a.role = 'school-leader'
                AND a.starts <= ? AND (a.ends IS NULL OR a.ends > ?)
            LIMIT 1
            """, person, school, day, day, person, school, day, day
        ) { _ in true } ?? false
    }

    /// What these people are today and what they are appointed to from a later day on, teams first.
    func of(_ people: [Int64], on today: Day) throws -> [Engagement] {
        let scope = Scope("m.person_id", in: Set(people))
        let day = today.description.value
        return try db.all(
            """
            SELECT m.role, t.name, NULL, s.name, 1, m.starts, g.title_sv, g.title_en
            FROM memberships m JOIN teams t ON t.id = m.team_id JOIN schools s ON s.id = t.school_id
            JOIN programmes g ON g.id = t.programme_id
            WHERE \(scope.sql) AND (m.ends IS NULL OR m.ends > ?)
            UNION ALL
            SELECT m.role, g.title_sv, g.title_en, s.name, 0, m.starts, NULL, NULL
            FROM assignments m
            LEFT JOIN programmes g ON g.id = m.programme_id
            LEFT JOIN schools s ON s.id = m.school_id
            WHERE \(scope.sql) AND (m.ends IS NULL OR m.ends > ?)
            ORDER BY 5 DESC, 6, 1
            """, values: scope.values + [day] + scope.values + [day]
        ) { row in
            guard let role = Role(rawValue: try row.text(0)) else {
                throw StorageError(.damaged, "a role that is none: \(try row.text(0))")
            }
            let (sv, en) = (row.textIfAny(1), row.textIfAny(2))
            return Engagement(
                role: role, name: sv == nil && en == nil ? nil : Title(sv: sv, en: en),
                school: row.textIfAny(3), isTeam: try row.integer(4) == 1, from: try row.day(5),
                programme: (row.textIfAny(6) ?? row.textIfAny(7)) == nil
                    ? nil : Title(sv: row.textIfAny(6), en: row.textIfAny(7)))
        }
    }
}
