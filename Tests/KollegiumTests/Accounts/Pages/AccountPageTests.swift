import Support
import Testing

@testable import Kollegium

@Suite struct AccountPageTests {
    @Test(arguments: TestEngine.allCases)
    func `another password signs other devices out at once`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let (owner, other) = (try await web.signedIn(Web.teacher), try await web.signedIn(Web.teacher))
            _ = try await owner.get("/account")
            let new = "grönsakslandet bakom ladan"
            let wrong = try await owner.post(
                "/account/password", ["old-password": "inte detta", "new-password": new])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("Lösenordet stämmer inte."))
            let easy = try await owner.post(
                "/account/password", ["old-password": Door.password, "new-password": "kort"])
            #expect(
                easy.status == .unprocessableContent
                    && easy.body.contains("aria-describedby=\"new-password-h new-password-e\""))
            for page in [wrong, easy] { #expect(!page.body.contains(new) && !page.body.contains("cykel")) }
            #expect(try await other.get("/account").status == .ok)
            let answer = try await owner.post(
                "/account/password", ["old-password": Door.password, "new-password": new])
            #expect(answer.location == "/account?done=password-changed")
            #expect(try await owner.get("/account").status == .ok)
            #expect(try await other.get("/account").status == .seeOther)
            let browser = web.browser()
            #expect(
                try await browser.post("/sign-in", ["email": Web.teacher, "password": Door.password]).status
                    == .unprocessableContent)
            #expect(
                try await browser.post("/sign-in", ["email": Web.teacher, "password": new]).status
                    == .seeOther)
            #expect(try await web.letters(to: Web.teacher).contains { $0.subject.contains("lösenord") })
        }
    }

    @Test func `an account without a password chooses its first`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            let page = try await browser.get("/account")
            #expect(page.body.contains("Välj lösenord") && !page.body.contains("id=\"old-password\""))
            let answer = try await browser.post("/account/password", ["new-password": Door.password])
            #expect(answer.location == "/account?done=password-set")
            let next = try await browser.get("/account?done=password-set")
            #expect(
                next.text(after: "role=\"status\">", before: "<")
                    == "Lösenordet är satt, och andra enheter är utloggade.")
            let letter = try #require(try await web.letters(to: Web.teacher).last)
            #expect(letter.subject == "Du har valt ett lösenord i Kollegium")
            #expect(letter.body.contains("ett lösenord sattes för ditt konto"))
            _ = try await web.signedIn(Web.teacher)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a device is signed out from the list, and nobody else's is`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let (owner, other) = (try await web.be(Web.teacher), try await web.be(Web.teacher))
            let stranger = try await web.be(Web.administrator)
            let page = try await owner.get("/account")
            let paths = page.body.matches(of: #/action="(/account/sessions/[a-z2-7]+)"/#).map { String($0.1) }
            #expect(paths.count == 2)
            // Two of one browser and one day are told apart by the time.
            #expect(page.body.contains("fre\u{A0}12\u{A0}juni\u{A0}2015, 12.00"))
            // Another's session is not there.
            _ = try await stranger.get("/account")
            for path in paths { #expect(try await stranger.post(path).status == .notFound) }
            #expect(try await other.get("/account").status == .ok)
            let mine = try #require(page.body.firstRange(of: "den här"))
            let this = paths.first { page.body[mine.lowerBound...].contains($0) }
            let rest = try #require(paths.first { $0 != this } ?? paths.last)
            #expect(try await owner.post(rest).location == "/account?done=session-ended")
            let states = (try await owner.get("/account").status, try await other.get("/account").status)
            #expect(states == (.ok, .seeOther))
            // One's own ends like any other.
            let own = try #require(paths.first { $0 != rest })
            #expect(try await owner.post(own).location == "/sign-in?done=signed-out")
            #expect(try await owner.get("/account").status == .seeOther)
        }
    }

    @Test func `all others at once`() async throws {
        try await withDemo(.sqlite) { web in
            let owner = try await web.be(Web.teacher)
            let others = [try await web.be(Web.teacher), try await web.be(Web.teacher)]
            let stranger = try await web.be(Web.administrator)
            _ = try await owner.get("/account")
            #expect(try await owner.post("/account/other-sessions").status == .seeOther)
            for other in others { #expect(try await other.get("/account").status == .seeOther) }
            #expect(try await owner.get("/account").status == .ok)
            #expect(try await stranger.get("/account").status == .ok)
        }
    }

    @Test func `an account that is nobody's has its own page all the same`() async throws {
        try await withDemo(.sqlite) { web in
            let email = "ingen@example.org"
            try await web.site.database.write { db in
                _ = try AccountStore(db: db).insert(try #require(EmailAddress(email)), language: .en, now: 1)
            }
            try await web.setPassword(of: email)
            let browser = try await web.signedIn(email)
            let page = try await browser.get("/account")
            #expect(page.status == .ok && page.body.contains("belongs to no team"))
            #expect(try await browser.get("/").status == .forbidden)
        }
    }

    @Test func `nobody has no account page, and a form sent from none changes nothing`() async throws {
        try await withDemo(.sqlite) { web in
            for path in ["/account", "/account/codes", "/account/password"] {
                #expect(try await web.browser().get(path).location?.hasPrefix("/sign-in?then=") == true)
            }
            for path in ["/account/password", "/account/codes/secret", "/account/other-sessions", "/hat"] {
                let answer = try await web.browser().post(path, ["new-password": Door.password])
                #expect(answer.status == .forbidden && !answer.body.contains("cykel"), "\(path)")
            }
        }
    }

    @Test func `a form of another's session changes nothing`() async throws {
        try await withDemo(.sqlite) { web in
            let (owner, other) = (try await web.be(Web.teacher), try await web.be(Web.administrator))
            _ = try await other.get("/account")
            let foreign = await other.lastToken
            for token in [nil, foreign] {
                let answer = try await owner.post(
                    "/account/password", ["new-password": Door.password], token: token)
                #expect(answer.status == .forbidden && !answer.body.contains("cykel"))
            }
            #expect(try await web.account(Web.teacher).hasPassword == false)
        }
    }
}
