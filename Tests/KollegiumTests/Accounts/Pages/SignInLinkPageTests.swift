import Support
import Testing

@testable import Kollegium

@Suite struct SignInLinkPageTests {
    @Test(arguments: TestEngine.allCases)
    func `a link is used by its button, once, and never by being opened`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let asked = try await web.browser().post("/sign-in-links", ["email": Web.teacher])
            #expect(asked.location == "/sign-in?done=link-sent")
            let letter = try #require(try await web.letters(to: Web.teacher).first)
            #expect(letter.path.hasPrefix("/sign-in-links/"))
            // The mail filter, the telephone and the laptop all open it.
            for _ in 0..<3 {
                let page = try await web.browser().get(letter.path)
                #expect(page.status == .ok && page.body.contains(Web.teacher))
                #expect(page.cookie("kollegium") == nil)
            }
            let browser = web.browser()
            _ = try await browser.get(letter.path)
            let answer = try await browser.post(letter.path)
            #expect(answer.status == .seeOther && answer.location == "/")
            #expect(try await browser.get("/account").status == .ok)
            let late = web.browser()
            #expect(try await late.get(letter.path).status == .gone)
            let again = try await late.post(letter.path)
            #expect(again.status == .gone && again.cookie("kollegium") == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a link leads to the page that one wanted, and to none of another's`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            for (then, goal) in [("/account?x=1", "/account?x=1"), ("//evil.example", "/")] {
                let asked = try await web.browser().post(
                    "/sign-in-links", ["email": Web.teacher, "then": then])
                let path = try #require(try await web.letters(to: Web.teacher).last).path
                #expect(path.contains("?then=") == (goal != "/"))
                #expect(asked.location?.contains("then=") == (goal != "/"))
                let browser = web.browser()
                let button = try await browser.get(path)
                #expect(button.text(after: "name=\"then\" value=\"") == goal)
                let bare = String(path.prefix { $0 != "?" })
                #expect(try await browser.post(bare, ["then": goal]).location == goal)
            }
            // Whoever changes the letter's link leads nobody away.
            _ = try await web.browser().post("/sign-in-links", ["email": Web.administrator])
            let path = try #require(try await web.letters(to: Web.administrator).last).path
            let browser = web.browser()
            let button = try await browser.get(path + "?then=https%3A%2F%2Fevil.example")
            #expect(button.text(after: "name=\"then\" value=\"") == "/")
            #expect(try await browser.post(path, ["then": "//evil.example"]).location == "/")
        }
    }

    @Test func `a link that never was looks like one that is over`() async throws {
        try await withDemo(.sqlite) { web in
            _ = try await web.browser().post("/sign-in-links", ["email": Web.teacher])
            let path = try #require(try await web.letters(to: Web.teacher).first).path
            let browser = web.browser()
            _ = try await browser.get(path)
            _ = try await browser.post(path)
            let over = try await web.browser().get(path)
            for none in ["/sign-in-links/\(Secret().text)", "/sign-in-links/x", "/sign-in-links/%00"] {
                let answer = try await web.browser().get(none)
                #expect(answer.status == over.status && answer.plain == over.plain, "\(none)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `asking for a link tells nothing of who has an account`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            for _ in 0..<5 {
                var answers: [String] = []
                for email in [Web.teacher, "stranger@example.org"] {
                    let answer = try await web.browser().post("/sign-in-links", ["email": email])
                    answers.append("\(answer.status) \(answer.location ?? "") \(answer.plain)")
                }
                #expect(answers[0] == answers[1])
            }
            #expect(try await web.letters(to: "stranger@example.org").isEmpty)
            #expect(try await web.letters(to: Web.teacher).count == 4, "nobody's letterbox is filled")
            let page = try await web.browser().get("/sign-in?done=link-sent")
            #expect(page.body.contains("Om adressen har ett konto är en länk på väg dit."))
        }
    }

    @Test func `what is no address is told so, and stays`() async throws {
        try await withDemo(.sqlite) { web in
            let answer = try await web.browser(.en).post(
                "/sign-in-links", ["email": "anna&<b>", "then": "/account"])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("value=\"anna&amp;&lt;b&gt;\""))
            #expect(answer.body.contains("Type your e-mail address, as name@school.se."))
            #expect(answer.text(after: "name=\"then\" value=\"") == "/account")
            #expect(try await web.browser().get("/sign-in-links").location == "/sign-in")
        }
    }
}
