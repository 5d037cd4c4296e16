import Storage
import Support
import Testing

/// What both engines promise, each test on a database of its own.
@Suite struct Contract {}

/// Opens a database with one small table, for tests that need something to write to.
func withTable<T>(
    _ engine: TestEngine, options: Database.Options = Database.Options(),
    _ body: (Database) async throws -> T
) async throws -> T {
    try await withLocation(engine) { location in
        let database = try await Database(location, options: options)
        try await database.migrate([counters])
        do {
            let result = try await body(database)
            try await database.close()
            return result
        } catch {
            try? await database.close()
            throw error
        }
    }
}

let counters = Migration(
    number: 1, name: "counters",
    sql: """
        CREATE TABLE counters (id {key}, name {text} NOT NULL UNIQUE, count {integer} NOT NULL, share {real}, note {text}) {table};
        CREATE TABLE marks (id {key}, counter_id {integer} NOT NULL REFERENCES counters (id) ON DELETE CASCADE) {table}
        """)

struct Deliberate: Error {}

extension Database {
    func count(_ table: String) async throws -> Int {
        try await read { db in try db.one("SELECT count(*) FROM \(table)") { try $0.integer(0) } ?? -1 }
    }

    func expect(_ rows: Int, in table: String, sourceLocation: SourceLocation = #_sourceLocation) async throws
    {
        let found = try await count(table)
        #expect(found == rows, sourceLocation: sourceLocation)
    }

    func add(_ name: String, _ count: Int = 0) async throws {
        try await write { db in
            try db.execute("INSERT INTO counters (name, count) VALUES (?, ?)", name, count)
        }
    }

    func value(of name: String) async throws -> Int? {
        try await read { db in
            try db.one("SELECT count FROM counters WHERE name = ?", name) { try $0.integer(0) }
        }
    }
}

/// The kind of the storage error that `work` throws, nil where it throws none.
func failureKind<T>(_ work: () async throws -> T) async -> StorageError.Kind? {
    do {
        _ = try await work()
        return nil
    } catch {
        return (error as? StorageError)?.kind
    }
}
