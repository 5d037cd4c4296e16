import Foundation
import Storage
import Support
import Testing

extension Contract {
    @Test(arguments: TestEngine.allCases)
    func `a transaction that throws leaves nothing`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            await #expect(throws: Deliberate.self) {
                try await database.write { db in
                    try db.execute("INSERT INTO counters (name, count) VALUES ('a', 1)")
                    throw Deliberate()
                }
            }
            try await database.expect(0, in: "counters")
            try await database.add("b")
            try await database.expect(1, in: "counters")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a cancelled transaction is interrupted and leaves nothing`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            let started = ContinuousClock.now
            let task = Task {
                try await database.write { db in
                    try db.execute("INSERT INTO counters (name, count) VALUES ('a', 1)")
                    // A statement that would run for hours.
                    _ = try db.one(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000)
                        SELECT count(*) FROM n
                        """
                    ) { try $0.integer(0) }
                }
            }
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(ContinuousClock.now - started < .seconds(30))
            try await database.expect(0, in: "counters")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two writers on one counter lose nothing`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            try await database.add("shared")
            let other = try await Database(database.location)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in [database, other] {
                    group.addTask {
                        for _ in 0..<50 {
                            try await writer.write { db in
                                // Read and write apart, so that only a serializable transaction is right.
                                let now = try db.one("SELECT count FROM counters WHERE name = 'shared'") {
                                    try $0.integer(0)
                                }
                                try db.execute(
                                    "UPDATE counters SET count = ? WHERE name = 'shared'", (now ?? 0) + 1)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.value(of: "shared") == 100)
            try await other.close()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a rule over two rows holds when two transactions each change one`(_ engine: TestEngine) async throws
    {
        try await withTable(engine) { database in
            try await database.add("on call 1", 1)
            try await database.add("on call 2", 1)
            let other = try await Database(database.location)
            // Each leaves the duty if somebody else still has it: weaker isolation lets both go.
            func leave(_ who: String, _ database: Database) async throws {
                try await database.write { db in
                    let onDuty = try db.one("SELECT sum(count) FROM counters") { try $0.integer(0) } ?? 0
                    if onDuty > 1 { try db.execute("UPDATE counters SET count = 0 WHERE name = ?", who) }
                }
            }
            async let one: Void = leave("on call 1", database)
            async let two: Void = leave("on call 2", other)
            _ = try await (one, two)
            let left = try await database.read { db in
                try db.one("SELECT sum(count) FROM counters") { try $0.integer(0) }
            }
            #expect(left == 1)
            try await other.close()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a read sees one moment while others write`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            try await database.add("a", 1)
            let other = try await Database(database.location)
            let seen = try await database.read { db -> [Int] in
                let before = try db.one("SELECT sum(count) FROM counters") { try $0.integer(0) } ?? -1
                let written = DispatchSemaphore(value: 0)
                Task {
                    try? await other.add("b", 10)
                    written.signal()
                }
                written.wait()
                let after = try db.one("SELECT sum(count) FROM counters") { try $0.integer(0) } ?? -1
                return [before, after]
            }
            #expect(seen == [1, 1])
            try await database.expect(2, in: "counters")
            try await other.close()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `reading cannot write`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            let kind = await failureKind {
                try await database.read { db in
                    try db.execute("INSERT INTO counters (name, count) VALUES ('a', 1)")
                }
            }
            let left = try await database.count("counters")
            #expect(kind == .readOnly)
            #expect(left == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a statement within the rows of another is refused`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            try await database.add("a")
            let kind = await failureKind {
                try await database.read { db in
                    try db.each("SELECT id FROM counters") { _ in
                        _ = try db.one("SELECT 1") { try $0.integer(0) }
                    }
                }
            }
            #expect(kind == .programming)
            try await database.expect(1, in: "counters")
        }
    }
}
