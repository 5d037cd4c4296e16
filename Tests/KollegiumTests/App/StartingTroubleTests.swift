import Foundation
import Support
import Testing

/// What keeps the server from starting is told so that one can act on it.
@Suite struct StartingTroubleTests {
    @Test(.timeLimit(.minutes(30)))
    func `a folder with something else in it is no demonstration's to remove`() async throws {
        try await withFolder { folder in
            let letter = folder + "/letter.txt"
            try "to be kept".write(toFile: letter, atomically: true, encoding: .utf8)
            let ending = try await kollegium("demo", "--data", folder, "--port", "0")
            #expect(ending.status == 1)
            #expect(
                ending.errorLines == [
                    "\(folder) holds something else than a demonstration, which is not ours to remove. Name another folder with --data."
                ])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letter.txt"])
        }
    }

    @Test(.timeLimit(.minutes(30))) func `a key that is none is told by its path`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let key = place.folder + "/kollegium.key"
            try "no key".write(toFile: key, atomically: true, encoding: .utf8)
            let ending = try await place.kollegium("serve")
            #expect(ending.status == 1)
            #expect(
                ending.errorLines == [
                    "\(key) is no key, or may not be read. Check its permissions, or remove it and a new one is made."
                ])
        }
    }
}
