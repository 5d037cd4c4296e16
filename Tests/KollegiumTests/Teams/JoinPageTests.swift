import Storage
import Support
import Testing

@testable import Kollegium

/// Joining a team by the pages, at the first meeting.
@Suite struct JoinPageTests {
    /// A code of team t2, open for four hours.
    private func open(_ web: Web) async throws -> TeamCode {
        let act = Act(person: 1, now: web.site.now, today: web.site.today)
        return try await web.site.database.write { db in
            let study = try #require(try StudyStore(db: db).studies([.held]).first)
            let team = try #require(
                try TeamStore(db: db).names(of: study.programme).first { $0.code == "t2" })
            return try TeamStore(db: db).openCode(of: team.key, TeamCodeDraft(), by: act)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody new joins by the code and comes in by the letter, once`(_ engine: TestEngine) async throws
    {
        try await withDemo(engine, today: "2014-06-10") { web in
            let code = try await open(web)
            let browser = web.browser()
            let form = try await browser.get("/join/\(code.grouped.lowercased())")
            #expect(form.text(after: "name=\"code\" type=\"text\" value=\"") == code.grouped)
            let sent = try await browser.post(
                "/join", ["code": code.grouped, "name": "Nora Ny", "email": "Nora@example.org"])
            #expect(sent.status == .ok && sent.body.contains("Titta i din e-post"))
            #expect(sent.cookie("kollegium") == nil)
            let letter = try #require(try await web.letters(to: "nora@example.org").last)
            #expect(
                letter.path.hasPrefix("/joinings/") && letter.subject == "Gå med i ditt arbetslag i Kollegium"
            )
            for _ in 0..<3 { #expect(try await web.browser().get(letter.path).status == .ok) }
            // Until the button is pressed nobody sees them, and they are not counted.
            let team = try await web.be(Web.teacher).get(try await web.team("t2"))
            #expect(team.status == .ok && !team.body.contains("Nora"))
            #expect(try await web.count("people WHERE name = 'Nora Ny'") == 0)
            #expect(try await web.count("accounts WHERE email = 'nora@example.org'") == 0)
            let opened = web.browser()
            _ = try await opened.get(letter.path)
            #expect(try await opened.post(letter.path, [:], token: nil).status == .forbidden)
            let joined = try await opened.post(letter.path)
            #expect(joined.location == "/?done=joined")
            let start = try await opened.get("/")
            #expect(
                start.status == .ok && start.body.contains("Nora Ny") && start.body.contains("<strong>lärare")
            )
            let again = web.browser()
            _ = try await again.get(letter.path)
            let late = try await again.post(letter.path)
            #expect(late.status == .gone && late.cookie("kollegium") == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nobody learns whose address is known, and nobody comes in as another`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine, today: "2014-06-10") { web in
            let code = try await open(web)
            var pages: [String] = []
            // A teacher of another school with an account, one without, and a stranger.
            let addresses = ["s1-t01@example.org", "s3-t01@example.org", "stranger@example.org"]
            for email in addresses {
                let answer = try await web.browser().post(
                    "/join", ["code": code.letters, "name": "A B", "email": email])
                pages.append("\(answer.status) \(answer.plain)")
            }
            #expect(Set(pages).count == 1)
            for email in addresses { #expect(try await web.letters(to: email).count == 1, "\(email)") }
            // Whoever has signed in before is in the team, and signs in as ever.
            let letter = try #require(try await web.letters(to: "s1-t01@example.org").last)
            let browser = web.browser()
            _ = try await browser.get(letter.path)
            let answer = try await browser.post(letter.path)
            #expect(answer.location == "/sign-in?done=joined-sign-in" && answer.cookie("kollegium") == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who leads the school and who is in the team already are told what is true`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine, today: "2014-06-10") { web in
            let code = try await open(web)
            for (email, done, words) in [
                ("s2-l1@example.org", "stays-out", "Du är inte med i laget"),
                (Web.teacher, "already-member", "Du var redan med i laget"),
            ] {
                _ = try await web.browser().post(
                    "/join", ["code": code.letters, "name": "A B", "email": email])
                let letter = try #require(try await web.letters(to: email).last)
                let browser = email == Web.teacher ? try await web.be(email) : try await web.step(email)
                let before = try await web.count("memberships")
                _ = try await browser.get(letter.path)
                let answer = try await browser.post(letter.path)
                #expect(answer.location == "/?done=\(done)")
                #expect(try await browser.get("/?done=\(done)").body.contains(words))
                #expect(try await web.count("memberships") == before)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a wrong code and one that is over get the same sentence`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: "2014-06-10") { web in
            let code = try await open(web)
            let act = Act(person: 1, now: web.site.now, today: web.site.today)
            try await web.site.database.write { db in
                let study = try #require(try StudyStore(db: db).studies([.held]).first)
                let team = try #require(
                    try TeamStore(db: db).names(of: study.programme).first { $0.code == "t2" })
                try TeamStore(db: db).closeCode(of: team.key, by: act)
            }
            var pages: [String] = []
            let never = code.letters == "BCDFGHJK" ? "BCDFGHJM" : "BCDFGHJK"
            for letters in [code.letters, never, "AAAAAAAA", "<b>"] {
                let answer = try await web.browser().post(
                    "/join", ["code": letters, "name": "Nora Ny", "email": "nora@example.org"])
                #expect(answer.status == .unprocessableContent)
                #expect(
                    answer.body.contains("value=\"Nora Ny\"")
                        && answer.body.contains("value=\"nora@example.org\""))
                let shown = letters == "<b>" ? "&lt;b&gt;" : letters
                #expect(answer.body.contains("value=\"\(shown)\""))
                pages.append(answer.plain.replacing("value=\"\(shown)\"", with: ""))
            }
            #expect(Set(pages).count == 1)
            #expect(try await web.count("messages") == 0)
        }
    }

    @Test func `guesses are bounded for where they come from, right codes are not`() async throws {
        try await withDemo(.sqlite, today: "2014-06-10") { web in
            let code = try await open(web)
            // A whole staff behind one address.
            for number in 0..<40 {
                let answer = try await web.browser().post(
                    "/join",
                    ["code": code.letters, "name": "Ny \(number)", "email": "ny\(number)@example.org"])
                #expect(answer.status == .ok)
            }
            // Forms that say too little are no guesses.
            for _ in 0..<40 {
                #expect(
                    try await web.browser().post("/join", ["code": "BCDFGHJK"]).status
                        == .unprocessableContent)
            }
            var statuses: [Int] = []
            for _ in 0..<33 {
                let answer = try await web.browser().post(
                    "/join", ["code": "BBBBBBBB", "name": "G", "email": "g@example.org"])
                statuses.append(answer.status.code)
            }
            #expect(
                statuses.prefix(31).allSatisfy { $0 == 422 } && statuses.suffix(2).allSatisfy { $0 == 429 })
            let right = try await web.browser().post(
                "/join", ["code": code.letters, "name": "G", "email": "g@example.org"])
            #expect(right.status == .tooManyRequests && right.headers[.retryAfter] == "5")
        }
    }

    @Test func `what an address says is put on the page only where it can be a code`() async throws {
        try await withDemo(.sqlite) { web in
            for text in ["Ring-08-123", "%3Cscript%3E", "AAAA-AAAA"] {
                let page = try await web.browser().get("/join/" + text)
                #expect(page.status == .ok)
                #expect(page.text(after: "name=\"code\" type=\"text\" value=\"")?.isEmpty == true)
            }
        }
    }

    @Test func `links that never were are over`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = web.browser()
            _ = try await browser.get("/join")
            for secret in [Secret().text, "x"] {
                #expect(try await browser.post("/joinings/\(secret)").status == .gone)
            }
        }
    }
}
