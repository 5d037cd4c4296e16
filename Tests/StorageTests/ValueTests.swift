@testable import Storage
import Support
import Testing

extension Contract {
    @Test(arguments: TestEngine.allCases)
    func `values come back as they went in`(_ engine: TestEngine) async throws {
        let texts = [
            "", " ", "å ä ö", "a\u{30A}", "👩‍🏫", "it's \"quoted\" \\ ? $1 %", "line\nbreak\ttab", "\u{FFFD}",
        ]
        try await withTable(engine) { database in
            for (index, text) in texts.enumerated() {
                try await database.write { db in
                    try db.execute(
                        "INSERT INTO counters (name, count, share, note) VALUES (?, ?, ?, ?)", "n\(index)",
                        Int64.max - Int64(index), 0.1 + Double(index), text)
                }
            }
            let rows = try await database.read { db in
                try db.all("SELECT note, count, share FROM counters ORDER BY id") { row in
                    (try row.text(0), try row.key(1), row.realIfAny(2))
                }
            }
            #expect(rows.map { Array($0.0.utf8) } == texts.map { Array($0.utf8) })
            #expect(rows.map(\.1) == texts.indices.map { Int64.max - Int64($0) })
            #expect(rows.map(\.2) == texts.indices.map { 0.1 + Double($0) })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `null and empty are told apart`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            try await database.write { db in
                try db.execute("INSERT INTO counters (name, count, note) VALUES ('empty', 0, ?)", "")
                try db.execute(
                    "INSERT INTO counters (name, count, note) VALUES ('null', 0, ?)", nil as String?)
                let load = try db.load(into: "counters", ["name", "count", "note"])
                try load.row("empty loaded", 0, "")
                try load.row("null loaded", 0, nil as String?)
                try load.flush()
            }
            let empty = try await database.read { db in
                try db.all("SELECT name FROM counters WHERE note = '' ORDER BY name") { try $0.text(0) }
            }
            let null = try await database.read { db in
                try db.all("SELECT name FROM counters WHERE note IS NULL ORDER BY name") { try $0.text(0) }
            }
            #expect(empty == ["empty", "empty loaded"])
            #expect(null == ["null", "null loaded"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a text with NUL is refused before it reaches the engine`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            #expect(await failureKind { try await database.add("a\u{0}b") } == .nulInText)
            try await database.expect(0, in: "counters")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a text of thirty megabytes comes back whole`(_ engine: TestEngine) async throws {
        let text = String(repeating: "lärande samtal ", count: 2_000_000)
        try await withTable(engine) { database in
            try await database.write { db in
                try db.execute("INSERT INTO counters (name, count, note) VALUES ('long', 0, ?)", text)
            }
            let back = try await database.read { db in
                try db.one("SELECT note FROM counters") { try $0.text(0) }
            }
            #expect(back == text)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an instant is kept to the millisecond`(_ engine: TestEngine) async throws {
        let instant = 1_402_401_600_123
        try await withTable(engine) { database in
            try await database.add("at", instant)
            #expect(try await database.value(of: "at") == instant)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `texts are sorted by their bytes`(_ engine: TestEngine) async throws {
        let names = ["Zebra", "apa", "ö", "å", "Ärla", "10", "9", "a b", "a-b", "ab"]
        try await withTable(engine) { database in
            for name in names { try await database.add(name) }
            let sorted = try await database.read { db in
                try db.all("SELECT name FROM counters ORDER BY name") { try $0.text(0) }
            }
            #expect(sorted == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a child without its parent is refused, and goes with it`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            let orphan = await failureKind {
                try await database.write { db in
                    try db.execute("INSERT INTO marks (counter_id) VALUES (4711)")
                }
            }
            #expect(orphan == .constraint)
            try await database.write { db in
                let key = try db.one("INSERT INTO counters (name, count) VALUES ('a', 1) RETURNING id") {
                    try $0.key(0)
                }
                try db.execute("INSERT INTO marks (counter_id) VALUES (?)", key)
                try db.execute("DELETE FROM counters WHERE id = ?", key)
            }
            try await database.expect(0, in: "marks")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `many rows are loaded, also between other statements`(_ engine: TestEngine) async throws {
        let many = 120_000
        try await withTable(engine) { database in
            try await database.write { db in
                let load = try db.load(into: "counters", ["id", "name", "count", "share", "note"])
                for index in 0..<many {
                    let key = try db.nextKey(in: "counters")
                    try load.row(
                        key, "n\(index)", -index, index % 2 == 0 ? nil : 0.5, "\\N\t\n\r\"'å\(index)")
                    if load.isFull { try load.flush() }
                }
                try load.flush()
            }
            let sums = try await database.read { db in
                try db.one("SELECT count(*), sum(count), count(share), count(DISTINCT id) FROM counters") {
                    row in
                    [try row.integer(0), try row.integer(1), try row.integer(2), try row.integer(3)]
                }
            }
            #expect(sums == [many, -(0..<many).reduce(0, +), many / 2, many])
            let last = try await database.read { db in
                try db.one("SELECT note FROM counters WHERE name = 'n7'") { try $0.text(0) }
            }
            #expect(last == "\\N\t\n\r\"'å7")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a duplicate in a load undoes all of it`(_ engine: TestEngine) async throws {
        try await withTable(engine) { database in
            let kind = await failureKind {
                try await database.write { db in
                    let load = try db.load(into: "counters", ["name", "count"])
                    for index in 0..<1000 { try load.row("n\(index)", index) }
                    try load.row("n500", 0)
                    try load.flush()
                }
            }
            #expect(kind == .constraint)
            try await database.expect(0, in: "counters")
        }
    }

    @Test
    func `placeholders are numbered where they stand for values only`() {
        let sql = numberedPlaceholders(
            "SELECT '?', \"a?b\", ? -- what?\nFROM t WHERE a = ? AND b = 'it''s ?'")
        #expect(sql == "SELECT '?', \"a?b\", $1 -- what?\nFROM t WHERE a = $2 AND b = 'it''s ?'")
    }
}
