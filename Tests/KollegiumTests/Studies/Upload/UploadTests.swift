import Foundation
import Hummingbird
import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct UploadTests {
    private let leader = "programledare@example.org"

    private func form(_ token: String, _ name: String, _ bytes: [UInt8]) -> ByteBuffer {
        var body = ByteBuffer(
            string:
                "--abc\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n--abc\r\n"
                + "Content-Disposition: form-data; name=\"bundle\"; filename=\"\(name)\"\r\nContent-Type: application/zip\r\n\r\n"
        )
        body.writeBytes(bytes)
        body.writeString("\r\n--abc--\r\n")
        return body
    }

    private func send(
        _ bytes: [UInt8], name: String = "fem.zip", token: String? = nil, by browser: Browser
    ) async throws -> Browser.Answer {
        _ = try await browser.get("/uploads")
        let given = try await browser.formToken()
        return try await browser.send(
            form(token ?? given, name, bytes), of: "multipart/form-data; boundary=abc", to: "/uploads")
    }

    private func zip(_ web: Web, _ change: (inout TestBundle) -> Void) async throws -> [UInt8] {
        let path = try await TestBundle.fiveSchools().changed(change)
            .zip(to: web.place.folder + "/\(UUID().uuidString).zip")
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private func files(_ web: Web) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: web.place.folder + "/uploads")) ?? []
    }

    @Test(arguments: TestEngine.allCases)
    func `a bundle is sent, read beside the server's work, and led by who sent it`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(leader)
            let bundle = try await zip(web) {
                $0.replace("five-schools", with: "five-again", in: "study.yaml")
            }
            let sent = try await send(bundle, name: "C:\\fakepath\\<b>fem.zip", by: browser)
            #expect(sent.status == .seeOther, "\(sent.body.prefix(2_000))")
            let address = try #require(sent.location)
            let waiting = try await browser.get(address)
            #expect(
                waiting.body.contains("data-renewed=\"5\"") && waiting.body.contains("Väntar på sin tur.")
            )
            #expect(waiting.body.contains("Läser in &lt;b&gt;fem.zip") && !waiting.body.contains("fakepath"))
            #expect(files(web).count == 1 && !files(web)[0].contains("fem"))
            let reading = UploadReading(site: web.site)
            #expect(try await reading.takeNext())
            #expect(try await !reading.takeNext())
            let done = try await browser.get(address)
            #expect(!done.body.contains("data-renewed=\"5\"") && done.body.contains("är inläst"))
            #expect(files(web).isEmpty)
            let programme = (try await web.register()).programme
            #expect(done.body.contains("href=\"/programmes/\(programme)\""))
            let page = try await browser.get("/programmes/\(programme)")
            #expect(page.status == .ok && page.body.contains("Ta över programmet"))
            for other in ["administrator@example.org", "s2-t02@example.org"] {
                #expect(try await web.be(other).get(address).status == .notFound)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is wrong with a bundle is told with file and line, and nothing is there`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(leader)
            let bundle = try await zip(web) { bundle in
                bundle.replace("five-schools", with: "five-again", in: "study.yaml")
                bundle.set(3, of: "teams.csv", to: "t2,<script>nowhere,Lag,,,")
            }
            let address = try #require(try await send(bundle, by: browser).location)
            #expect(try await UploadReading(site: web.site).takeNext())
            let page = try await browser.get(address)
            #expect(
                page.body.contains("teams.csv:3: ") && page.body.contains("Inget lästes in"), "\(page.body)")
            #expect(!page.body.contains("<script") && !page.body.contains(web.place.folder))
            #expect(try await web.number("SELECT count(*) FROM studies") == 1)
            #expect(files(web).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `how a study differs is told to those who lead it and nobody else`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(leader)
            try await web.site.database.write { db in
                try db.execute("UPDATE programmes SET taken_over_at = NULL")
                try db.execute("DELETE FROM activity")
            }
            let bundle = try await zip(web) { $0.set(2, of: "people.csv", to: "s1-l1,Ny,ny@example.org,s1") }
            let address = try #require(try await send(bundle, by: browser).location)
            #expect(try await UploadReading(site: web.site).takeNext())
            let page = try await browser.get(address)
            #expect(page.body.contains("finns redan") || page.body.contains("people.csv"), "\(page.body)")
        }
    }

    @Test func `what is no zip, empty or no form of ours is refused and leaves nothing`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            for bytes: [UInt8] in [Array("<html>".utf8), [0x50, 0x4B], Array("PK is no zip".utf8), []] {
                let answer = try await send(bytes, by: browser)
                #expect(answer.status == .unprocessableContent, "\(bytes.prefix(4))")
                #expect(answer.body.contains("id=\"bundle-e\"") && answer.body.contains("aria-invalid"))
            }
            let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0]
            #expect(try await send(zip, token: "wrong", by: browser).status == .forbidden)
            #expect(
                try await send(zip, token: String(repeating: "A", count: 86), by: browser).status
                    == .forbidden)
            #expect(
                try await send(zip, token: String(repeating: "A", count: 9_000), by: browser).status
                    == .forbidden)
            let token = try await browser.formToken()
            let fileFirst = ByteBuffer(
                string:
                    "--abc\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"a.zip\"\r\n\r\nPK\u{3}\u{4}\r\n--abc\r\n"
                    + "Content-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n--abc--\r\n")
            let type = "multipart/form-data; boundary=abc"
            #expect(try await browser.send(fileFirst, of: type, to: "/uploads").status == .forbidden)
            let cut = form(token, "a.zip", zip)
            let half = ByteBuffer(bytes: cut.readableBytesView.dropLast(12))
            #expect(try await browser.send(half, of: type, to: "/uploads").status == .badRequest)
            #expect(
                try await browser.send(cut, of: "multipart/form-data", to: "/uploads").status == .badRequest)
            #expect(try await browser.post("/uploads", ["bundle": "PK"]).status == .badRequest)
            #expect(files(web).isEmpty)
            #expect(try await web.number("SELECT count(*) FROM uploads") == 0)
        }
    }

    @Test func `nobody but a programme's leader sends, and of another's token nothing is kept`() async throws
    {
        try await withDemo(.sqlite) { web in
            let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0]
            for email in ["s2-t02@example.org", "administrator@example.org", "s1-l1@example.org"] {
                let browser = try await web.be(email)
                _ = try await browser.get("/")
                let answer = try await browser.send(
                    form(try await browser.formToken(), "a.zip", zip),
                    of: "multipart/form-data; boundary=abc",
                    to: "/uploads")
                #expect(answer.status == .notFound, "\(email)")
            }
            let foreign = try await web.be("s2-t02@example.org").formToken()
            #expect(try await send(zip, token: foreign, by: web.be(leader)).status == .forbidden)
            #expect(files(web).isEmpty)
        }
    }

    @Test func `three of one person wait at most`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0]
            for _ in 0..<3 { #expect(try await send(zip, by: browser).status == .seeOther) }
            #expect(try await send(zip, by: browser).status == .unprocessableContent)
            while try await UploadReading(site: web.site).takeNext() {}
            #expect(files(web).isEmpty)
            #expect(try await web.number("SELECT count(*) FROM uploads WHERE state = 'refused'") == 3)
            let page = try await browser.get("/uploads")
            #expect(page.body.contains("har fel"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `what a killed server was reading is told as interrupted`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(leader)
            let address = try #require(try await send([0x50, 0x4B, 3, 4, 0, 0], by: browser).location)
            let now = web.site.now
            try await web.site.database.write { db in
                try db.execute("UPDATE uploads SET state = 'reading', seen_at = ?", now - 20_000)
            }
            let alive = try await browser.get(address)
            #expect(alive.body.contains("data-renewed=\"5\""))
            #expect(try await !UploadReading(site: web.site).takeNext())
            try await web.site.database.write { db in
                try db.execute("UPDATE uploads SET seen_at = ?", now - 31_000)
            }
            #expect(try await browser.get(address).body.contains("Inläsningen avbröts"))
            #expect(try await !UploadReading(site: web.site).takeNext())
            #expect(try await web.number("SELECT count(*) FROM uploads WHERE state = 'failed'") == 1)
            #expect(try await browser.get(address).body.contains("Inläsningen avbröts"))
            #expect(files(web).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `one that waits is cancelled by who sent it, and by nobody else`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(leader)
            let address = try #require(try await send([0x50, 0x4B, 3, 4, 0, 0], by: browser).location)
            for other in ["administrator@example.org", "s2-t02@example.org"] {
                #expect(try await web.be(other).post(address + "/cancellation").status == .notFound)
            }
            let page = try await browser.get(address).body
            #expect(
                page.contains("action=\"\(address)/cancellation\"") && page.contains("href=\"\(address)\""))
            #expect(files(web).count == 1)
            #expect(try await browser.post(address + "/cancellation").location == address)
            #expect(try await browser.get(address).body.contains("Du avbröt inläsningen."))
            #expect(files(web).isEmpty)
            #expect(try await !UploadReading(site: web.site).takeNext())
            // What has ended stays as it ended.
            #expect(try await browser.post(address + "/cancellation").location == address)
            #expect(try await browser.post("/uploads/none/cancellation").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `one that is being read stops, and nothing of it stays`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(leader)
            let large = try await TestBundle.large
                .zip(to: web.place.folder + "/large.zip")
            let bundle = Array(try Data(contentsOf: URL(fileURLWithPath: large)))
            let address = try #require(try await send(bundle, by: browser).location)
            let tables = ["people", "answers", "programmes", "studies", "teams"]
            var before: [Int] = []
            for table in tables { before.append(try await web.count(table)) }
            let reading = Task {
                try await UploadReading(site: web.site, pause: .milliseconds(50)).takeNext()
            }
            while try await web.number("SELECT count(*) FROM uploads WHERE state = 'reading'") == 0 {}
            #expect(try await browser.post(address + "/cancellation").status == .seeOther)
            #expect(try await reading.value)
            var after: [Int] = []
            for table in tables { after.append(try await web.count(table)) }
            #expect(after == before)
            #expect(try await browser.get(address).body.contains("Du avbröt inläsningen."))
            #expect(files(web).isEmpty)
        }
    }

    @Test(arguments: [
        ("fem.zip", "fem.zip"), ("C:\\a\\fem.zip", "fem.zip"), ("../../etc/passwd", "passwd"),
        ("", "studie.zip"),
        ("///", "studie.zip"), ("a\u{202E}piz.exe", "apiz.exe"), ("a\u{0}b\u{7}.zip", "ab.zip"),
    ]) func `a file's name is cleaned before it is shown`(_ given: String, _ wanted: String) {
        #expect(Upload.cleaned(given) == wanted)
    }
}
