import Foundation
import Support
import Testing

/// Zips that somebody made wrong, or to do harm.
@Suite struct ZipMistakesTests {
    private static let small: [HandmadeZip.Entry] = TestBundle.small.files.sorted { $0.key < $1.key }.map {
        var entry = HandmadeZip.Entry($0.key)
        entry.content = $0.value
        return entry
    }

    /// Imports a zip, and expects one line about it and an empty database.
    private func expectRefusal(
        _ entries: [HandmadeZip.Entry], _ place: String, _ sentence: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await expectRefusal(HandmadeZip(entries).bytes, place, sentence, sourceLocation: sourceLocation)
    }

    private func expectRefusal(
        _ bytes: [UInt8], _ told: String, _ sentence: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await withPlace(.sqlite) { place in
            let path = place.folder + "/study.zip"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let ending = try await place.kollegium("study", "import", path)
            #expect(ending.status == 1, sourceLocation: sourceLocation)
            #expect(ending.output == "", sourceLocation: sourceLocation)
            let lines = ending.errors.replacing(path, with: "study.zip")
            #expect(lines == "\(told): \(sentence)\n", sourceLocation: sourceLocation)
            #expect(try await place.filled() == [], sourceLocation: sourceLocation)
            // Nothing of a zip is put on disk.
            let files = try FileManager.default.contentsOfDirectory(atPath: place.folder)
            #expect(files == ["study.zip"], sourceLocation: sourceLocation)
        }
    }

    @Test func `a zip made by hand is read`() async throws {
        try await withPlace(.sqlite) { place in
            let path = place.folder + "/study.zip"
            try Data(HandmadeZip(Self.small).bytes).write(to: URL(fileURLWithPath: path))
            #expect(try await place.kollegium("study", "import", path).status == 0)
        }
    }

    @Test(arguments: ["../study.yaml", "/etc/cron.d/x", "a\\..\\b.csv", "instruments/../../x.yaml"])
    func `a name that leads out is refused`(_ name: String) async throws {
        try await expectRefusal(
            Self.small + [HandmadeZip.Entry(name, "x")], "study.zip",
            "“\(name)” leads out of the study; a zip of a study has only relative names without “..”, backslashes "
                + "and drive letters")
    }

    @Test func `a link is refused`() async throws {
        var link = HandmadeZip.Entry("events.csv", "/etc/passwd")
        link.mode = 0o120777
        try await expectRefusal(
            Self.small.filter { $0.name != link.name } + [link], "study.zip",
            "“events.csv” is a link or a device; a zip of a study has only plain files")
    }

    @Test func `a link that zip itself made is refused`() async throws {
        try await withPlace(.sqlite) { place in
            let folder = try TestBundle.small.write(to: place.folder + "/small")
            try FileManager.default.removeItem(atPath: folder + "/events.csv")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/events.csv", withDestinationPath: "/etc/passwd")
            let path = place.folder + "/study.zip"
            _ = try await run("sh", ["-c", "cd \"$1\" && zip -qry \"$2\" .", "sh", folder, path])
            let ending = try await place.kollegium("study", "import", path)
            #expect(ending.status == 1)
            #expect(
                ending.errors
                    == "\(path): “events.csv” is a link or a device; a zip of a study has only plain files\n")
        }
    }

    @Test func `a bomb is refused while it is read`() async throws {
        try await withPlace(.sqlite) { place in
            let folder = try TestBundle.small.write(to: place.folder + "/small")
            let path = place.folder + "/study.zip"
            let made = try await run(
                "sh",
                [
                    "-c",
                    "cd \"$1\" && yes '' | head -c 30000000 >> events.csv && zip -9qr \"$2\" .",
                    "sh", folder, path,
                ])
            try #require(made.status == 0)
            let ending = try await place.kollegium("study", "import", path)
            #expect(ending.status == 1)
            #expect(
                ending.errorLines.first
                    == "events.csv: the zip expands to more than 200 times its size, which no answers do; if it is "
                    + "right, use a folder")
            #expect(try await place.filled() == [])
        }
    }

    @Test func `a file with a password is refused`() async throws {
        var secret = HandmadeZip.Entry("events.csv", String(repeating: "x", count: 40))
        secret.flags = 1
        try await expectRefusal(
            Self.small.filter { $0.name != secret.name } + [secret], "study.zip",
            "“events.csv” is encrypted; make the zip without a password")
    }

    @Test func `a zip that is cut short is refused`() async throws {
        let bytes = HandmadeZip(Self.small).bytes
        try await expectRefusal(
            Array(bytes.prefix(bytes.count - 100)), "study.zip",
            "the zip is damaged or cut short; make it again or fetch it anew")
    }

    @Test func `a wrong checksum is refused`() async throws {
        var entries = Self.small
        let place = try #require(entries.firstIndex { $0.name == Array("events.csv".utf8) })
        entries[place].checksum = 1
        try await expectRefusal(
            entries, "events.csv", "the file is damaged in the zip; make the zip again or fetch it anew")
    }

    @Test func `the same name twice is refused`() async throws {
        try await expectRefusal(
            Self.small + [HandmadeZip.Entry("events.csv", "team,date,kind\n")], "study.zip",
            "“events.csv” is there twice; each file may be there once")
    }

    @Test func `a mistake inside a zip is told by the file's own name`() async throws {
        let wrong = TestBundle.small.changed { $0.add("t9,2013-11-02,note,", to: "events.csv") }
        try await withPlace(.sqlite) { place in
            let path = try await wrong.zip(to: place.folder + "/study.zip", inFolder: "studien")
            let ending = try await place.kollegium("study", "import", path)
            #expect(ending.status == 1)
            #expect(ending.errors == "events.csv:4: “team” is “t9”, which is not in teams.csv\n")
        }
    }
}
