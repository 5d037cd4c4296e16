import Synchronization

/// Does `work`, and `beside` it again and again until it has ended.
func meanwhile<T: Sendable>(
    _ work: @escaping @Sendable () async throws -> T, _ beside: () async throws -> Void
) async throws -> T {
    let end = Flag()
    let task = Task {
        defer { end.raise() }
        return try await work()
    }
    while !end.isRaised { try await beside() }
    return try await task.value
}

private final class Flag: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .acquiring) }
    func raise() { value.store(true, ordering: .releasing) }
}
