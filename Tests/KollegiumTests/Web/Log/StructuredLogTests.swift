import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Testing

@testable import Kollegium

/// Keeps the lines that a log writes.
final class KeptLines: Sendable {
    private let kept = Mutex<[[UInt8]]>([])

    @Sendable func take(_ line: [UInt8]) { kept.withLock { $0.append(line) } }

    var lines: [String] { kept.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }

    /// Each line as JSON reads it.
    func entries() throws -> [[String: String]] {
        try kept.withLock { lines in
            try lines.map { line in
                #expect(line.last == 0x0A && !line.dropLast().contains { $0 < 0x20 })
                let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
                return try #require(object).mapValues { "\($0)" }
            }
        }
    }
}

@Suite struct StructuredLogTests {
    private let kept = KeptLines()

    private func logger(_ level: Logger.Level = .trace) -> Logger {
        let log = StructuredLog(label: "web", level: level, now: { 1_795_271_400_123 }, write: kept.take)
        return Logger(label: "web") { _ in log }
    }

    @Test func `an entry is one line of JSON`() throws {
        logger().info("answered", metadata: ["ms": "1.5", "status": .stringConvertible(200)])
        #expect(
            kept.lines == [
                "{\"time\":\"2026-11-21T14:30:00.123Z\",\"level\":\"info\",\"from\":\"web\",\"message\":\"answered\",\"ms\":\"1.5\",\"status\":\"200\"}\n"
            ])
    }

    @Test func `what is below the level is not there`() throws {
        var logger = logger(.notice)
        logger.info("a")
        logger.notice("b")
        logger.logLevel = .debug
        logger.debug("c")
        #expect(try kept.entries().map { $0["message"] } == ["b", "c"])
    }

    @Test func `the entry's own fields go before the logger's`() throws {
        var logger = logger()
        logger[metadataKey: "a"] = "logger"
        logger[metadataKey: "hb.request.id"] = "0123456789abcdef0123456789abcdef"
        logger.info("m", metadata: ["a": "entry", "level": "x"])
        let entry = try #require(try kept.entries().first)
        #expect(entry["a"] == "entry")
        #expect(entry["request"] == "0123456789abcdef0123456789abcdef")
        #expect(entry["level"] == "info" && entry["level_"] == "x")
    }

    @Test(arguments: [
        "password", "newPassword", "SESSION", "form-token", "Set-Cookie", "authorization", "email", "E-mail",
        "ip",
        "remote-address", "User-Agent", "hb.request.path", "path", "url", "name", "account", "code",
    ])
    func `fields that hold secrets or people are hidden`(name: String) throws {
        logger().info("m", metadata: [name: "kalle"])
        #expect(kept.lines[0].contains("\"\(name)\":\"[hidden]\""))
        #expect(!kept.lines[0].contains("kalle"))
    }

    @Test(arguments: [
        "anna.berg@example.se", "<anna@example.se>", "mailto:anna@example.se", "to=anna@skola.example,",
        "postgres://kollegium:hemligt@db.example/kollegium", "192.0.2.17", "192.0.2.17:4711", "2001:db8::17",
        "[2001:db8::17]:80", "(192.0.2.17)", "from 192.0.2.17.", "::1",
        "q7BxVd0eTzKq3nJmHs9wPzAlc2RkZmdoamtsbW5vcHFyc3Q",
        "Bearer:q7BxVd0eTzKq3nJmHs9wPzAlc2RkZmdoamtsbW5vcHFyc3Q",
    ])
    func `what looks like a person or a secret is hidden in any text`(text: String) throws {
        logger().warning("seen \(text) there", metadata: ["reason": .string(text)])
        let line = kept.lines[0]
        #expect(line.contains("seen ") && line.contains("there") && line.contains("[hidden]"))
        for secret in ["anna", "hemligt", "192.0.2", "2001:db8", "::1", "q7Bx"] {
            #expect(!line.contains(secret))
        }
    }

    @Test(arguments: [
        "Server started and listening on port 8080", "version 2.28.1", "/teams/:team/members", "12:30:00.123",
        "kl. 12.30: klart", "NIOThrowingAsyncSequenceProducerBackPressureStrategies.HighLowWatermark", "a: b",
        "@",
    ])
    func `what is neither stands as it is`(text: String) throws {
        logger().info("\(text)")
        #expect(try kept.entries()[0]["message"] == text)
    }

    @Test func `a text cannot end its line nor move the cursor`() throws {
        let hostile = "a\nb\r{\"level\":\"x\"}\u{1B}[2J\u{0}\u{7F}\u{85}\u{2028}\u{202E}\u{1F600}å\\"
        logger().info("\(hostile)", metadata: ["k\n\"": .string(hostile)])
        let line = kept.lines[0]
        #expect(line.filter { $0.isNewline }.count == 1)
        for scalar: Unicode.Scalar in ["\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}"] {
            #expect(!line.unicodeScalars.contains(scalar))
        }
        let entry = try kept.entries()[0]
        #expect(entry["message"] == hostile)
        #expect(entry["k\n\""] == hostile)
    }

    @Test func `a line has a limit, and says that it was cut`() throws {
        let long = String(repeating: "ö ", count: 100_000)
        logger().info(
            "\(long)", metadata: ["a": .string(long), "b": .string(long), "c": .string(long), "d": "d"])
        #expect(kept.lines[0].utf8.count <= LogLine.limit + 20)
        let entry = try kept.entries()[0]
        #expect(entry["cut"] == "1")
        #expect(entry["message"]?.hasSuffix("…") == true)
    }

    @Test func `any time can be told`() {
        #expect(LogLine.instant(0) == "1970-01-01T00:00:00.000Z")
        #expect(LogLine.instant(-1) == "1969-12-31T23:59:59.999Z")
        #expect(LogLine.instant(951_782_400_000) == "2000-02-29T00:00:00.000Z")
        #expect(LogLine.instant(Int64.max / 4).isEmpty == false)
    }

    @Test func `random texts always make lines that JSON reads`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let scalars = (0..<Int.random(in: 0..<60)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...(Bool.random() ? 0x7F : 0x10FFFF), using: &generator))
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            logger().info("\(text)", metadata: ["x": .string(text)])
        }
        #expect(try kept.entries().count == 500)
    }
}

@Suite struct RequestLogTests {
    private struct Mishap: Error {}

    private func entries(_ requests: [(String, HTTPRequest.Method)], level: Logger.Level = .info) async throws
        -> [[String: String]]
    {
        let kept = KeptLines()
        let log = StructuredLog(label: "web", level: level, now: { 0 }, write: kept.take)
        let router = Router()
        router.add(middleware: RequestLog())
        router.get("teams/:team") { _, _ in "hej" }
        router.get("mishap") { _, _ -> String in throw Mishap() }
        router.post("form") { _, _ -> String in throw RequestRefusal.formExpired }
        router.get("health") { _, _ in "ok" }
        let application = Application(router: router, logger: Logger(label: "web") { _ in log })
        try await application.test(.router) { client in
            for (path, method) in requests {
                _ = try? await client.execute(
                    uri: path, method: method, headers: [.userAgent: "Mozilla/5.0", .cookie: "session=abc"]
                ) { $0 }
            }
        }
        return try kept.entries().filter { $0["message"] == "answered" }
    }

    @Test func `a request is told by its route, and by nothing that it brought`() async throws {
        let entry = try #require(
            try await entries([("/teams/kr5ucmz2kr5ucmz2kr5ucmz2kr?token=secret", .get)]).first)
        #expect(entry["route"]?.firstMatch(of: /^\/teams\/[:{]team}?$/) != nil)
        #expect(entry["method"] == "GET" && entry["status"] == "200" && entry["bytes"] == "3")
        #expect(entry["ms"]?.firstMatch(of: /^[0-9]+\.[0-9]$/) != nil)
        #expect(entry["request"]?.isEmpty == false)
        #expect(
            Set(entry.keys) == [
                "time", "level", "from", "message", "request", "method", "route", "status", "bytes", "ms",
            ])
        for value in entry.values {
            for secret in ["kr5u", "secret", "Mozilla", "abc"] { #expect(!value.contains(secret)) }
        }
    }

    @Test func `what went wrong is told with its status`() async throws {
        let entries = try await entries([
            ("/mishap", .get), ("/form", .post), ("/nowhere/anna", .get), ("/form", .init("BREW")!),
        ])
        #expect(entries.map { $0["status"] } == ["500", "403", "404", "404"])
        #expect(entries.map { $0["level"] } == ["error", "info", "info", "info"])
        #expect(entries[2]["route"] == "(none)")
        #expect(entries[3]["method"] == "other")
    }

    @Test func `what machines ask for all the time is told only when one looks closely`() async throws {
        #expect(try await entries([("/health", .get)]).isEmpty)
        #expect(try await entries([("/health", .get)], level: .debug).count == 1)
    }
}
