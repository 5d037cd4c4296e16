import Support
import Testing

@testable import Kollegium

@Suite struct AddressChangeTests {
    private let new = "nytt.namn@example.org"

    @Test(arguments: TestEngine.allCases)
    func `another address holds when the letter to it is opened and its button pressed`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let (owner, other) = (try await web.signedIn(Web.teacher), try await web.signedIn(Web.teacher))
            _ = try await owner.get("/account")
            let wrong = try await owner.post(
                "/account/address", ["new-email": new, "address-password": "inte detta"])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("value=\"\(new)\""))
            #expect(wrong.body.contains("Lösenordet stämmer inte."))
            let bad = try await owner.post(
                "/account/address", ["new-email": "<b>anna", "address-password": Door.password])
            #expect(bad.status == .unprocessableContent && bad.body.contains("value=\"&lt;b&gt;anna\""))
            #expect(try await web.letters(to: new).isEmpty)
            let asked = try await owner.post(
                "/account/address", ["new-email": new.uppercased(), "address-password": Door.password])
            #expect(asked.location == "/account?done=address-asked")
            let letter = try #require(try await web.letters(to: new).first)
            // Mail filters open the link, too; nothing has changed by that.
            let page = try await web.browser().get(letter.path)
            #expect(page.status == .ok && page.body.contains(new) && page.body.contains(Web.teacher))
            #expect(try await web.account(Web.teacher).email == Web.teacher)
            _ = try await owner.get(letter.path)
            #expect(try await owner.post(letter.path).location == "/account?done=address-changed")
            #expect(try await owner.get("/account").body.contains(new))
            #expect(try await other.get("/account").status == .seeOther)
            #expect(try await web.account(new).hasPassword)
            let notice = try #require(try await web.letters(to: Web.teacher).last)
            #expect(notice.subject == "Din adress i Kollegium är bytt" && notice.body.contains(new))
            _ = try await web.signedIn(new)
            // The register follows, and the link is over.
            let emails = try await web.place.witness("SELECT email FROM people WHERE email LIKE '%nytt%'")
            #expect(emails == [new])
            let late = web.browser()
            #expect(try await late.get(letter.path).status == .gone)
            #expect(try await late.post(letter.path).status == .gone)
            #expect(try await web.place.kollegium("check").status == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whether an address is taken is not told`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            var answers: [String] = []
            for email in [new, Web.administrator] {
                let browser = try await web.be(Web.teacher)
                _ = try await browser.get("/account")
                let answer = try await browser.post("/account/address", ["new-email": email])
                answers.append("\(answer.status) \(answer.location ?? "") \(answer.plain)")
            }
            #expect(answers[0] == answers[1])
            #expect(try await web.letters(to: Web.administrator).isEmpty)
            #expect(try await web.letters(to: new).count == 1)
        }
    }

    @Test(arguments: [Web.administrator, "annan@example.org"])
    func `an earlier link closes when another address is asked for, taken or not`(_ next: String) async throws
    {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            _ = try await browser.get("/account")
            _ = try await browser.post("/account/address", ["new-email": new])
            let letter = try #require(try await web.letters(to: new).first)
            _ = try await browser.post("/account/address", ["new-email": next])
            #expect(try await web.browser().get(letter.path).status == .gone)
        }
    }

    @Test func `whoever signs the other devices out ends what they asked for`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            _ = try await browser.get("/account")
            _ = try await browser.post("/account/address", ["new-email": new])
            let letter = try #require(try await web.letters(to: new).first)
            _ = try await browser.post("/account/other-sessions")
            #expect(try await web.browser().post(letter.path).status == .gone)
        }
    }

    @Test func `a link opens nothing where somebody else has the address by then, or it is too old`()
        async throws
    {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            _ = try await browser.get("/account")
            _ = try await browser.post("/account/address", ["new-email": new])
            let letter = try #require(try await web.letters(to: new).first)
            try await web.site.database.write { db in
                _ = try AccountStore(db: db).insert(
                    try #require(EmailAddress("nytt.namn@example.org")), language: .sv, now: 1)
            }
            #expect(try await browser.post(letter.path).status == .gone)
            #expect(try await browser.get("/account").body.contains(Web.teacher))
            for none in ["/addresses/\(Secret().text)", "/addresses/x", "/addresses/%00"] {
                #expect(try await web.browser().get(none).status == .gone, "\(none)")
            }
        }
    }

    @Test func `a changed password ends what was asked for, and nobody asks for another's account`()
        async throws
    {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            _ = try await browser.get("/account")
            _ = try await browser.post("/account/address", ["new-email": new])
            let letter = try #require(try await web.letters(to: new).first)
            _ = try await browser.post("/account/password", ["new-password": Door.password])
            #expect(try await web.browser().post(letter.path).status == .gone)
            #expect(try await web.browser().post("/account/address", ["new-email": new]).status == .forbidden)
            #expect(try await web.browser().get("/account/address").location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test func `where one-time codes are on, one is asked for`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            _ = try await browser.get("/account")
            try await web.site.database.write { db in
                _ = try db.execute(
                    "UPDATE accounts SET one_time_secret = 'x', one_time_since = 1 WHERE email = ?",
                    Web.teacher)
            }
            let page = try await browser.get("/account")
            #expect(page.body.contains("name=\"address-one-time-code\""))
            let answer = try await browser.post(
                "/account/address", ["new-email": new, "address-one-time-code": "000000"])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("id=\"address-one-time-code-e\""))
            #expect(try await web.letters(to: new).isEmpty)
        }
    }
}
