import Foundation
import Glibc

/// Where passwords are hashed: a few threads of its own. A hash takes a third of a second and 128 MB, so neither the
/// event loop nor the tasks of other requests may wait for one, and no more of them run than there is memory for.
final class PasswordHashing: Sendable {
    /// More people sign in at this moment than the machine can hash for. Nobody's password was looked at.
    struct Overrun: Error, Equatable {
        let sentence = Sentence(
            sv: "Just nu loggar väldigt många in. Vänta en stund och försök igen.",
            en: "Very many people are signing in right now. Wait a moment and try again.")
    }

    let cost: PasswordHash.Cost
    /// How many hashes run at once; memory is 128 MB times this.
    let concurrency: Int
    /// How many more may wait for their turn.
    let queueLimit: Int
    private let queue = WorkQueue()
    /// What the password of nobody is compared with.
    private let nobody: PasswordHash

    /// - Parameter concurrency: half of the machine's cores by default, so that pages always have the other half.
    init(
        concurrency: Int = PasswordHashing.halfTheCores, queueLimit: Int = 64,
        cost: PasswordHash.Cost = .owasp
    ) throws {
        self.cost = cost
        self.concurrency = max(1, concurrency)
        self.queueLimit = max(0, queueLimit)
        nobody = PasswordHash(ofNobodyAt: cost)
        for number in 1...self.concurrency {
            let thread = Thread { [queue] in
                Self.stepBack()
                queue.work()
            }
            thread.name = "password-\(number)"
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    deinit { queue.close() }

    /// Whoever waits for a page goes first; on Linux a thread has a priority of its own.
    private static func stepBack() {
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    }

    static var halfTheCores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount / 2) }

    /// - Throws: `Overrun`, or `CancellationError` where the caller has gone away before its turn.
    func hash(_ password: String) async throws -> PasswordHash {
        try await perform { [cost] in try PasswordHash(of: password, cost: cost) }
    }

    /// Compares with what is kept of an account, or at the same cost with nothing, where there is no such account or
    /// it has no password: the answer is then no.
    func verify(_ password: String, against kept: PasswordHash?) async throws -> PasswordHash.Verdict {
        try await perform { [cost, nobody] in
            let verdict = try (kept ?? nobody).verify(password, wanting: cost)
            return kept == nil ? PasswordHash.Verdict(isRight: false, wantsRehash: false) : verdict
        }
    }

    /// How many wait, for the metrics.
    var waiting: Int { queue.waiting }

    private func perform<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try Task.checkCancellation()
        let ticket = WorkQueue.Ticket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let job = WorkQueue.Job(
                    ticket: ticket,
                    work: {
                        let result = Result { try work() }
                        return { continuation.resume(with: result) }
                    },
                    refuse: { continuation.resume(throwing: $0) })
                queue.add(job, limit: concurrency + queueLimit)
            }
        } onCancel: {
            queue.cancel(ticket)
        }
    }
}
