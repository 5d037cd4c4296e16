import Storage
import Support
import Testing

extension Contract {
    @Test(arguments: TestEngine.allCases)
    func `more readings at once than there are connections all have their turn`(_ engine: TestEngine)
        async throws
    {
        var options = Database.Options()
        options.connections = 2
        try await withTable(engine, options: options) { database in
            try await database.add("a", 7)
            let sums = try await withThrowingTaskGroup(of: Int?.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        let sum = "SELECT sum(count) FROM counters"
                        if number.isMultiple(of: 2) {
                            return try await database.read { db in try db.one(sum) { try $0.integer(0) } }
                        }
                        return try await database.readHere { db in try db.one(sum) { try $0.integer(0) } }
                    }
                }
                return try await group.reduce(into: [Int?]()) { $0.append($1) }
            }
            #expect(sums == Array(repeating: 7, count: 40))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what was written is read at once, and a reading that fails leaves its connection whole`(
        _ engine: TestEngine
    ) async throws {
        var options = Database.Options()
        options.connections = 1
        try await withTable(engine, options: options) { database in
            for count in 1...5 {
                try await database.add("\(count)")
                let kind = await failureKind {
                    try await database.readHere { db in _ = try db.execute("DELETE FROM counters") }
                }
                #expect(kind == .readOnly)
                await #expect(throws: Unwanted.self) { try await database.readHere { _ in throw Unwanted() } }
                let read = try await database.readHere { db in
                    try db.one("SELECT count(*) FROM counters") { try $0.integer(0) }
                }
                #expect(read == count)
            }
        }
    }

    @Test func `a database waits for its readings before it closes, and reads no more after`() async throws {
        try await withLocation(.sqlite) { location in
            let database = try await Database(location)
            let (begun, begin) = AsyncStream<Void>.makeStream()
            let reading = Task {
                try await database.read { db in
                    begin.yield()
                    return try db.one(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
                        SELECT count(*) FROM n
                        """
                    ) { try $0.integer(0) }
                }
            }
            for await _ in begun { break }
            try await database.close()
            #expect(try await reading.value == 300_000)
            await #expect(throws: StorageError.self) { try await database.readHere { _ in } }
        }
    }
}

private struct Unwanted: Error {}
