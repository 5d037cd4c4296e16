import Foundation
import Support
import Testing

/// A disk that is really full: a small one of its own, in memory. Only an administrator may mount it.
@Suite(.enabled(if: canMount, "nobody here may mount a disk")) struct FullDiskTests {
    /// Gives `body` a disk of so many kilobytes.
    private func withDisk(_ kilobytes: Int, _ body: (String) async throws -> Void) async throws {
        try await withFolder { folder in
            let disk = folder + "/disk"
            try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
            try #require(mount("tmpfs", disk, "tmpfs", 0, "size=\(kilobytes)k") == 0)
            defer { umount2(disk, Int32(MNT_DETACH)) }
            try await body(disk)
        }
    }

    private let full = "The disk is full, or a limit for"

    @Test(arguments: [[], ["--while-serving"]])
    func `an import that fills the disk is undone`(_ options: [String]) async throws {
        try await withDisk(3_000) { disk in
            try await withFolder { folder in
                let place = Place(location: .file(disk + "/kollegium.sqlite"), folder: folder)
                let ballast = disk + "/ballast"
                try Data(count: 1_400_000).write(to: URL(fileURLWithPath: ballast))
                try await place.holding(.small)
                let before = try await place.dump()
                let bundle = try TestBundle.large.changed {
                    $0.replace("id: small", with: "id: other", in: "study.yaml")
                }
                .write(to: folder + "/other")
                let ending = try await place.kollegium(["study", "import", bundle] + options)
                #expect(ending.status == 1)
                #expect(ending.output == "")
                #expect(ending.errorLines.count == 1)
                #expect(ending.errors.contains(full))
                #expect(try await place.kollegium("study", "list").output.contains("other") == false)
                if options.isEmpty {
                    #expect(try await place.dump() == before)
                    #expect(try await place.kollegium("check").output == "All is well.\n")
                }
                // Piece by piece, what had arrived can only be taken away where there is room again.
                try FileManager.default.removeItem(atPath: ballast)
                let small = TestBundle.small.changed {
                    $0.replace("id: small", with: "id: third", in: "study.yaml")
                }
                try await place.holding(small)
                #expect(
                    try await place.witness("SELECT code FROM studies ORDER BY code") == ["small", "third"])
                #expect(try await place.kollegium("check").output == "All is well.\n")
            }
        }
    }

    @Test func `a disk that is full from the start gets no database`() async throws {
        try await withDisk(16) { disk in
            try await withFolder { folder in
                let place = Place(location: .file(disk + "/kollegium.sqlite"), folder: folder)
                let ending = try await place.import(.small)
                #expect(ending.status == 1)
                #expect(ending.errorLines.count == 1)
                #expect(ending.errors.contains(full))
            }
        }
    }

    @Test(arguments: [["backup"], ["study", "export", "small"]], ["copy", "copy.zip"])
    func `a copy that has no room leaves nothing behind`(_ command: [String], _ name: String) async throws {
        try await withDisk(16) { disk in
            try await withPlace(.sqlite) { place in
                try await place.holding(
                    TestBundle.small.changed { bundle in
                        let words = (0..<40_000).map { "\($0 &* 2_654_435_761 % 1_000_003)" }.joined(
                            separator: " ")
                        bundle.add("t1,2013-12-01,note,\(words)", to: "events.csv")
                    })
                let ending = try await place.kollegium(command + [disk + "/" + name])
                #expect(ending.status == 1)
                #expect(ending.output == "")
                #expect(ending.errorLines.count == 1)
                #expect(
                    ending.errors.contains("No space left") || ending.errors.contains("disk is full")
                        || ending.errors.contains("The disk is full"))
                #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == [])
            }
        }
    }
}

/// Whether a disk can be mounted, found out by doing it.
private let canMount: Bool = {
    let folder = NSTemporaryDirectory() + "kollegium-disk-" + UUID().uuidString
    guard mkdir(folder, 0o700) == 0 else { return false }
    defer { rmdir(folder) }
    guard mount("tmpfs", folder, "tmpfs", 0, "size=64k") == 0 else { return false }
    return umount2(folder, 0) == 0
}()
