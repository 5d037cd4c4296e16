import Foundation
import Storage

/// Other programs that write to the same SQLite file, and for how long an import may keep them waiting. On
/// PostgreSQL an import keeps nobody waiting.
struct BlockedWriters: Sendable {
    let deadline: ContinuousClock.Instant
    private let bytes: Int64

    /// What an import reads at the least in a second, on a slow machine.
    private static let bytesPerSecond: Int64 = 20_000_000

    /// Nil where nobody else has the database open.
    init?(_ location: DatabaseLocation, _ bundle: any BundleSource) throws {
        guard case .file(let path) = location, isOpenElsewhere(path) else { return nil }
        bytes = bundle.files.reduce(0) { $0 + (bundle.size(of: $1) ?? 0) }
        deadline = .now + StudyImport.longestBlock
    }

    /// Refuses at once what would certainly take too long.
    func refuseLongBundle() throws {
        let seconds = bytes / Self.bytesPerSecond
        if seconds >= StudyImport.longestBlock.components.seconds { throw ImportRefusal.wouldBlock }
    }

    func refuseToBlock() throws {
        throw ImportRefusal.wouldBlock
    }
}

/// Whether another program has the SQLite database open.
///
/// Every program that uses a database with a write-ahead log holds a shared lock on byte 128 of its `-shm` file
/// for as long as it is there (SQLite, “WAL-mode file format”, locking).
private func isOpenElsewhere(_ path: String) -> Bool {
    let descriptor = open(path + "-shm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 128
    lock.l_len = 1
    let answered = fcntl(descriptor, F_GETLK, &lock) == 0
    // The descriptor stays open: closing it would drop the locks that SQLite holds for us on the same file.
    return answered && lock.l_type != Int16(F_UNLCK)
}
