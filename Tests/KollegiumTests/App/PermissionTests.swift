import Foundation
import Support
import Testing

/// Files and folders that the program may not read or write: a sentence, exit 1, and everything as it was.
@Suite struct PermissionTests {
    /// Runs the program without the right to pass over permissions, which an administrator has.
    private func bound(_ arguments: [String], database: String) async throws -> Ending {
        let all = arguments + ["--database", database]
        guard geteuid() == 0 else { return try await kollegium(all) }
        return try await run(
            "setpriv", ["--bounding-set", "-dac_override,-dac_read_search", kollegiumPath] + all,
            environment: ["KOLLEGIUM_DATABASE": "", "KOLLEGIUM_DATA": ""])
    }

    private func setMode(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func `a database that may only be read is reported from and not changed`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: place.database))
            try setMode(0o444, place.database)
            let report = try await bound(
                ["report", "outcome", "small", "--format", "csv"], database: place.database)
            #expect(report.status == 0, "\(report.errors)")
            let path = try TestBundle.fiveSchools().write(to: place.folder + "/other")
            let ending = try await bound(["study", "import", path], database: place.database)
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(ending.errorLines.count == 1)
            #expect(ending.errors.contains("test.sqlite may not be changed."))
            #expect(try Data(contentsOf: URL(fileURLWithPath: place.database)) == bytes)
        }
    }

    @Test func `a database that may not be read is told`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            try setMode(0, place.database)
            let bundle = try TestBundle.small.write(to: place.folder + "/small")
            for arguments in [
                ["study", "list"], ["report", "trust", "small"], ["check"], ["study", "import", bundle],
            ] {
                let ending = try await bound(arguments, database: place.database)
                #expect(ending.status == 1)
                #expect(ending.output == "")
                #expect(ending.errorLines.count == 1)
                #expect(ending.errors.contains(place.database))
            }
        }
    }

    @Test func `no database can be made in a folder that may not be written`() async throws {
        try await withFolder { folder in
            let bundle = try TestBundle.small.write(to: folder + "/small")
            let closed = folder + "/closed"
            try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: false)
            try setMode(0o555, closed)
            for name in ["new.sqlite", "sub/new.sqlite"] {
                let ending = try await bound(["study", "import", bundle], database: closed + "/" + name)
                #expect(ending.status == 1)
                #expect(ending.errorLines.count == 1)
                #expect(ending.errors.contains(closed + "/" + name))
                #expect(try files(closed) == [])
            }
        }
    }

    @Test func `a file of a bundle that may not be read is told`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let before = try await place.dump()
            let bundle = try TestBundle.small.write(to: place.folder + "/small")
            try setMode(0, bundle + "/attendance.csv")
            let ending = try await bound(["study", "import", bundle], database: place.database)
            #expect(ending.status == 1)
            #expect(
                ending.errors
                    == "attendance.csv: may not be read; give whoever runs the program permission to read it\n"
            )
            #expect(try await place.dump() == before)
        }
    }

    @Test(arguments: [["backup"], ["study", "export", "small"]], ["copy", "copy.zip"])
    func `what cannot be written is told by its own name`(_ command: [String], _ name: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let closed = place.folder + "/closed"
            try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: false)
            try setMode(0o555, closed)
            let ending = try await bound(command + [closed + "/" + name], database: place.database)
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(ending.errorLines.count == 1)
            #expect(ending.errors.contains(closed + "/" + name))
            #expect(try files(closed) == [])
        }
    }
}
