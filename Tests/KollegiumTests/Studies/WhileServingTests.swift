import Foundation
import Storage
import Support
import Testing

/// Importing into a database that another program uses. Here the tests are that program.
@Suite struct WhileServingTests {
    private static let sentence =
        "Another program uses the database and would wait more than five seconds to write; nothing was changed. "
        + "Run again with --while-serving, which copies piece by piece.\n"

    /// Has the database of the place open, with the small study in it, while `body` runs.
    private func serving(
        _ engine: TestEngine, _ body: @escaping @Sendable (Place, Database) async throws -> Void
    ) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let database = try await Database(place.location)
            do {
                try await body(place, database)
                try await database.close()
            } catch {
                try? await database.close()
                throw error
            }
        }
    }

    private static let other = TestBundle.large.changed {
        $0.replace("id: small", with: "id: other", in: "study.yaml")
    }

    /// The small study, and answers that would take more than five seconds: a file with a hole in it.
    private func writeHuge(in place: Place) throws -> String {
        let path = try TestBundle.small.changed {
            $0.replace("id: small", with: "id: huge", in: "study.yaml")
        }
        .write(to: place.folder + "/huge")
        let file = try #require(FileHandle(forWritingAtPath: path + "/responses.csv"))
        try file.truncate(atOffset: 101_000_000)
        try file.close()
        return path
    }

    @Test(arguments: TestEngine.allCases)
    func `a small import needs no leave`(_ engine: TestEngine) async throws {
        try await serving(engine) { place, database in
            let bundle = TestBundle.small.changed {
                $0.replace("id: small", with: "id: other", in: "study.yaml")
            }
            let ending = try await place.import(bundle)
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(try await heldStudies(database) == ["other", "small"])
        }
    }

    @Test func `a bundle that would block others for long is refused at once`() async throws {
        try await serving(.sqlite) { place, database in
            let huge = try writeHuge(in: place)
            let before = try await place.dump()
            let started = ContinuousClock.now
            let ending = try await place.kollegium("study", "import", huge)
            #expect(ContinuousClock.now - started < .seconds(60))
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(ending.errors == Self.sentence)
            #expect(try await place.dump() == before)
            let swedish = try await place.kollegium("study", "import", huge, "--language", "sv")
            #expect(swedish.errors.contains("--while-serving"))
            #expect(swedish.errors.hasPrefix("Ett annat program använder databasen"))
            // Told to go on, it reads the file, and finds that it is none.
            let told = try await place.kollegium("study", "import", huge, "--while-serving")
            #expect(told.status == 1)
            #expect(told.errors.hasPrefix("responses.csv:"))
            #expect(try await place.dump() == before)
        }
    }

    @Test func `nobody is asked where nobody else is there, nor on PostgreSQL`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium("study", "import", try writeHuge(in: place))
            #expect(ending.errors.hasPrefix("responses.csv:"))
        }
        try await serving(.postgres) { place, _ in
            let ending = try await place.kollegium("study", "import", try writeHuge(in: place))
            #expect(ending.errors.hasPrefix("responses.csv:"))
        }
    }

    @Test(arguments: [(TestEngine.sqlite, []), (.postgres, []), (.sqlite, ["--while-serving"])])
    func `reading goes on during an import, and sees all of it or nothing`(
        _ engine: TestEngine, _ options: [String]
    ) async throws {
        try await serving(engine) { place, database in
            let bundle = try Self.other.write(to: place.folder + "/other")
            var seen: [[String]] = []
            var longest: Duration = .zero
            let ending = try await meanwhile {
                try await place.kollegium(["study", "import", bundle] + options)
            } _: {
                let started = ContinuousClock.now
                seen.append(try await heldStudies(database))
                longest = max(longest, ContinuousClock.now - started)
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(seen.count > 5)
            #expect(seen.first == ["small"])
            #expect(seen.allSatisfy { $0 == ["small"] || $0 == ["other", "small"] })
            #expect(longest < .seconds(30))
            #expect(try await heldStudies(database) == ["other", "small"])
        }
    }

    @Test func `others get their turn to write meanwhile`() async throws {
        try await serving(.sqlite) { place, database in
            let bundle = try Self.other.write(to: place.folder + "/other")
            var waits: [Duration] = []
            let ending = try await meanwhile {
                try await place.kollegium("study", "import", bundle, "--while-serving")
            } _: {
                let started = ContinuousClock.now
                try await database.write { db in
                    try db.execute("UPDATE organisations SET name = name || '.'")
                }
                waits.append(ContinuousClock.now - started)
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(ending.status == 0, "\(ending.errors)")
            try #require(waits.count >= 2)
            waits.sort()
            // Far above what it takes, so that a machine with much else to do says nothing of us.
            #expect(waits[waits.count / 2] < .seconds(20))
            let name = try await place.witness("SELECT name FROM organisations")
            #expect(name == ["Kollegium" + String(repeating: ".", count: waits.count)])
            #expect(try await place.kollegium("check").output == "All is well.\n")
        }
    }

    @Test(.enabled(if: isLongRun))
    func `an import that proves too long gives way after five seconds`() async throws {
        try await serving(.sqlite) { place, database in
            let bundle = TestBundle.small.changed { bundle in
                bundle.replace("id: small", with: "id: other", in: "study.yaml")
                let rows = (0..<600_000).map { "t1,2013-11-01,note,\($0)\n" }
                bundle["events.csv"] += rows.joined()
            }
            let path = try bundle.write(to: place.folder + "/other")
            let before = try await place.dump()
            let started = ContinuousClock.now
            let ending = try await place.kollegium("study", "import", path)
            #expect(ending.status == 1)
            #expect(ending.errors == Self.sentence)
            #expect(ContinuousClock.now - started > .seconds(5))
            #expect(try await place.dump() == before)
        }
    }

    @Test func `what a fallen import left behind is seen by nobody and gone with the next`() async throws {
        let fresh = try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            return try await place.counts()
        }
        try await withPlace(.sqlite) { place in
            try await place.holding(
                TestBundle.small.changed { $0.replace("id: small", with: "id: fallen", in: "study.yaml") })
            try await place.witness("UPDATE studies SET state = 'arriving'; DELETE FROM activity")
            let list = try await place.kollegium("study", "list")
            #expect(list.output == "")
            #expect(list.errors == "No study is imported yet. Import one with kollegium study import.\n")
            for command in [["report", "outcome"], ["report", "trust"]] {
                let ending = try await place.kollegium(command + ["fallen"])
                #expect(ending.status == 1)
                #expect(ending.errors.hasPrefix("No study is called “fallen”"))
            }
            let export = try await place.kollegium("study", "export", "fallen", place.folder + "/out")
            #expect(export.status == 1)
            let check = try await place.kollegium("check")
            #expect(check.status == 1)
            #expect(
                check.output
                    == "remains of an interrupted import, which the next import removes: 1 (fallen)\n")
            try await place.holding(.small)
            #expect(try await place.counts() == fresh)
            #expect(try await place.kollegium("check").output == "All is well.\n")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two imports into the same new database at once do not break it`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let names = ["one", "two", "three"]
            let endings = try await withThrowingTaskGroup(of: (String, Ending).self) { group in
                for name in names {
                    let bundle = TestBundle.small.changed {
                        $0.replace("id: small", with: "id: \(name)", in: "study.yaml")
                    }
                    group.addTask { (name, try await place.import(bundle)) }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for (name, ending) in endings where ending.status != 0 {
                #expect(ending.status == 1, "\(name)")
                #expect(
                    ending.errors
                        == "Another import into the same database is running; wait until it is done.\n")
            }
            let done = endings.filter { $0.value.status == 0 }.keys.sorted()
            #expect(!done.isEmpty)
            #expect(try await place.witness("SELECT code FROM studies ORDER BY code") == done)
            #expect(try await place.kollegium("check").output == "All is well.\n")
        }
    }

    private func heldStudies(_ database: Database) async throws -> [String] {
        try await database.read { db in
            try db.all("SELECT code FROM studies WHERE state = 'held' ORDER BY code") { try $0.text(0) }
        }
    }
}
