import Foundation
import Hummingbird
import NIOCore
import Support
import Testing

@testable import Kollegium

/// Uploads as they come over the line, piece by piece.
@Suite(.serialized) struct UploadSocketTests {
    private let leader = "programledare@example.org"

    /// The head of an upload and the beginning of its body, up to where the file's own bytes begin.
    private func beginning(_ browser: Browser, length: Int?) async throws -> String {
        _ = try await browser.get("/uploads")
        let cookies = await browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let before =
            "--abc\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(await browser.lastToken)\r\n--abc\r\n"
            + "Content-Disposition: form-data; name=\"bundle\"; filename=\"a.zip\"\r\n\r\nPK\u{3}\u{4}"
        let size =
            length.map { "Content-Length: \(before.utf8.count + $0)\r\n\r\n" + before }
            ?? "Transfer-Encoding: chunked\r\n\r\n\(String(before.utf8.count, radix: 16))\r\n\(before)\r\n"
        return
            "POST /uploads HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: \(cookies)\r\n"
            + "Content-Type: multipart/form-data; boundary=abc\r\n" + size
    }

    private func files(_ web: Web) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: web.place.folder + "/uploads")) ?? []
    }

    @Test func `a file sent over the line arrives whole`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            let request = try await beginning(browser, length: 3_000_000 + 11)
            try await web.serving(limits: SiteLimitsTests.short) { port in
                let client = try RawClient(port: port)
                client.send(request)
                #expect(await client.pour([UInt8](repeating: 0, count: 100_000), times: 30) == 3_000_000)
                client.send("\r\n--abc--\r\n")
                #expect(await client.hear(60, until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 303 "))
            }
            #expect(files(web).count == 1)
            #expect(try await web.number("SELECT bytes FROM uploads") == 3_000_004)
        }
    }

    @Test func `200 MB and no more, however it is sent, and none of it in memory or left on the disk`()
        async throws
    {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            let announced = try await beginning(browser, length: 201_000_000)
            let untold = try await beginning(browser, length: nil)
            try await web.serving(limits: SiteLimitsTests.short) { port in
                let honest = try RawClient(port: port)
                honest.send(announced)
                let refusal = await honest.hear(60, until: "</html>").text
                #expect(refusal.hasPrefix("HTTP/1.1 413 ") && refusal.contains("högst 200 MB"))

                let before = residentMemory()
                let client = try RawClient(port: port)
                client.send(untold)
                let piece = [UInt8]("f4240\r\n".utf8) + [UInt8](repeating: 0, count: 1_000_000) + [13, 10]
                let watch = Task { await mostMemory() }
                let sent = await client.pour(piece, times: 260)
                watch.cancel()
                let most = await watch.value
                // What the sockets hold is sent before the refusal is heard.
                #expect(sent > 195_000_000 && sent < 240_000_000, "\(sent)")
                // Other tests run in the same process, so it is no closer than this.
                #expect(most - before < 150_000_000, "\(before) \(most)")
                #expect(await client.hear(60, until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 413 "))
            }
            #expect(files(web).isEmpty)
            #expect(try await web.count("uploads") == 0)
        }
    }

    @Test func `who thinks better of it while the file is sent leaves nothing`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            let request = try await beginning(browser, length: 1_000_000)
            try await web.serving(limits: SlowClientLimits()) { port in
                var client: RawClient? = try RawClient(port: port)
                client?.send(request)
                #expect(await client?.pour([UInt8](repeating: 0, count: 10_000), times: 3) == 30_000)
                #expect(await reaches { files(web).count == 1 })
                client = nil
                #expect(await reaches { files(web).isEmpty })
            }
            #expect(try await web.count("uploads") == 0)
        }
    }

    @Test func `an upload that stops on the way is cut off, and nothing is left`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            let request = try await beginning(browser, length: 1_000_000)
            try await web.serving(limits: SiteLimitsTests.short) { port in
                let client = try RawClient(port: port)
                client.send(request)
                #expect(await client.pour([UInt8](repeating: 0, count: 10_000), times: 3) == 30_000)
                #expect(await reaches { files(web).count == 1 })
                #expect(await client.hear(60).isClosed)
                #expect(await reaches { files(web).isEmpty })
            }
            #expect(try await web.count("uploads") == 0)
        }
    }
}

/// Bytes of the process that are in memory.
private func residentMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return (status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
}

/// The most that was in memory until the task is cancelled.
private func mostMemory() async -> Int {
    var most = 0
    while !Task.isCancelled {
        most = max(most, residentMemory())
        try? await Task.sleep(for: .milliseconds(20))
    }
    return most
}
