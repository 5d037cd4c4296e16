import Foundation
import Storage
import Support
import Testing

/// Databases that cannot be used as they are: each gives a sentence, exit 1, and is left as it was.
@Suite struct DatabaseTroubleTests {
    @Test
    func `a report without a database says so and makes no file`() async throws {
        try await withFolder { folder in
            let ending = try await kollegium("report", "outcome", "x", "--database", folder + "/none.sqlite")
            #expect(ending.status == 1)
            #expect(ending.output.isEmpty)
            #expect(
                ending.errors == """
                    No database can be opened at \(folder)/none.sqlite. Import a study first, or give --database.

                    """)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an empty database is not ours yet`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            if case .file(let path) = place.location {
                try Data().write(to: URL(fileURLWithPath: path))
            }
            let ending = try await place.kollegium("study", "list")
            #expect(ending.status == 1)
            #expect(ending.errors.contains("holds no Kollegium database"))
            #expect(try await place.tables().isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a database of a newer version is refused`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            try await place.witness("INSERT INTO migrations (number, name) VALUES (99, 'later')")
            for command in [["study", "list"], ["report", "trust", "small"], ["check"]] {
                let ending = try await place.kollegium(command)
                #expect(ending.status == 1)
                #expect(ending.errors.contains("made by a newer version (schema 99)"))
            }
            let before = try await place.dump()
            #expect(try await place.import(.small).status == 1)
            #expect(try await place.dump() == before)
        }
    }

    @Test
    func `a file that is no database is refused and kept`() async throws {
        try await withFolder { folder in
            let path = folder + "/letter.sqlite"
            let letter = String(repeating: "Kära kollegor! ", count: 500)
            try letter.write(toFile: path, atomically: true, encoding: .utf8)
            let bundle = try TestBundle.small.write(to: folder + "/bundle")
            let ending = try await kollegium("study", "import", bundle, "--database", path)
            #expect(ending.status == 1)
            #expect(ending.errors.contains("is damaged or no database"))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == letter)
        }
    }

    @Test
    func `a full disk undoes an import and says so`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let bundle = try TestBundle.small.changed { bundle in
                bundle.replace("id: small", with: "id: big", in: "study.yaml")
                for number in 0..<20_000 {
                    bundle.add(
                        "p\(number),Person \(number) \(String(repeating: "x", count: 50)),,s1",
                        to: "people.csv")
                }
            }.write(to: place.folder + "/big")
            // A limit on the size of files stands in for the end of the disk: a write is cut short just so.
            let ending = try await run(
                "sh",
                [
                    "-c", "trap '' XFSZ; ulimit -f 2000; exec \"$0\" \"$@\"", kollegiumPath, "study",
                    "import",
                    bundle, "--database", place.database,
                ])
            #expect(ending.status == 1)
            #expect(ending.errors.contains("The disk is full, or a limit"))
            #expect(try await place.dump() == before)
            #expect(try await place.kollegium("check").output == "All is well.\n")
        }
    }

    @Test
    func `a report that cannot be written is a failure`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await run(
                "sh",
                [
                    "-c", "exec \"$0\" \"$@\" > /dev/full", kollegiumPath, "report", "outcome", "small",
                    "--database",
                    place.database,
                ])
            #expect(ending.status == 1)
            #expect(ending.errors == "The result could not be written: No space left on device.\n")
        }
    }

    @Test
    func `what is written is for its owner only`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            _ = try await place.kollegium("backup", place.folder + "/copy")
            _ = try await place.kollegium("study", "export", "small", place.folder + "/out")
            _ = try await place.kollegium("study", "export", "small", place.folder + "/out.zip")
            for file in [
                place.database, place.folder + "/copy", place.folder + "/out.zip",
                place.folder + "/out/people.csv",
            ] {
                let attributes = try FileManager.default.attributesOfItem(atPath: file)
                #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0, "\(file)")
            }
        }
    }

    @Test
    func `a password never stands in a message`() async throws {
        for database in [
            "postgres://anna:s3cret@127.0.0.1:1/x", "postgres://anna:s3c?ret@127.0.0.1:1/x",
            "host=127.0.0.1 port=1 dbname=x password=s3cret",
        ] {
            let ending = try await kollegium("study", "list", "--database", database)
            #expect(ending.status == 1)
            #expect(!ending.errors.contains("s3c"))
        }
    }
}
