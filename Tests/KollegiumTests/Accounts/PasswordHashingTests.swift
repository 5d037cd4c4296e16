import Foundation
import Testing

@testable import Kollegium

@Suite struct PasswordHashingTests {
    /// About a tenth of a second.
    private static let slow = PasswordHash.Cost(ln: 14, r: 8, p: 2)

    @Test
    func `what does not fit in the queue is refused, and what fits is done`() async throws {
        let hashing = try PasswordHashing(concurrency: 1, queueLimit: 3, cost: Self.slow)
        let words = await withTaskGroup(of: String.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do {
                        _ = try await hashing.hash("lösen")
                        return "done"
                    } catch is PasswordHashing.Overrun {
                        return "refused"
                    } catch { return "\(error)" }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(Set(words.keys) == ["done", "refused"])
        // One runs and three wait; a few more get a place while the twenty arrive.
        #expect((4...12).contains(words["done"] ?? 0), "\(words)")
        // And there is room again.
        #expect(try await hashing.hash("lösen").cost == Self.slow)
    }

    @Test
    func `while passwords are hashed other tasks go on`() async throws {
        // More at once than there are cores: on the threads that run tasks they would leave room for nothing else.
        let hashing = try PasswordHashing(
            concurrency: 2 * ProcessInfo.processInfo.activeProcessorCount, queueLimit: 100, cost: Self.slow)
        let work = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 * hashing.concurrency { group.addTask { _ = try await hashing.hash("lösen") } }
                try await group.waitForAll()
            }
        }
        var turns = 0
        while hashing.waiting == 0 { try await Task.sleep(for: .milliseconds(1)) }
        while hashing.waiting > 0 {
            try await Task.sleep(for: .milliseconds(1))
            turns += 1
        }
        try await work.value
        #expect(turns > 20)
    }

    @Test
    func `whoever goes away before their turn takes nobody's time`() async throws {
        let hashing = try PasswordHashing(concurrency: 1, queueLimit: 100, cost: Self.slow)
        let first = Task { try await hashing.hash("lösen") }
        let gone = (0..<30).map { _ in Task { try await hashing.hash("lösen") } }
        while hashing.waiting < 29 { try await Task.sleep(for: .milliseconds(1)) }
        for task in gone { task.cancel() }
        for task in gone.dropFirst() { _ = await task.result }
        _ = try await first.value
        #expect(hashing.waiting == 0)
    }

    @Test
    func `nobody's password costs as much as somebody's, and is never right`() async throws {
        let hashing = try PasswordHashing(concurrency: 1, cost: Self.slow)
        #expect(try await hashing.verify("fel", against: nil).isRight == false)
        let kept = try await hashing.hash("lösen")
        // The seconds are the machine's; they follow from the cost, and both go the same way.
        #expect(PasswordHash(ofNobodyAt: Self.slow).cost == kept.cost)
    }

    @Test
    func `its threads end with it`() async throws {
        weak var gone: PasswordHashing?
        do {
            let hashing = try PasswordHashing(concurrency: 2, cost: Door.cheap)
            gone = hashing
            _ = try await hashing.hash("lösen")
        }
        #expect(gone == nil)
    }
}
