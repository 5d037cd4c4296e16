import Foundation
import Hummingbird
import NIOCore
import Testing

@testable import Kollegium

@Suite(.serialized) struct SlowClientTests {
    private static let short = SlowClientLimits(
        head: .milliseconds(800), idle: .milliseconds(800), body: .milliseconds(400),
        answer: .milliseconds(500),
        afterAnswer: .milliseconds(300))

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("page") { _, _ in "hej" }
        router.get("page/:number") { _, context in context.parameters.get("number") ?? "" }
        router.post("form") { request, _ in
            "\(try await request.body.collect(upTo: 20_000_000).readableBytes) bytes"
        }
        router.post("hesitating") { request, _ in
            try await Task.sleep(for: .milliseconds(1_200))
            return "\(try await request.body.collect(upTo: 20_000_000).readableBytes) bytes"
        }
        router.get("thinking") { _, _ in
            try await Task.sleep(for: .milliseconds(1_500))
            return "thought"
        }
        router.get("large/:megabytes") { _, context in
            let count = try context.parameters.require("megabytes", as: Int.self)
            let piece = ByteBuffer(repeating: UInt8(ascii: "x"), count: 1_000_000)
            return Response(
                status: .ok,
                body: .init { writer in
                    for _ in 0..<count { try await writer.write(piece) }
                    try await writer.finish(nil)
                })
        }
        let small = router.group().add(middleware: BodyLimit(bytes: 1_000))
        small.post("small") { request, _ in
            "\(try await request.body.collect(upTo: 20_000_000).readableBytes) bytes"
        }
        return router
    }

    private let page = "GET /page HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test func `a head that drips is cut off`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            let client = try RawClient(port: port)
            let drops = Array("GET /page HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 200))
                .map(String.init)
            let ending = await client.drip(drops, every: 0.04)
            #expect(ending.isClosed)
            #expect(ending.seconds > 0.6 && ending.seconds < 60)
        }
    }

    @Test func `a client that says nothing is cut off, before its first request and after one`() async throws
    {
        try await withServer(router(), limits: Self.short) { [page] port in
            #expect(try await RawClient(port: port).hear(60).isClosed)
            let other = try RawClient(port: port)
            other.send(page)
            #expect(await other.hear(60, until: "hej").text.hasSuffix("hej"))
            other.send("GET /pa")
            let rest = await other.hear(60)
            #expect(rest.isClosed && rest.text.isEmpty)
        }
    }

    @Test(arguments: [["a"], (0..<100).map { _ in "a" }])
    func `a body that stalls or drips is cut off`(pieces: [String]) async throws {
        try await withServer(router(), limits: Self.short) { port in
            let client = try RawClient(port: port)
            client.send("POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n")
            let ending = await client.drip(pieces, every: 0.04)
            let heard = await client.hear(60)
            #expect(ending.isClosed || heard.isClosed)
            #expect(!heard.text.contains("200"))
        }
    }

    @Test func `a body that comes steadily may take its time`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            let client = try RawClient(port: port)
            client.send("POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n")
            let piece = String(repeating: "a", count: 300)
            let ending = await client.drip((0..<30).map { _ in piece }, every: 0.04)
            #expect(!ending.isClosed && ending.seconds > 1)
            #expect(await client.hear(60, until: "bytes").text.hasSuffix("9000 bytes"))
        }
    }

    @Test func `nobody is cut off for our own slowness`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            let thinking = try RawClient(port: port)
            thinking.send("GET /thinking HTTP/1.1\r\nHost: a\r\n\r\n")
            // Made before the connection is, which may not wait for it.
            let request =
                "POST /hesitating HTTP/1.1\r\nHost: a\r\nContent-Length: 15000000\r\n\r\n"
                + String(repeating: "a", count: 15_000_000)
            let sending = try RawClient(port: port)
            let isSent = await onThread { sending.send(request) }
            #expect(isSent)
            #expect(await sending.hear(60, until: "bytes").text.hasSuffix("15000000 bytes"))
            #expect(await thinking.hear(60, until: "thought").text.hasSuffix("thought"))
        }
    }

    @Test func `a client that does not take its answer is cut off`() async throws {
        let connections = OpenConnections()
        try await withServer(router(), limits: Self.short, connections: connections) { port in
            let client = try RawClient(port: port)
            client.send("GET /large/60 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await reaches { connections.count == 1 })
            #expect(await reaches(4) { connections.count == 0 })
            #expect(await client.hear(60).isClosed)
        }
    }

    @Test func `a client that takes its answer at leisure gets all of it`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            let client = try RawClient(port: port)
            client.send("GET /large/20 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let count = await onThread { client.read(piece: 100_000, pause: 0.01) }
            #expect(count > 20_000_000 && count < 20_001_000)
        }
    }

    @Test func `large and many header fields are refused`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            for fields in [
                "X: " + String(repeating: "x", count: 1_000_000) + "\r\n",
                String(repeating: "X: x\r\n", count: 101),
                (0..<60).map { "X\($0): " + String(repeating: "x", count: 1_000) + "\r\n" }.joined(),
            ] {
                let client = try RawClient(port: port)
                let sending = Task {
                    await onThread { client.send("GET /page HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n") }
                }
                let heard = await client.hear(60)
                #expect(!heard.text.contains("200"))
                #expect(heard.isClosed)
                _ = await sending.value
            }
            let client = try RawClient(port: port)
            client.send(
                "GET /page HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: x\r\n", count: 90) + "\r\n")
            #expect(await client.hear(60, until: "hej").text.contains("200 OK"))
        }
    }

    @Test func `requests sent in one go are answered in their order`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            let client = try RawClient(port: port)
            client.send(
                (0..<50).map { "GET /page/nr-\($0)- HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
            let heard = await client.hear(60, until: "nr-49-")
            let numbers = heard.text.matches(of: /nr-([0-9]+)-/).map { String($0.1) }
            #expect(numbers == (0..<50).map(String.init))
        }
    }

    @Test func `whoever says that they send too much is told at once, and then cut off`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            let client = try RawClient(port: port)
            client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\nabc")
            #expect(await client.hear(60, until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 413 "))
            let ending = await client.drip((0..<100).map { _ in "abc" }, every: 0.04)
            #expect(ending.isClosed && ending.seconds < 60)
        }
    }

    @Test func `whoever does not say is stopped where it becomes too much`() async throws {
        try await withServer(router(), limits: Self.short) { port in
            let head = "POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            let chunk = "1f4\r\n" + String(repeating: "a", count: 500) + "\r\n"
            let client = try RawClient(port: port)
            client.send(head + chunk + chunk + "0\r\n\r\n")
            #expect(await client.hear(60, until: "bytes").text.hasSuffix("1000 bytes"))
            client.send(head + chunk + chunk + "1\r\na\r\n0\r\n\r\n")
            #expect(await client.hear(60, until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test func `no more connections are taken than the limit says, and a place becomes free again`()
        async throws
    {
        var limits = Self.short
        limits.connections = 2
        limits.idle = .seconds(20)
        limits.head = .seconds(20)
        let connections = OpenConnections()
        try await withServer(router(), limits: limits, connections: connections) { [page] port in
            var held: RawClient? = try RawClient(port: port)
            let other = try RawClient(port: port)
            held?.send(page)
            other.send(page)
            #expect(await other.hear(60, until: "hej").text.contains("hej"))
            #expect(await reaches { connections.count == 2 })
            let waiting = try RawClient(port: port)
            waiting.send(page)
            #expect(await waiting.hear(0.5).text.isEmpty)
            held = nil
            #expect(await waiting.hear(60, until: "hej").text.contains("hej"))
            withExtendedLifetime(other) {}
        }
    }
}

/// Whether it becomes so within some seconds.
func reaches(_ seconds: Double = 120, _ condition: @Sendable () -> Bool) async -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
        if condition() { return true }
        try? await Task.sleep(for: .milliseconds(20))
    }
    return condition()
}
