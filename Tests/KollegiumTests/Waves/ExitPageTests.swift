import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct ExitPageTests {
    /// Somebody of the second team has left, and the wave for leavers is open. - Returns: the link's path.
    static func leave(_ web: Web) async throws -> String {
        try await web.addQuestionnaire(.leavers)
        _ = try await web.openWave()
        try await web.site.database.write { db in
            try db.execute(
                "UPDATE parts SET opens = '2015-06-01' WHERE id IN (SELECT part_id FROM waves WHERE closed_at IS NULL)"
            )
            try db.execute(
                """
                UPDATE memberships SET ends = '2015-06-10' WHERE ends IS NULL AND role = 'teacher' AND person_id IN
                    (SELECT id FROM people WHERE email = 's2-t05@example.org')
                """)
        }
        try await WaveClock(site: web.site).turn()
        let bodies = try await web.site.database.read { db in
            try db.all("SELECT body FROM messages WHERE recipient = 's2-t05@example.org'") { try $0.text(0) }
        }
        #expect(bodies.count == 1)
        return String(try #require(bodies.first?.firstMatch(of: #/\/exits\/[-_A-Za-z0-9]{43}/#)).output)
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever left answers without signing in, once`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let path = try await Self.leave(web)
            let browser = web.browser()
            let page = try await browser.get(path)
            #expect(page.status == .ok && page.body.contains("minst 5 personers svar"))
            #expect(page.body.contains("name=\"q1\"") && !page.body.contains("data-sheet"))
            // Looking writes nothing, and an empty sheet is none.
            let count = "SELECT count(*) FROM sheets WHERE entry = 'web'"
            #expect(try await web.number(count) == 0)
            let empty = try await browser.post(path, ["b1": "0"])
            #expect(empty.status == .unprocessableContent && empty.body.contains("<title>Fel: "))
            #expect(try await web.number(count) == 0)
            let long = String(repeating: "ord ", count: 3_000)
            let wrong = try await browser.post(path, ["b1": "0", "q1": "4", "b31": "0", "q31": long])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("href=\"#q31\""))
            #expect(wrong.body.contains("value=\"4\" checked") && wrong.body.contains(long))
            let done = try await browser.submit(
                path, ["b1": "0", "q1": "4", "b31": "0", "q31": "Tack & hej"])
            #expect(done.status == .ok && done.body.contains("Tack för dina svar"))
            #expect(
                try await browser.submit(path, ["b1": "0", "q1": "1"]).body.contains("Tack för dina svar"))
            #expect(try await browser.get(path).body.contains("Tack för dina svar"))
            #expect(try await web.number(count) == 1)
            #expect(
                try await web.number(
                    "SELECT a.step FROM answers a JOIN sheets s ON s.id = a.sheet_id WHERE s.entry = 'web' AND a.step IS NOT NULL"
                ) == 4)
            #expect(try await browser.post(path, ["b1": "0", "q1": "x"]).status == .badRequest)
        }
    }

    @Test(arguments: TestEngine.allCases) func `a link that opens nothing tells nothing`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let path = try await Self.leave(web)
            for made in ["/exits/" + Secret().text, "/exits/short"] {
                #expect(try await web.browser().get(made).status == .gone)
                #expect(try await web.browser().post(made, ["b1": "0", "q1": "4"]).status == .gone)
            }
            try await web.site.database.write { try $0.execute("UPDATE exit_invitations SET ends_at = 1") }
            #expect(try await web.browser().get(path).body.contains("fungerar inte längre"))
            #expect(try await web.browser().post(path, ["b1": "0", "q1": "4"]).status == .gone)
            #expect(try await web.number("SELECT count(*) FROM sheets WHERE entry = 'web'") == 0)
        }
    }

    @Test func `pages of somebody who has left`() async throws {
        try await withAlbum("exit") { web, album in
            let path = try await Self.leave(web)
            let browser = web.browser()
            try album.keep(try await browser.get(path), as: "questions")
            try album.keep(try await browser.post(path, ["b1": "0"]), as: "nothing-answered")
            try album.keep(try await browser.submit(path, ["b1": "0", "q1": "4"]), as: "done")
            try album.keep(try await browser.get("/exits/" + Secret().text), as: "closed")
        }
    }
}
