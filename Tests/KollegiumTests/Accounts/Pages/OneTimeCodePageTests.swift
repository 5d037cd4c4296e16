import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct OneTimeCodePageTests {
    /// Turns codes on by the pages. - Returns: the app's secret and the recovery codes.
    private func turnOn(_ web: Web, _ browser: Browser) async throws -> (app: OneTimeCode, codes: [String]) {
        _ = try await browser.get("/account")
        let page = try await browser.submit("/account/codes/secret")
        #expect(page.status == .ok && page.body.contains("<svg class=\"qr\""))
        let secret = try #require(page.text(after: "Skriv in <code>", before: "</code>"))
        let app = try #require(OneTimeCode(base32: secret))
        // Whoever has the app on the same telephone cannot photograph its screen.
        #expect(page.body.contains("href=\"otpauth://totp/") && page.body.contains("secret=\(app.base32)&"))
        #expect(page.body.contains("Den som sköter servern kan tekniskt läsa"))
        let wrong = try await browser.post("/account/codes", ["one-time-code": "000 000"])
        #expect(
            wrong.status == .unprocessableContent && wrong.body.contains(secret), "the app need not read anew"
        )
        let done = try await browser.post("/account/codes", ["one-time-code": code(app, web)])
        #expect(done.status == .ok)
        let list = try #require(done.text(after: "<ul class=\"codes\">", before: "</ul>"))
        let codes = list.matches(of: #/<li>([A-Z2-7-]+)</li>/#).map { String($0.1) }
        #expect(codes.count == 10)
        return (app, codes)
    }

    private func code(_ app: OneTimeCode, _ web: Web, later steps: Int64 = 0) -> String {
        app.code(at: OneTimeCode.step(at: web.site.now) + steps)
    }

    @Test(arguments: TestEngine.allCases)
    func `with codes on the password is half of the way`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let owner = try await web.signedIn(Web.teacher)
            let (app, codes) = try await turnOn(web, owner)
            // They are shown this once.
            for path in ["/account", "/account/codes", "/account/recovery-codes"] {
                let page = try await owner.get(path)
                #expect(!page.body.contains(codes[0]) && !page.body.contains(app.base32.prefix(4)), "\(path)")
            }

            let browser = web.browser()
            _ = try await browser.get("/sign-in")
            let first = try await browser.post(
                "/sign-in", ["email": Web.teacher, "password": Door.password, "then": "/account"])
            #expect(first.location == "/sign-in/code?then=%2Faccount")
            #expect(first.cookie("kollegium") == nil)
            let pending = try #require(first.cookie("kollegium-pending"))
            for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"] {
                #expect(pending.contains(part))
            }
            let page = try await browser.get("/sign-in/code?then=%2Faccount")
            let secret = try #require(await browser.cookies["kollegium-pending"])
            #expect(!page.body.contains(secret))
            #expect(try await browser.get("/account").status == .seeOther, "half of the way is not in")
            // The code by which they were turned on is used up.
            for wrong in [code(app, web), "123456", "", codes[0] + "A"] {
                let answer = try await browser.post(
                    "/sign-in/code", ["one-time-code": wrong, "then": "/account"])
                #expect(
                    answer.status == .unprocessableContent && answer.cookie("kollegium") == nil, "\(wrong)")
                #expect(answer.text(after: "name=\"then\" value=\"") == "/account")
            }
            let answer = try await browser.post(
                "/sign-in/code", ["one-time-code": code(app, web, later: 1), "then": "/account"])
            #expect(answer.location == "/account")
            #expect(answer.cookie("kollegium-pending")?.contains("Max-Age=0") == true)
            #expect(try await browser.get("/account").status == .ok)
        }
    }

    @Test func `a telephone goes by the real time, on whatever day a demonstration takes place`() async throws
    {
        try await withDemo(.sqlite, telephonesAhead: 4_180 * 86_400_000 + 3_661_000) { web in
            let phone = web.site.now + web.site.clock.telephonesAhead
            try await web.setPassword(of: Web.teacher)
            let owner = try await web.signedIn(Web.teacher)
            _ = try await owner.get("/account")
            let page = try await owner.submit("/account/codes/secret")
            let secret = try #require(page.text(after: "Skriv in <code>", before: "</code>"))
            let app = try #require(OneTimeCode(base32: secret))
            let ours = try await owner.post("/account/codes", ["one-time-code": code(app, web)])
            #expect(ours.status == .unprocessableContent)
            let shown = app.code(at: OneTimeCode.step(at: phone))
            #expect(try await owner.post("/account/codes", ["one-time-code": shown]).status == .ok)
            let browser = web.browser()
            _ = try await browser.get("/sign-in")
            _ = try await browser.post("/sign-in", ["email": Web.teacher, "password": Door.password])
            let again = try await browser.post("/sign-in/code", ["one-time-code": shown])
            #expect(again.status == .unprocessableContent, "each code is good once")
            let next = app.code(at: OneTimeCode.step(at: phone) + 1)
            #expect(try await browser.post("/sign-in/code", ["one-time-code": next]).location == "/")
            let off = try await owner.post(
                "/account/codes/off",
                [
                    "codes-password": Door.password,
                    "one-time-code": app.code(at: OneTimeCode.step(at: phone) - 1),
                ])
            #expect(off.status == .unprocessableContent)
        }
    }

    @Test func `a clock that goes from another day knows how far telephones are ahead`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Stockholm"))
        let clock = WallClock.going(from: try #require(Day("2015-06-12")), in: zone)
        #expect(clock.today(in: zone) == Day("2015-06-12"))
        #expect(abs(clock.now() + clock.telephonesAhead - WallClock.system.now()) < 2_000)
        #expect(WallClock.system.telephonesAhead == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `a recovery code opens once`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let (_, codes) = try await turnOn(web, web.signedIn(Web.teacher))
            for status in [303, 422] {
                let browser = web.browser()
                _ = try await browser.get("/sign-in")
                _ = try await browser.post("/sign-in", ["email": Web.teacher, "password": Door.password])
                let answer = try await browser.post("/sign-in/code", ["one-time-code": codes[3].lowercased()])
                #expect(answer.status.code == status)
            }
            let page = try await web.browser().post("/sign-in/code", ["one-time-code": codes[4]])
            #expect(page.status == .unprocessableContent, "a code without the first step is nothing")
            #expect(try await web.browser().get("/sign-in/code").location == "/sign-in")
        }
    }

    @Test func `a link by mail asks for the code too`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.setPassword(of: Web.teacher)
            let (_, codes) = try await turnOn(web, web.signedIn(Web.teacher))
            _ = try await web.browser().post("/sign-in-links", ["email": Web.teacher])
            let letter = try #require(try await web.letters(to: Web.teacher).last { $0.path != "" })
            let browser = web.browser()
            _ = try await browser.get(letter.path)
            #expect(try await browser.post(letter.path).location == "/sign-in/code")
            #expect(try await browser.get("/account").status == .seeOther)
            #expect(try await browser.post("/sign-in/code", ["one-time-code": codes[0]]).location == "/")
        }
    }

    @Test func `guessing codes has an end`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.setPassword(of: Web.teacher)
            let (app, _) = try await turnOn(web, web.signedIn(Web.teacher))
            let browser = web.browser()
            _ = try await browser.get("/sign-in")
            _ = try await browser.post("/sign-in", ["email": Web.teacher, "password": Door.password])
            var last: Browser.Answer?
            for _ in 0..<12 { last = try await browser.post("/sign-in/code", ["one-time-code": "000000"]) }
            #expect(last?.status == .tooManyRequests && last?.headers[.retryAfter] != nil)
            let right = try await browser.post("/sign-in/code", ["one-time-code": code(app, web, later: 1)])
            #expect(right.status == .tooManyRequests && right.cookie("kollegium") == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `turning codes off, or making new ones, asks for password and code`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let owner = try await web.signedIn(Web.teacher)
            let (_, codes) = try await turnOn(web, owner)
            _ = try await owner.get("/account")
            for path in ["/account/codes/off", "/account/recovery-codes"] {
                let wrong = try await owner.post(
                    path, ["codes-password": "fel lösenord", "one-time-code": codes[0]])
                #expect(
                    wrong.status == .unprocessableContent && wrong.body.contains("Lösenordet stämmer inte."))
                let half = try await owner.post(
                    path, ["codes-password": Door.password, "one-time-code": "123456"])
                #expect(half.status == .unprocessableContent && half.body.contains("Koden stämmer inte"))
            }
            let new = try await owner.post(
                "/account/recovery-codes", ["codes-password": Door.password, "one-time-code": codes[0]])
            #expect(new.status == .ok && !new.body.contains(codes[1]))
            let list = try #require(new.text(after: "<ul class=\"codes\"><li>", before: "</li>"))
            let old = try await owner.post(
                "/account/codes/off", ["codes-password": Door.password, "one-time-code": codes[1]])
            #expect(old.status == .unprocessableContent, "earlier recovery codes have ended")
            let off = try await owner.post(
                "/account/codes/off", ["codes-password": Door.password, "one-time-code": list])
            #expect(off.location == "/account?done=codes-off")
            _ = try await web.signedIn(Web.teacher)
            #expect(try await web.account(Web.teacher).oneTimeSince == nil)
            let subjects = try await web.letters(to: Web.teacher).map(\.subject)
            #expect(subjects.contains("Engångskoder är avslagna i Kollegium"))
        }
    }

    @Test func `looking at the page makes no secret`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            #expect(try await browser.get("/account/codes").location == "/account")
            #expect(try await web.count("accounts WHERE one_time_secret IS NOT NULL") == 0)
        }
    }
}
