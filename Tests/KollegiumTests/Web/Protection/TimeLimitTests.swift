import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import Kollegium

@Suite struct TimeLimitTests {
    private func answer(_ path: String, _ noted: Noted = Noted()) async throws -> (
        HTTPResponse.Status, String
    ) {
        let router = Router()
        router.add(middleware: TimeLimit(.milliseconds(150)))
        router.get("quick") { _, _ in "quick" }
        router.get("refused") { _, _ -> String in throw RequestRefusal.formExpired }
        router.get("slow") { _, _ -> String in
            do {
                try await Task.sleep(for: .seconds(20))
                return "slow"
            } catch {
                noted.note(error is CancellationError)
                throw error
            }
        }
        router.get("late") { _, _ -> String in
            try? await Task.sleep(for: .seconds(20))
            return "late"
        }
        router.get("late-refusal") { _, _ -> String in
            try? await Task.sleep(for: .seconds(20))
            throw RequestRefusal.tooLarge(limit: 7)
        }
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: path, method: .get) { ($0.status, String(buffer: $0.body)) }
        }
    }

    final class Noted: Sendable {
        private let value = Mutex(false)
        func note(_ new: Bool) { value.withLock { $0 = new } }
        var isSo: Bool { value.withLock { $0 } }
    }

    @Test func `what is ready in time is given, and errors are as they were`() async throws {
        #expect(try await answer("/quick") == (.ok, "quick"))
        #expect(try await answer("/refused").0 == .forbidden)
    }

    @Test func `what takes too long is cancelled, and the person is asked to try again`() async throws {
        let noted = Noted()
        let (status, text) = try await answer("/slow", noted)
        #expect(status == .serviceUnavailable)
        #expect(
            text == RequestRefusal.tookTooLong.sentence.sv + "\n" + RequestRefusal.tookTooLong.sentence.en
                + "\n")
        #expect(noted.isSo)
    }

    @Test func `work that is done all the same is not thrown away`() async throws {
        #expect(try await answer("/late") == (.ok, "late"))
        #expect(try await answer("/late-refusal").0 == .contentTooLarge)
    }

    @Test func `a file that does not come in time is told so`() async throws {
        let router = Router()
        router.group().add(middleware: TimeLimit(.milliseconds(300), refusal: .cameTooSlowly))
            .post("file") { request, _ in
                "\(try await request.body.collect(upTo: 1_000_000).readableBytes)"
            }
        try await withServer(router, limits: SlowClientLimits()) { port in
            let client = try RawClient(port: port)
            client.send("POST /file HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc")
            #expect(await client.hear(60, until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test func `what is under way side by side is each ended at its own time`() async throws {
        let deadlines = Deadlines(after: .seconds(1))
        let ended = Mutex<[Int]>([])
        let first = deadlines.set { ended.withLock { $0.append(1) } }
        let lifted = deadlines.set { ended.withLock { $0.append(2) } }
        #expect(deadlines.lift(lifted))
        #expect(await reaches { ended.withLock { $0 } == [1] })
        #expect(!deadlines.lift(first))
        // Once nothing is left to watch over, the next begins anew.
        try await Task.sleep(for: .milliseconds(100))
        _ = deadlines.set { ended.withLock { $0.append(3) } }
        #expect(await reaches { ended.withLock { $0 } == [1, 3] })
    }
}
