import Storage

/// Where an administrator can appoint somebody to something: programmes and schools of the organisation, by name only.
struct AppointmentStore {
    let db: Session
    let reach: Reach

    struct Programme: Sendable, Equatable {
        let key: Int64
        let publicID: String
        let title: Title
    }

    struct School: Sendable, Equatable {
        let key: Int64
        let publicID: String
        let name: String
        /// The programmes that it takes part in, which tell schools of one name apart.
        var programmes: [Title] = []
    }

    func programmes() throws -> [Programme] {
        let scope = Scope.appointments(reach, .programme)
        return try db.all(
            """
            SELECT g.id, g.public_id, g.title_sv, g.title_en FROM programmes g
            WHERE \(scope.sql) ORDER BY g.starts DESC, g.id DESC LIMIT 200
            """, values: scope.values
        ) { row in
            Programme(
                key: try row.key(0), publicID: try row.text(1),
                title: Title(sv: row.textIfAny(2), en: row.textIfAny(3)))
        }
    }

    /// The first schools by name, to be suggested while one types.
    func schools() throws -> [String] {
        let scope = Scope.appointments(reach, .school)
        return try db.all(
            "SELECT s.name FROM schools s WHERE \(scope.sql) ORDER BY s.sort_key, s.id LIMIT 300",
            values: scope.values
        ) { try $0.text(0) }
    }

    /// Schools with this name, or, where none has it, those in whose name it stands; six at most.
    func schools(named typed: String) throws -> [School] {
        let term = SearchTerm(typed)
        guard !term.key.isEmpty else { return [] }
        let scope = Scope.appointments(reach, .school)
        let found = try db.all(
            """
            SELECT s.id, s.name, s.sort_key, s.public_id FROM schools s
            WHERE \(scope.sql) AND replace(s.sort_key, ?, '') <> s.sort_key
            ORDER BY CASE WHEN s.sort_key = ? THEN 0 ELSE 1 END, s.sort_key, s.id LIMIT 6
            """, values: scope.values + [term.key.value, term.key.value]
        ) { row in
            (
                school: School(key: try row.key(0), publicID: try row.text(3), name: try row.text(1)),
                key: try row.text(2)
            )
        }
        let exact = found.filter { $0.key == term.key }
        return try placed((exact.isEmpty ? found : exact).map(\.school))
    }

    /// The schools with their programmes.
    private func placed(_ schools: [School]) throws -> [School] {
        let scope = Scope("f.school_id", in: Set(schools.map(\.key)))
        var programmes: [Int64: [Title]] = [:]
        try db.each(
            """
            SELECT f.school_id, g.title_sv, g.title_en
            FROM school_profiles f JOIN programmes g ON g.id = f.programme_id
            WHERE \(scope.sql) ORDER BY f.school_id, g.starts DESC, g.id DESC
            """, values: scope.values, atOnce: true
        ) { row in
            programmes[try row.key(0), default: []].append(
                Title(sv: row.textIfAny(1), en: row.textIfAny(2)))
        }
        return schools.map { school in
            var school = school
            school.programmes = programmes[school.key] ?? []
            return school
        }
    }
}
