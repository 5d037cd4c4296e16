import Foundation
import Storage
import Support
import Testing

extension Contract {
    @Test(arguments: TestEngine.allCases)
    func `a statement that takes too long is stopped`(_ engine: TestEngine) async throws {
        var options = Database.Options()
        options.statementTimeout = .milliseconds(200)
        try await withTable(engine, options: options) { database in
            let kind = await failureKind {
                try await database.write { db in
                    try db.execute("INSERT INTO counters (name, count) VALUES ('a', 1)")
                    _ = try db.one(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000)
                        SELECT count(*) FROM n
                        """
                    ) { try $0.integer(0) }
                }
            }
            #expect(kind == .timedOut)
            try await database.expect(0, in: "counters")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `rows that are not wanted any more do not spoil the next statement`(_ engine: TestEngine)
        async throws
    {
        try await withTable(engine) { database in
            await #expect(throws: Deliberate.self) {
                try await database.read { db in
                    try db.each(
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n"
                    ) { row in
                        if try row.integer(0) == 10 { throw Deliberate() }
                    }
                }
            }
            try await database.expect(0, in: "counters")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `many readers share few connections`(_ engine: TestEngine) async throws {
        var options = Database.Options()
        options.connections = 2
        try await withTable(engine, options: options) { database in
            try await database.add("a", 3)
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 { group.addTask { try await database.value(of: "a") ?? 0 } }
                return try await group.reduce(0, +)
            }
            #expect(sum == 120)
        }
    }

    @Test(.timeLimit(.minutes(30)))
    func `where no connection can be opened every reader is told, and none waits for ever`() async throws {
        var options = Database.Options()
        options.connections = 1
        try await withLocation(.sqlite) { location in
            guard case .file(let path) = location else { return }
            let database = try await Database(location, options: options)
            // None has been opened for reading yet.
            try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
            let told = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        do {
                            _ = try await database.read { db in try db.one("SELECT 1") { try $0.integer(0) } }
                            return false
                        } catch {
                            return true
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(told == 200)
            try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
            let one = try await database.read { db in try db.one("SELECT 1") { try $0.integer(0) } }
            #expect(one == 1)
            try await database.close()
        }
    }

    @Test(.timeLimit(.minutes(30)))
    func `whoever still reads when the database is closed gets an answer or is turned away`() async throws {
        var options = Database.Options()
        options.connections = 1
        for _ in 0..<20 {
            try await withLocation(.sqlite) { location in
                let database = try await Database(location, options: options)
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<50 {
                        group.addTask {
                            _ = try? await database.read { db in
                                try db.one("SELECT 1") { try $0.integer(0) }
                            }
                        }
                    }
                    group.addTask { try? await database.close() }
                }
                await #expect(throws: StorageError.self) {
                    try await database.read { db in try db.one("SELECT 1") { try $0.integer(0) } }
                }
            }
        }
    }

    @Test
    func `a connection that dies in the middle is told, and the pool recovers`() async throws {
        try await withTable(.postgres) { database in
            guard case .server(let url) = database.location else { return }
            try await database.add("before")
            let kind = await failureKind {
                try await database.write { db in
                    try db.execute("INSERT INTO counters (name, count) VALUES ('lost', 1)")
                    let killed = DispatchSemaphore(value: 0)
                    Task {
                        _ = try? await psql(
                            url,
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                        )
                        killed.signal()
                    }
                    killed.wait()
                    try db.execute("INSERT INTO counters (name, count) VALUES ('lost too', 1)")
                }
            }
            #expect(kind == .connectionLost)
            try await database.expect(1, in: "counters")
            try await database.add("after")
            try await database.expect(2, in: "counters")
        }
    }

    @Test
    func `a server that is not there is told`() async {
        #expect(
            await failureKind { _ = try await Database(.server("postgres://127.0.0.1:1/none")) }
                == .connectionLost)
    }

    @Test(arguments: TestEngine.allCases)
    func `a database that another holds is told`(_ engine: TestEngine) async throws {
        var options = Database.Options()
        options.lockTimeout = .milliseconds(200)
        try await withTable(engine, options: options) { database in
            try await database.add("row")
            let other = try await Database(database.location)
            let holding = DispatchSemaphore(value: 0)
            let release = DispatchSemaphore(value: 0)
            let holder = Task {
                try await other.write { db in
                    try db.execute("UPDATE counters SET count = 1 WHERE name = 'row'")
                    holding.signal()
                    release.wait()
                }
            }
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    holding.wait()
                    continuation.resume()
                }
            }
            let kind = await failureKind {
                try await database.write { db in
                    try db.execute("UPDATE counters SET count = 2 WHERE name = 'row'")
                }
            }
            release.signal()
            try await holder.value
            #expect(kind == .locked)
            #expect(try await database.value(of: "row") == 1)
            try await other.close()
        }
    }

    @Test
    func `a database that may grow no further is told, with nothing half-written`() async throws {
        try await withTable(.sqlite) { database in
            try await database.add("small")
            let kind = await failureKind {
                try await database.write { db in
                    // SQLite's own limit stands in for a disk: it gives the same error at the same place.
                    _ = try db.one("PRAGMA max_page_count = 40") { try $0.integer(0) }
                    for index in 0..<10_000 {
                        try db.execute(
                            "INSERT INTO counters (name, count, note) VALUES (?, 0, ?)", "n\(index)",
                            String(repeating: "x", count: 500))
                    }
                }
            }
            #expect(kind == .full)
            try await database.expect(1, in: "counters")
        }
    }

    @Test
    func `a file that is no database is told`() async throws {
        try await withFolder { folder in
            let path = folder + "/notes.sqlite"
            try String(repeating: "not a database at all ", count: 100).write(
                toFile: path, atomically: true, encoding: .utf8)
            let kind = await failureKind {
                let database = try await Database(.file(path))
                try await database.migrate([counters])
            }
            #expect(kind == .damaged)
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("not a database"))
        }
    }

    @Test
    func `a database opened to read refuses to write and needs its file`() async throws {
        try await withTable(.sqlite) { database in
            try await database.add("a")
            var options = Database.Options()
            options.readOnly = true
            let reader = try await Database(database.location, options: options)
            #expect(try await reader.count("counters") == 1)
            #expect(await failureKind { try await reader.add("b") } == .readOnly)
            try await reader.close()
        }
        var options = Database.Options()
        options.readOnly = true
        #expect(
            await failureKind { _ = try await Database(.file("/nowhere/at/all.sqlite"), options: options) }
                == .cannotOpen)
    }

    @Test
    func `the password of a URL is never shown`() {
        let location = DatabaseLocation("postgres://anna:s3cret@db.example.org/kollegium?password=s3cret")
        #expect("\(location)" == "postgres://anna@db.example.org/kollegium")
    }

    @Test(arguments: TestEngine.allCases)
    func `a backup holds what was there, and comes back`(_ engine: TestEngine) async throws {
        try await withFolder { folder in
            try await withTable(engine) { database in
                try await database.add("kept", 7)
                try await database.backup(to: folder + "/copy")
                try await database.add("later", 8)
                try await database.restore(from: folder + "/copy")
                #expect(try await database.value(of: "kept") == 7)
                #expect(try await database.value(of: "later") == nil)
                try await database.add("new")
                let findings = try await database.read { db in try db.integrityFindings() }
                #expect(findings == [])
            }
        }
    }
}
