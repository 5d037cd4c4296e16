import Foundation
import Hummingbird
import NIOCore
import Storage
import Support
import Testing

@testable import Kollegium

/// What the limits come to where the whole site is served: nobody wears it out, and who meant well is told why.
@Suite(.serialized) struct SiteLimitsTests {
    static let short = SlowClientLimits(
        head: .milliseconds(800), idle: .milliseconds(800), body: .milliseconds(400),
        answer: .milliseconds(500), afterAnswer: .milliseconds(300))

    @Test func `who says nothing, or drips, is cut off without an answer`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.serving(limits: Self.short) { port in
                #expect(try await RawClient(port: port).hear(60).isClosed)
                let head = try RawClient(port: port)
                let letters = Array(
                    "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "x", count: 200))
                #expect(await head.drip(letters.map(String.init), every: 0.04).isClosed)
                let body = try RawClient(port: port)
                body.send(
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 5000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
                #expect(await body.drip((0..<200).map { _ in "a" }, every: 0.04).isClosed)
                // Everybody else is served meanwhile and afterwards.
                let other = try RawClient(port: port)
                other.send("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(await other.hear(60, until: "</html>").text.hasPrefix("HTTP/1.1 200 OK"))
            }
        }
    }

    @Test func `who announces too much gets a page that says so, before any of it is read`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.serving(limits: Self.short) { port in
                let client = try RawClient(port: port)
                client.send(
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 1000000000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nabc")
                let heard = await client.hear(60, until: "</html>").text
                #expect(heard.hasPrefix("HTTP/1.1 413 ") && heard.contains("högst 256 kB tas emot här"))
                #expect(await client.drip((0..<200).map { _ in "abc" }, every: 0.04).isClosed)
            }
        }
    }

    @Test
    func `every route that changes something asks for the form's token, and takes no more than it says`()
        async throws
    {
        try await withDemo(.sqlite, settings: [.largestForm: "16", .largestUpload: "1"]) { web in
            let browser = try await web.be("programledare@example.org")
            let (urlEncoded, long) = (
                "application/x-www-form-urlencoded", String(repeating: "a", count: 17_000)
            )
            let routes = buildRouter(web.site).routes.filter { ![.get, .head].contains($0.method) }
            try #require(routes.count > 40)
            for route in routes {
                let path = "\(route.path)".split(separator: "/").map { part in
                    part.hasPrefix(":") || part.hasPrefix("{") ? "x" : String(part)
                }.reduce("") { $0 + "/" + $1 }
                let unproven = try await browser.post(path, body: "a=b", type: urlEncoded)
                let tooLong = try await browser.post(path, body: "a=" + long, type: urlEncoded)
                let files = try await browser.post(
                    path, body: "--abc\r\n\r\n", type: "multipart/form-data; boundary=abc")
                switch path {
                case "/uploads":
                    #expect(unproven.status == .badRequest && tooLong.status == .badRequest)
                    let upload = try await browser.post(
                        path, body: String(repeating: "a", count: 1_100_000),
                        type: "multipart/form-data; boundary=abc")
                    #expect(upload.status == .contentTooLarge && upload.body.contains("högst 1 MB"))
                case "/programmes/x/paste": #expect(tooLong.status == .forbidden)
                case "/programmes/x/questionnaires/file", "/questionnaires/x/draft/file":
                    #expect([.badRequest, .notFound].contains(tooLong.status), "\(path)")
                default: #expect(tooLong.status == .contentTooLarge, "\(path)")
                }
                let takesFiles = path.hasSuffix("/file")
                if takesFiles {
                    #expect([.badRequest, .notFound].contains(unproven.status), "\(path)")
                } else if path != "/uploads" {
                    #expect(unproven.status == .forbidden, "\(path)")
                }
                #expect(files.status == (takesFiles ? .notFound : .badRequest), "\(path)")
            }
            let stranger = try await web.browser().post("/programmes/x/paste", body: long, type: urlEncoded)
            #expect(stranger.status == .contentTooLarge)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `work that takes longer than the settings say is ended, and nothing is changed`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, settings: [.requestSeconds: "1"]) { web in
            let browser = try await web.be(Web.teacher)
            _ = try await browser.get("/account")
            try await web.site.database.write { db in try db.executeScript(Self.slowness(engine)) }
            let start = ContinuousClock.now
            let answer = try await browser.post("/language", ["language": "en"])
            #expect(answer.status == .serviceUnavailable && answer.body.contains("Det tog för lång tid"))
            #expect(ContinuousClock.now - start < .seconds(60))
            #expect(try await web.account(Web.teacher).language == .sv)
            #expect(try await browser.get("/account").status == .ok)
        }
    }

    /// Makes every change of an account take very long.
    private static func slowness(_ engine: TestEngine) -> String {
        switch engine {
        case .sqlite:
            """
            CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
            CREATE TRIGGER slow BEFORE UPDATE ON accounts BEGIN SELECT count(*) FROM endless; END;
            """
        case .postgres:
            """
            CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
            CREATE TRIGGER slow BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION slow();
            """
        }
    }
}

extension Web {
    /// The same site at a port of its own, while `body` runs.
    func serving<T: Sendable>(
        limits: SlowClientLimits, _ body: @Sendable @escaping (_ port: Int) async throws -> T
    ) async throws -> T {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = buildApplication(
            site, limits: limits, running: { found.yield($0.localAddress?.port ?? 0) })
        return try await whileServing(application, at: ports, body)
    }
}
