import Synchronization

/// How far a reading has come, told by one thread and asked by another.
final class ReadingProgress: Sendable {
    private let latest = Mutex(ImportProgress(total: 0))

    func tell(_ progress: ImportProgress) { latest.withLock { $0 = progress } }

    /// From 0 to 1.
    var share: Double {
        latest.withLock { $0.total > 0 ? min(1, Double($0.done) / Double($0.total)) : 0 }
    }

    var file: String { latest.withLock { $0.file } }
}
