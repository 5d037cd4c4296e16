import Foundation
import Storage
import Support
import Testing

extension Contract {
    private static let broken = Migration(
        number: 2, name: "broken",
        sql: """
            CREATE TABLE halves (id {key}) {table};
            INSERT INTO nowhere (id) VALUES (1)
            """)

    @Test(arguments: TestEngine.allCases)
    func `a migration that fails half-way leaves the old schema and says so`(_ engine: TestEngine)
        async throws
    {
        try await withTable(engine) { database in
            try await database.add("kept", 7)
            let kind = await failureKind { try await database.migrate([counters, Self.broken]) }
            #expect(kind == .migrationFailed(number: 2, name: "broken"))
            #expect(try await database.schemaVersion() == 1)
            let hasHalves = try await database.read { db in try db.hasTable("halves") }
            #expect(!hasHalves)
            #expect(try await database.value(of: "kept") == 7)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a database of a newer version is refused`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            try await database.write { db in
                try db.execute("INSERT INTO migrations (number, name) VALUES (2, 'later')")
            }
            #expect(
                await failureKind { try await database.migrate([counters]) }
                    == .newerSchema(found: 2, known: 1))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `migrating twice does it once`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            try await database.add("kept", 7)
            try await database.migrate([counters])
            #expect(try await database.value(of: "kept") == 7)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `programs that start on the same new database at once do not break it`(_ engine: TestEngine)
        async throws
    {
        try await withLocation(engine) { location in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        let database = try await Database(location)
                        try await database.migrate([counters])
                        let version = try await database.schemaVersion()
                        try await database.close()
                        return version
                    }
                }
                for try await version in group { #expect(version == 1) }
            }
        }
    }
}
