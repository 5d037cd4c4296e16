/// Lets only a few tests run programs at the same time. All of them at once would keep each other waiting until
/// no time that a test measures means anything.
actor Turnstile {
    static let databases = Turnstile(places: 4)

    /// Whoever is inside already goes in and out freely.
    @TaskLocal private static var isInside = false

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        free = places
    }

    func pass<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        if Self.isInside { return try await body() }
        await enter()
        defer { leave() }
        return try await Self.$isInside.withValue(true) { try await body() }
    }

    private func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
