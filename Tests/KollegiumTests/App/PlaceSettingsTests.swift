import Foundation
import Support
import Testing

/// Where the program looks for its database.
@Suite struct PlaceSettingsTests {
    private let listed = "small  Small study      2       6\n"

    @Test func `KOLLEGIUM_DATABASE names the database, and --database goes before it`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await kollegium(
                "study", "list", environment: ["KOLLEGIUM_DATABASE": place.database])
            #expect(ending.output.hasSuffix(listed))
            let nowhere = place.folder + "/nowhere.sqlite"
            let chosen = try await kollegium(
                "study", "list", "--database", place.database, environment: ["KOLLEGIUM_DATABASE": nowhere])
            #expect(chosen.output.hasSuffix(listed))
            let wrong = try await kollegium("study", "list", environment: ["KOLLEGIUM_DATABASE": nowhere])
            #expect(wrong.status == 1)
            #expect(wrong.errors.contains(nowhere))
        }
    }

    @Test func `KOLLEGIUM_DATABASE may be a server`() async throws {
        try await withPlace(.postgres) { place in
            try await place.holding(.small)
            let ending = try await kollegium(
                "study", "list", environment: ["KOLLEGIUM_DATABASE": place.database])
            #expect(ending.output.hasSuffix(listed))
        }
    }

    @Test func `the data folder holds kollegium.sqlite, and is made when it is needed`() async throws {
        try await withFolder { folder in
            let bundle = try TestBundle.small.write(to: folder + "/small")
            let first = try await kollegium(
                "study", "import", bundle, environment: ["KOLLEGIUM_DATA": folder + "/a/data"])
            #expect(first.status == 0)
            #expect(FileManager.default.fileExists(atPath: folder + "/a/data/kollegium.sqlite"))
            let list = try await kollegium("study", "list", "--data", folder + "/a/data")
            #expect(list.output.hasSuffix(listed))
            let other = try await kollegium(
                "study", "list", "--data", folder + "/a/data", environment: ["KOLLEGIUM_DATA": folder + "/b"])
            #expect(other.output.hasSuffix(listed))
            let elsewhere = try await kollegium(
                "study", "list", environment: ["KOLLEGIUM_DATA": folder + "/b"])
            #expect(elsewhere.status == 1)
            #expect(elsewhere.errors.contains(folder + "/b/kollegium.sqlite"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/b"))
        }
    }

    @Test func `the default is the folder data where the program was started`() async throws {
        try await withFolder { folder in
            let bundle = try TestBundle.small.write(to: folder + "/small")
            let ending = try await run(
                "sh",
                ["-c", "cd \"$1\" && exec \"$2\" study import \"$3\"", "sh", folder, kollegiumPath, bundle],
                environment: ["KOLLEGIUM_DATABASE": "", "KOLLEGIUM_DATA": ""])
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(FileManager.default.fileExists(atPath: folder + "/data/kollegium.sqlite"))
        }
    }

    @Test func `an unknown study is told in the language asked for`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            for command in [
                ["report", "outcome", "x"], ["report", "trust", "x"],
                ["study", "export", "x", place.folder + "/x"],
            ] {
                let english = try await place.kollegium(command)
                #expect(english.status == 1)
                #expect(english.output == "")
                #expect(
                    english.errors == "No study is called “x”; kollegium study list shows those there are\n")
                let swedish = try await place.kollegium(command + ["--language", "sv"])
                #expect(
                    swedish.errors == "Ingen studie heter ”x”; kollegium study list visar dem som finns\n")
            }
        }
    }
}
