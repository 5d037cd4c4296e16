import Foundation
import Storage

/// One import at a time into an SQLite file, so that an import can tell what a dead one left behind from what a
/// living one is bringing in. The system lets go of the lock however the program ends.
struct ImportLock: Sendable {
    private let descriptor: Int32
    private let path: String

    /// Nil on PostgreSQL, where each import is one transaction and nothing can be left behind.
    ///
    /// Waits a while for another import to end: two small ones that meet should both get through.
    init?(_ location: DatabaseLocation) async throws {
        guard case .file(let database) = location else { return nil }
        path = database + "-import"
        var held = try await Self.lock(path)
        // Whoever held the lock before may have taken the file away while we waited at its door.
        while !Self.isNamed(held, path) {
            close(held)
            held = try await Self.lock(path)
        }
        descriptor = held
    }

    private static func lock(_ path: String) async throws -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageError(.readOnly, "no import lock at \(path): \(errno)")
        }
        let deadline = ContinuousClock.now + StudyImport.longestBlock
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard ContinuousClock.now < deadline else {
                close(descriptor)
                throw ImportRefusal.anotherImport
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        return descriptor
    }

    private static func isNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var mine = stat()
        var named = stat()
        return fstat(descriptor, &mine) == 0 && stat(path, &named) == 0 && mine.st_ino == named.st_ino
    }

    func release() {
        unlink(path)
        close(descriptor)
    }
}
