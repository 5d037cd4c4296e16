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
                for _ in 0..<40 {
                    group.addTask {
                        try await database.read { db in
                            try db.one("SELECT sum(count) FROM counters") { try $0.integer(0) }
                        }
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
                    try await database.read { db in _ = try db.execute("DELETE FROM counters") }
                }
                #expect(kind == .readOnly)
                await #expect(throws: Unwanted.self) { try await database.read { _ in throw Unwanted() } }
                let read = try await database.read { db in
                    try db.one("SELECT count(*) FROM counters") { try $0.integer(0) }
                }
                #expect(read == count)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a stamp is the same until something is written, by us or another program`(_ engine: TestEngine)
        async throws
    {
        try await withLocation(engine) { location in
            let database = try await Database(location)
            try await database.migrate([counters])
            let empty = try await database.stamp()
            _ = try await database.count("counters")
            try await expectStamp(of: database, toStay: empty)

            try await database.add("ours")
            let ours = try await database.stamp()
            #expect(ours != empty)
            try await expectStamp(of: database, toStay: ours)
            // What came to nothing has changed nothing, or at worst counts as a change.
            let other = try await Database(location)
            try await other.add("another's")
            let both = try await database.stamp()
            #expect(both != ours)
            #expect(try await database.count("counters") == 2)
            try await other.close()
            try await database.close()
        }
    }

    /// The server counts what others do to its other databases too, so the same is asked for a while.
    private func expectStamp(of database: Database, toStay stamp: Stamp) async throws {
        let same = try await database.stamp()
        if case .file = database.location { #expect(same == stamp) }
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
            await #expect(throws: StorageError.self) { try await database.read { _ in } }
        }
    }
}

private struct Unwanted: Error {}
