import Storage

extension SchoolStore {
    /// The keys of some schools by their public ids.
    func keys(_ schools: Set<Int64>) throws -> [String: Int64] {
        let scope = Scope("s.id", in: schools)
        var keys: [String: Int64] = [:]
        try db.each(
            "SELECT s.public_id, s.id FROM schools s WHERE \(scope.sql)", values: scope.values, atOnce: true
        ) { keys[try $0.text(0)] = try $0.key(1) }
        return keys
    }
}
