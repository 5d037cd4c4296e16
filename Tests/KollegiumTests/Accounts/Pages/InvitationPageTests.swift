import Support
import Testing

@testable import Kollegium

@Suite struct InvitationPageTests {
    /// The administrator asks somebody in to lead the programme.
    private func invite(_ web: Web, _ email: String, name: String = "Nils Ny") async throws -> WaitingLetter {
        let administrator = try await web.be(Web.administrator)
        let page = try await administrator.get("/accounts/new")
        let programme = try #require(page.body.firstMatch(of: #/<option value="([a-z2-7]{26})"/#)).1
        let answer = try await administrator.post(
            "/accounts/new",
            [
                "email": email, "name": name, "language": "sv", "role": "programme-leader",
                "programme": String(programme),
            ])
        #expect(answer.status == .seeOther, "\(answer.status)")
        return try #require(try await web.letters(to: email).last)
    }

    @Test(arguments: TestEngine.allCases)
    func `an invitation says who asks one in to what, and is used by its button`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let letter = try await invite(web, "nils@example.org")
            #expect(letter.path.hasPrefix("/invitations/"))
            for _ in 0..<2 {
                let page = try await web.browser().get(letter.path)
                #expect(page.status == .ok && page.cookie("kollegium") == nil)
                #expect(page.body.contains("Adam Ek har bjudit in dig till Kollegium."))
                #expect(page.body.contains("Programledare i "))
                #expect(page.body.contains("nils@example.org"))
            }
            #expect(try await web.account("nils@example.org").joinedAt == nil)
            let browser = web.browser()
            _ = try await browser.get(letter.path)
            let easy = try await browser.post(letter.path, ["password": "lösenord123456", "language": "en"])
            #expect(easy.status == .unprocessableContent && easy.body.contains("id=\"password-e\""))
            #expect(easy.body.contains("value=\"en\" checked"), "the language picked stays")
            let answer = try await browser.post(letter.path, ["password": Door.password, "language": "en"])
            #expect(answer.location == "/")
            let start = try await browser.get("/")
            #expect(
                start.status == .ok && start.body.contains("<html lang=\"en\">")
                    && start.body.contains("Nils Ny"))
            #expect(try await web.browser().get(letter.path).status == .gone)
            let late = web.browser()
            #expect(try await late.post(letter.path, ["password": Door.password]).status == .gone)
            _ = try await web.signedIn("nils@example.org")
        }
    }

    @Test func `without a password links by mail are the way in`() async throws {
        try await withDemo(.sqlite) { web in
            let letter = try await invite(web, "nils@example.org")
            let browser = web.browser()
            _ = try await browser.get(letter.path)
            #expect(
                try await browser.post(letter.path, ["password": "", "language": "sv"]).status == .seeOther)
            #expect(try await web.account("nils@example.org").hasPassword == false)
        }
    }

    @Test func `a later invitation ends the one before, and names are only names`() async throws {
        try await withDemo(.sqlite) { web in
            let first = try await invite(web, "nils@example.org", name: "<script>alert(1)</script>")
            let second = try await invite(web, "nils@example.org")
            #expect(try await web.browser().get(first.path).status == .gone)
            #expect(try await web.browser().get(second.path).status == .ok)
            let list = try await web.be(Web.administrator).get("/accounts?q=nils@")
            #expect(list.body.contains("&lt;script&gt;alert(1)") && !list.body.contains("<script>"))
        }
    }

    @Test func `without a token an invitation stays as it is`() async throws {
        try await withDemo(.sqlite) { web in
            let letter = try await invite(web, "nils@example.org")
            let browser = web.browser()
            _ = try await browser.get(letter.path)
            let answer = try await browser.post(letter.path, ["password": Door.password], token: nil)
            #expect(answer.status == .forbidden && !answer.body.contains("cykel"))
            #expect(try await web.browser().get(letter.path).status == .ok)
        }
    }
}
