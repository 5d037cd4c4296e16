import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

/// `backup`, `restore` and `check`.
@Suite struct CopyCommandTests {
    @Test(arguments: TestEngine.allCases)
    func `a backup made while others write comes back whole in a new place`(_ engine: TestEngine) async throws
    {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let writer = Task {
                let database = try await Database(place.location)
                for number in 0..<200 where !Task.isCancelled {
                    try await database.write { db in
                        try db.execute(
                            "INSERT INTO organisations (public_id, name) VALUES (?, 'x')", "x\(number)")
                    }
                }
                try await database.close()
            }
            let copy = place.folder + "/copy"
            let ending = try await place.kollegium("backup", copy)
            try await writer.value
            #expect(ending.status == 0, "\(ending.errors)")
            try await withPlace(engine) { other in
                let restored = try await other.kollegium("restore", copy)
                #expect(restored.status == 0, "\(restored.errors)")
                let rows = try await other.dump().filter { !$0.contains("organisations") }
                #expect(rows == before.filter { !$0.contains("organisations") })
                #expect(try await other.kollegium("check").output == "All is well.\n")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a restore takes the place of studies only when told to`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let copy = place.folder + "/copy"
            _ = try await place.kollegium("backup", copy)
            try await place.holding(
                TestBundle.small.changed { $0.replace("id: small", with: "id: other", in: "study.yaml") })
            let refused = try await place.kollegium("restore", copy)
            #expect(refused.status == 1)
            #expect(refused.errors.contains("holds studies already (2); nothing was changed"))
            let restored = try await place.kollegium("restore", copy, "--replace")
            #expect(restored.status == 0, "\(restored.errors)")
            let list = try await place.kollegium("study", "list")
            #expect(list.output.contains("small"))
            #expect(!list.output.contains("other"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is no backup of ours is refused before anything is touched`(_ engine: TestEngine) async throws
    {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let folder = place.folder
            try Data("nothing".utf8).write(to: URL(fileURLWithPath: folder + "/text"))
            _ = try await run(
                "sqlite3",
                [
                    folder + "/alien",
                    "CREATE TABLE migrations (number INTEGER, name TEXT); INSERT INTO migrations VALUES (1, 'foundation')",
                ])
            for file in ["text", "alien"] {
                let ending = try await place.kollegium("restore", folder + "/" + file, "--replace")
                #expect(ending.status == 1, "\(file)")
                #expect(ending.errors.contains("is no backup"), "\(file): \(ending.errors)")
            }
            #expect(try await place.dump() == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a backup of a newer version is refused`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let copy = place.folder + "/copy"
            let before = try await place.dump()
            let next = Schema.migrations.count + 1
            try await withPlace(engine) { newer in
                try await newer.holding(.small)
                try await newer.witness("INSERT INTO migrations (number, name) VALUES (\(next), 'later')")
                if case .server(let url) = newer.location {
                    _ = try await run("pg_dump", ["-Fc", "-f", copy, url])
                } else {
                    _ = try await run("sqlite3", [newer.database, ".backup '\(copy)'"])
                }
            }
            let ending = try await place.kollegium("restore", copy, "--replace")
            #expect(ending.status == 1)
            #expect(ending.errors.contains("was made by a newer version (schema \(next))"))
            #expect(try await place.dump() == before)
        }
    }

    @Test
    func `a backup cut short is refused`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let copy = place.folder + "/copy"
            _ = try await place.kollegium("backup", copy)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
            try bytes.prefix(bytes.count * 2 / 3).write(to: URL(fileURLWithPath: copy))
            let before = try await place.dump()
            let ending = try await place.kollegium("restore", copy, "--replace")
            #expect(ending.status == 1)
            #expect(ending.errors.contains("is damaged; nothing was changed"))
            #expect(try await place.dump() == before)
        }
    }

    @Test
    func `a backup takes nobody's name`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let copy = place.folder + "/copy"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: copy))
            let ending = try await place.kollegium("backup", copy)
            #expect(ending.status == 1)
            #expect(ending.errors.contains("is there already"))
            #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
        }
    }

    private static let faults: [(String, String)] = [
        ("UPDATE answers SET step = 9 WHERE step IS NOT NULL", "answers off the scale"),
        ("UPDATE evidence SET value = 'sometimes'", "evidence whose form, indicator and value"),
        ("UPDATE studies SET state = 'arriving'", "remains of an interrupted import"),
        ("UPDATE teams SET extra_id = 4711", "references to extra attributes that are not there"),
        (
            "INSERT INTO memberships (team_id, person_id, role, starts) SELECT team_id, person_id, role, '2013-09-01' FROM memberships WHERE id = (SELECT min(id) FROM memberships)",
            "memberships in one role that overlap"
        ),
        (
            "DELETE FROM memberships WHERE person_id = (SELECT person_id FROM attendance ORDER BY person_id LIMIT 1)",
            "attendance of somebody who was never in the team"
        ),
    ]

    @Test(arguments: TestEngine.allCases, faults)
    func `check finds what is wrong`(_ engine: TestEngine, _ fault: (sql: String, finding: String))
        async throws
    {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            try await place.witness(fault.sql)
            let ending = try await place.kollegium("check")
            #expect(ending.status == 1)
            #expect(ending.output.contains(fault.finding), "\(ending.output)")
        }
    }

    @Test
    func `check finds rows without parents and a damaged file`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            try await place.witness("PRAGMA foreign_keys = OFF; DELETE FROM teams WHERE code = 't2'")
            let orphans = try await place.kollegium("check")
            #expect(orphans.status == 1)
            #expect(orphans.output.contains("refers to a missing row of teams"))
            let url = URL(fileURLWithPath: place.database)
            let bytes = try Data(contentsOf: url)
            try bytes.prefix(bytes.count / 2).write(to: url)
            let damaged = try await place.kollegium("check")
            #expect(damaged.status == 1)
            #expect(!(damaged.output + damaged.errors).isEmpty)
        }
    }
}
