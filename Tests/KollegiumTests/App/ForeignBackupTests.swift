import Foundation
import Support
import Testing

/// Copies that are restored where they do not belong, or in the place of something broken.
@Suite struct ForeignBackupTests {
    @Test(arguments: [(TestEngine.sqlite, TestEngine.postgres), (.postgres, .sqlite)])
    func `a backup of the other engine is refused`(_ from: TestEngine, _ to: TestEngine) async throws {
        try await withPlace(from) { source in
            try await source.holding(.small)
            let copy = source.folder + "/copy"
            #expect(
                try await source.kollegium("backup", copy).output == "The backup is written to \(copy).\n")
            try await withPlace(to) { place in
                try await place.holding(try .fiveSchools())
                let before = try await place.dump()
                let ending = try await place.kollegium("restore", copy, "--replace")
                #expect(ending.status == 1)
                #expect(ending.output == "")
                #expect(
                    ending.errors == "\(copy) is no backup for this kind of database; nothing was changed. "
                        + "A study is read by study import.\n")
                #expect(try await place.dump() == before)
            }
        }
    }

    @Test func `a study bundle is no backup`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let zip = place.folder + "/small.zip"
            _ = try await place.kollegium("study", "export", "small", zip)
            let ending = try await place.kollegium("restore", zip, "--replace", "--language", "sv")
            #expect(ending.status == 1)
            #expect(
                ending.errors
                    == "\(zip) är ingen säkerhetskopia för den här sortens databas; inget är ändrat. "
                    + "En studie läses in med study import.\n")
        }
    }

    @Test func `a damaged database says what to do, and the backup comes back beside it`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let copy = place.folder + "/copy"
            _ = try await place.kollegium("backup", copy)
            try Data(String(repeating: "no database at all ", count: 1000).utf8)
                .write(to: URL(fileURLWithPath: place.database))
            let broken = try await place.kollegium("study", "list")
            #expect(broken.status == 1)
            #expect(broken.errors.contains("is damaged or no database."))
            #expect(broken.errors.contains("restore a backup"))
            let beside = Place(location: .file(place.folder + "/new.sqlite"), folder: place.folder)
            let restored = try await beside.kollegium("restore", copy)
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.output == "\(copy) is restored.\n")
            #expect(try await beside.dump() == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a backup made during an import holds all of the study or nothing`(_ engine: TestEngine) async throws
    {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let small = try await place.counts()
            let other = try TestBundle.large.changed {
                $0.replace("id: small", with: "id: other", in: "study.yaml")
            }
            .write(to: place.folder + "/other")
            var copies: [String] = []
            let ending = try await meanwhile {
                try await place.kollegium("study", "import", other)
            } _: {
                let copy = place.folder + "/copy-\(copies.count)"
                let ending = try await place.kollegium("backup", copy)
                #expect(ending.status == 0, "\(ending.errors)")
                copies.append(copy)
            }
            #expect(ending.status == 0, "\(ending.errors)")
            let both = try await place.counts()
            try #require(!copies.isEmpty)
            for copy in [copies[0], copies[copies.count / 2]] {
                try await withPlace(engine) { fresh in
                    #expect(try await fresh.kollegium("restore", copy).status == 0)
                    let counts = try await fresh.counts()
                    #expect(counts == small || counts == both)
                    #expect(try await fresh.kollegium("check").output == "All is well.\n")
                }
            }
        }
    }
}
