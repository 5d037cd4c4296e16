import Storage
import Synchronization

/// What was read before, kept for as long as nothing is written to the database. It is never out of date: each value
/// stands under the stamp that was taken before it was read, and is given to nobody who has another.
///
/// Whoever asks for a value that is just being read waits for that reading.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Contents {
        var stamp: Stamp?
        var values: [Key: Value] = [:]
        var underWay: [Key: Task<Value, any Error>] = [:]
    }

    private enum Found {
        case value(Value)
        case underWay(Task<Value, any Error>)
    }

    private let contents = Mutex(Contents())
    private let limit: Int

    /// - Parameter limit: How many values are kept; when there are more, all are forgotten.
    init(limit: Int) {
        self.limit = limit
    }

    /// - Parameters:
    ///   - key: All that the value depends on besides what is stored.
    ///   - stamp: taken before `read` and before anything that `read` goes by.
    func value(
        _ key: Key, at stamp: Stamp, read: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let found = contents.withLock { contents -> Found in
            if contents.stamp != stamp { contents = Contents(stamp: stamp) }
            if let value = contents.values[key] { return .value(value) }
            if let task = contents.underWay[key] { return .underWay(task) }
            let task = Task { try await self.keep(key, at: stamp, read) }
            contents.underWay[key] = task
            return .underWay(task)
        }
        return switch found {
        case .value(let value): value
        case .underWay(let task): try await task.value
        }
    }

    private func keep(
        _ key: Key, at stamp: Stamp, _ read: @Sendable () async throws -> Value
    ) async throws -> Value {
        let result: Result<Value, any Error>
        do {
            result = .success(try await read())
        } catch {
            result = .failure(error)
        }
        contents.withLock { contents in
            guard contents.stamp == stamp else { return }
            contents.underWay[key] = nil
            guard let value = try? result.get() else { return }
            if contents.values.count >= limit { contents.values = [:] }
            contents.values[key] = value
        }
        return try result.get()
    }
}
