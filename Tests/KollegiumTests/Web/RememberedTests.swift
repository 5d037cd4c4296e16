import Storage
import Support
import Synchronization
import Testing

@testable import Kollegium

/// Pages are read once while nothing is written, and nobody is ever shown what they may no longer see.
@Suite struct RememberedTests {
    @Test(arguments: TestEngine.allCases)
    func `who is taken out of a team is out of its room with the next request`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let path = try await web.team("t2")
            let teacher = try await web.be("s2-t02@example.org")
            for _ in 1...3 { #expect(try await teacher.get(path).status == .ok) }
            try await web.site.database.write { db in
                try db.execute("UPDATE memberships SET ends = ?", "2015-06-11")
            }
            #expect(try await teacher.get(path).status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is written stands on the page that was just read`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let path = try await web.team("t2")
            let teacher = try await web.be("s2-t02@example.org")
            for name in ["Ripa", "Orre & tjäder"] {
                try await web.site.database.write { db in try db.execute("UPDATE teams SET name = ?", name) }
                for _ in 1...2 {
                    let page = try await teacher.get(path).body
                    #expect(page.contains("<h1>" + name.replacing("&", with: "&amp;")))
                }
            }
        }
    }

    @Test func `a value is read once for as long as its stamp holds, also by many at once`() async throws {
        try await withDemo(.sqlite) { web in
            let (database, memory) = (web.site.database, Remembered<String, Int>(limit: 10))
            let readings = Mutex(0)
            let ask = { @Sendable () async throws -> Int in
                try await memory.value("a", at: try await database.stamp()) {
                    try await Task.sleep(for: .milliseconds(20))
                    return readings.withLock { count in
                        count += 1
                        return count
                    }
                }
            }
            let first = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...8 { group.addTask(operation: ask) }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(first == [1])
            try await database.write { db in try db.execute("UPDATE teams SET name = 'b'") }
            #expect(try await [ask(), ask()] == [2, 2])
        }
    }

    @Test func `a value from before is not given to who asks after`() async throws {
        try await withDemo(.sqlite) { web in
            let (database, memory) = (web.site.database, Remembered<String, String>(limit: 10))
            let before = try await database.stamp()
            // While it is being read something is written, and somebody asks anew.
            _ = try await memory.value("a", at: before) {
                try await database.write { db in try db.execute("UPDATE teams SET name = 'b'") }
                let after = try await memory.value("a", at: try await database.stamp()) { "new" }
                #expect(after == "new")
                return "old"
            }
            let kept = try await memory.value("a", at: try await database.stamp()) { "newer" }
            #expect(kept == "new")
        }
    }

    @Test func `what could not be read is asked for again, and no more is kept than there is room for`()
        async throws
    {
        try await withDemo(.sqlite) { web in
            let memory = Remembered<Int, Int>(limit: 3)
            let stamp = try await web.site.database.stamp()
            await #expect(throws: WebError.self) {
                try await memory.value(0, at: stamp) { throw WebError.notFound }
            }
            #expect(try await memory.value(0, at: stamp) { 7 } == 7)
            for key in 1...9 { _ = try await memory.value(key, at: stamp) { key } }
            #expect(try await memory.value(0, at: stamp) { 8 } == 8)
        }
    }
}
