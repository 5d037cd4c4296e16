import Storage

/// Schools, each with its profile in a programme.
struct SchoolStore {
    let db: Session

    /// A school as lists and its own page tell it.
    struct School: Sendable, Equatable {
        let key: Int64
        let publicID: String
        let name: String
        /// Its id in the programme's study.
        let code: String
        let profile: SchoolProfile
        let teams: Int
    }

    /// Schools of a programme by name, page by page, each with its profile and its number of teams.
    /// - Parameter scope: of the list's reader, for a statement that calls the schools `s`.
    func schools(
        of programme: Int64, within scope: Scope = .everything, search: String = "", page: Int = 1,
        size: Int = 50
    ) throws -> ListPage<School> {
        let term = SearchTerm(search)
        let rows = try db.all(
            """
            SELECT \(Self.columns)
            FROM school_profiles p JOIN schools s ON s.id = p.school_id
            WHERE p.programme_id = ? AND (? = '' OR replace(s.sort_key, ?, '') <> s.sort_key) AND \(scope.sql)
            ORDER BY s.sort_key, s.id LIMIT ? OFFSET ?
            """,
            values: [programme.value, term.key.value, term.orNothing.value] + scope.values
                + [Int64(size + 1).value, Int64(ListPage<School>.offset(page, size)).value], as: school)
        return ListPage(rows, number: page, size: size)
    }

    func school(_ school: Int64, in programme: Int64) throws -> School? {
        try db.one(
            """
            SELECT \(Self.columns)
            FROM school_profiles p JOIN schools s ON s.id = p.school_id
            WHERE p.programme_id = ? AND p.school_id = ?
            """, programme, school, as: self.school)
    }

    private static let columns = """
        s.id, s.public_id, s.name, p.code, p.municipality, p.municipality_type, p.pupils, p.foreign_background_pct,
        p.parents_post_secondary_pct, p.grade9_passed_all_pct, p.merit_value,
        (SELECT count(*) FROM teams t WHERE t.school_id = s.id AND t.programme_id = p.programme_id)
        """

    private func school(_ row: Row) throws -> School {
        School(
            key: try row.key(0), publicID: try row.text(1), name: try row.text(2), code: try row.text(3),
            profile: SchoolProfile(
                municipality: row.textIfAny(4), municipalityType: row.textIfAny(5),
                pupils: row.keyIfAny(6).map(Int.init), foreignBackground: row.realIfAny(7),
                parentsPostSecondary: row.realIfAny(8), grade9PassedAll: row.realIfAny(9),
                meritValue: row.realIfAny(10)),
            teams: try row.integer(11))
    }

    func name(of school: Int64) throws -> String? {
        try db.one("SELECT name FROM schools WHERE id = ?", school) { try $0.text(0) }
    }

    func publicID(of school: Int64) throws -> String? {
        try db.one("SELECT public_id FROM schools WHERE id = ?", school) { try $0.text(0) }
    }

    /// The key of a school of the programme by its public id.
    func key(_ publicID: String, in programme: Int64) throws -> Int64? {
        try db.one(
            """
            SELECT s.id FROM schools s JOIN school_profiles p ON p.school_id = s.id AND p.programme_id = ?
            WHERE s.public_id = ?
            """, programme, publicID
        ) { try $0.key(0) }
    }
}
