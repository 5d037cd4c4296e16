import Foundation
import Storage
import Support
import Testing

/// What lies in the database, as the engine's own shell sees it: none of our code is asked.
extension Place {
    /// The lines that a statement gives, columns parted by `|`. Quoted, null and empty are told apart.
    @discardableResult
    func witness(_ sql: String, quoted: Bool = false) async throws -> [String] {
        switch location {
        case .server(let url):
            return try await psql(url, sql).split(separator: "\n").map(String.init)
        case .file(let path):
            let mode = quoted ? ["-quote"] : []
            let ending = try await run("sqlite3", ["-bail"] + mode + [path, sql])
            guard ending.status == 0 else { throw Failed(program: "sqlite3", message: ending.errors) }
            return ending.lines
        }
    }

    /// Every table of the schema but the list of its steps.
    func tables() async throws -> [String] {
        let sql =
            switch location {
            case .file: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            case .server: "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            }
        return try await witness(sql).filter { $0 != "migrations" }.sorted()
    }

    /// How many rows each table has.
    func counts() async throws -> [String: Int] {
        let tables = try await tables()
        guard !tables.isEmpty else { return [:] }
        let sql = tables.map { "SELECT '\($0)', count(*) FROM \($0)" }.joined(separator: " UNION ALL ")
        var counts: [String: Int] = [:]
        for line in try await witness(sql) {
            let parts = line.split(separator: "|")
            counts[String(parts[0])] = Int(parts[1])
        }
        return counts
    }

    /// The tables that have any rows.
    func filled() async throws -> [String] {
        try await counts().filter { $0.value > 0 }.keys.sorted()
    }

    /// Every row of every table, each behind the table's name, in no order of the database's.
    func dump() async throws -> [String] {
        let statements = try await tables().map { table in
            switch location {
            case .file: "SELECT '\(table)', * FROM \(table);"
            case .server: "SELECT '\(table)', row::text FROM \(table) AS row;"
            }
        }
        return try await witness(statements.joined(separator: "\n"), quoted: true).sorted()
    }
}
