import Storage

extension SchoolStore {
    /// A school where one has to be chosen or matched by its name.
    struct Choice: Sendable {
        let key: Int64
        let publicID: String
        let name: String
        /// Its id in the programme's study.
        let code: String
    }

    /// All schools of a programme by name.
    /// - Parameter scope: of the list's reader, for a statement that calls the schools `s`.
    func choices(of programme: Int64, within scope: Scope = .everything) throws -> [Choice] {
        try db.all(
            """
            SELECT s.id, s.public_id, s.name, p.code
            FROM school_profiles p JOIN schools s ON s.id = p.school_id
            WHERE p.programme_id = ? AND \(scope.sql) ORDER BY s.sort_key, s.id
            """, values: [programme.value] + scope.values
        ) { row in
            Choice(
                key: try row.key(0), publicID: try row.text(1), name: try row.text(2), code: try row.text(3))
        }
    }
}

extension [SchoolStore.Choice] {
    /// By their public ids, as forms send them.
    var keys: [String: Int64] {
        Dictionary(map { ($0.publicID, $0.key) }) { one, _ in one }
    }

    /// As a form offers them.
    var options: [(String, String)] { map { ($0.publicID, $0.name) } }
}
