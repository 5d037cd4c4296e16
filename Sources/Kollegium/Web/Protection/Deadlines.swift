import Synchronization

/// Cancels what has not ended in time. One task watches over all of it: a timer for each would stay in memory for the
/// whole of its time, long after the answer is given.
final class Deadlines: Sendable {
    private struct Contents {
        var open: [Int: (end: ContinuousClock.Instant, cancel: @Sendable () -> Void)] = [:]
        var latest = 0
        var isWatched = false
    }

    private let contents = Mutex(Contents())
    private let time: Duration

    /// - Parameter time: How long each may take; it is noticed a twentieth of that later at most.
    init(after time: Duration) {
        self.time = time
    }

    /// - Returns: What to lift it by.
    func set(_ cancel: @escaping @Sendable () -> Void) -> Int {
        let end = ContinuousClock.now + time
        let (number, isWatched) = contents.withLock { contents in
            contents.latest += 1
            contents.open[contents.latest] = (end, cancel)
            defer { contents.isWatched = true }
            return (contents.latest, contents.isWatched)
        }
        if !isWatched { Task.detached { await self.watch() } }
        return number
    }

    /// - Returns: False where it had passed already.
    @discardableResult
    func lift(_ number: Int) -> Bool {
        contents.withLock { $0.open.removeValue(forKey: number) != nil }
    }

    private func watch() async {
        var isNeeded = true
        while isNeeded {
            try? await Task.sleep(for: max(.milliseconds(10), time / 20))
            let now = ContinuousClock.now
            let overdue = contents.withLock { contents in
                let overdue = contents.open.filter { $0.value.end <= now }
                for number in overdue.keys { contents.open[number] = nil }
                isNeeded = !contents.open.isEmpty
                contents.isWatched = isNeeded
                return overdue.values.map(\.cancel)
            }
            for cancel in overdue { cancel() }
        }
    }
}
