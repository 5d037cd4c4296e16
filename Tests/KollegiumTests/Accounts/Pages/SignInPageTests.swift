import Hummingbird
import Support
import Testing

@testable import Kollegium

@Suite struct SignInPageTests {
    @Test(arguments: TestEngine.allCases)
    func `the right password leads to where one was going`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let browser = web.browser()
            let turnedAway = try await browser.get("/account?x=1")
            #expect(turnedAway.location == "/sign-in?then=%2Faccount%3Fx%3D1")
            let page = try await browser.get(try #require(turnedAway.location))
            #expect(page.status == .ok && page.text(after: "name=\"then\" value=\"") == "/account?x=1")
            let answer = try await browser.post(
                "/sign-in",
                ["email": " S2-T02@Example.org ", "password": Door.password, "then": "/account?x=1"])
            #expect(answer.status == .seeOther && answer.location == "/account?x=1")
            let account = try await browser.get("/account")
            #expect(account.status == .ok && account.body.contains(Web.teacher))
            // Whoever is in already has no use for the door.
            #expect(try await browser.get("/sign-in").location == "/")
        }
    }

    @Test func `cookies are for this site alone, and not for scripts`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.setPassword(of: Web.teacher)
            let browser = web.browser()
            _ = try await browser.get("/sign-in")
            let answer = try await browser.post(
                "/sign-in", ["email": Web.teacher, "password": Door.password])
            for (name, life) in [("kollegium", 30 * 86_400), ("kollegium-device", 365 * 86_400)] {
                let cookie = try #require(answer.cookie(name))
                for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=\(life)"] {
                    #expect(cookie.contains(part), "\(name): \(part)")
                }
            }
            // The visit that the form was made for is over.
            #expect(answer.cookie("kollegium-visit")?.contains("Max-Age=0") == true)
        }
        let secret = Secret()
        for cookie in [
            SessionCookie.cookie(secret, isSecure: true), SessionCookie.end(isSecure: true),
            PendingCookie.cookie(secret, isSecure: true), PendingCookie.end(isSecure: true),
            Visit().cookie(isSecure: true),
        ] {
            #expect(cookie.name.hasPrefix("__Host-") && cookie.secure && cookie.httpOnly)
            #expect(cookie.path == "/" && cookie.domain == nil && cookie.sameSite == .lax)
        }
        #expect(DeviceCookie.cookie(secret, isSecure: true).secure)
        #expect(LanguageCookie.cookie(.sv, isSecure: true).secure)
    }

    @Test(arguments: TestEngine.allCases)
    func `a wrong password and an unknown address look the same, every time`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            for count in 1...7 {
                var pages: [String] = []
                for email in [Web.teacher, "stranger@example.org"] {
                    let answer = try await web.browser().post(
                        "/sign-in", ["email": email, "password": "inte rätt lösenord alls"])
                    #expect(answer.status == (count <= 6 ? .unprocessableContent : .tooManyRequests))
                    #expect(!answer.body.contains("inte rätt"), "a password never comes back")
                    #expect(answer.body.contains("value=\"\(email)\""))
                    #expect(answer.headers[.setCookie]?.contains("kollegium=") != true)
                    pages.append(
                        answer.plain.replacing(email, with: "…") + "\(answer.headers[.retryAfter] ?? "")")
                }
                #expect(pages[0] == pages[1], "attempt \(count)")
            }
            #expect(try await web.count("sessions") == 0)
            // Seven were too many, and it is told until when. A link is a way in all the same.
            let answer = try await web.browser().post(
                "/sign-in", ["email": Web.teacher, "password": Door.password])
            #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "15")
            #expect(answer.body.contains("Vänta 15\u{A0}sekunder, eller be om en länk i stället."))
            _ = try await web.browser().post("/sign-in-links", ["email": Web.teacher])
            #expect(try await web.letters(to: Web.teacher).count == 1)
        }
    }

    @Test func `what cannot be an attempt is not counted as one`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.setPassword(of: Web.teacher)
            for _ in 0..<20 {
                let browser = web.browser()
                let empty = try await browser.post("/sign-in", ["email": Web.teacher, "password": ""])
                #expect(
                    empty.status == .unprocessableContent && empty.body.contains("value=\"\(Web.teacher)\""))
                let nobody = try await browser.post("/sign-in", ["email": " ", "password": "x"])
                #expect(nobody.status == .unprocessableContent)
            }
            #expect(try await web.count("sign_in_throttles") == 0)
            _ = try await web.signedIn(Web.teacher)
        }
    }

    @Test
    func `without a token of this visit nothing happens, and what was typed is kept but not the password`()
        async throws
    {
        try await withDemo(.sqlite) { web in
            try await web.setPassword(of: Web.teacher)
            let other = web.browser()
            _ = try await other.get("/sign-in")
            let foreign = await other.lastToken
            for token in [nil, "", foreign, String(repeating: "A", count: 86)] {
                let browser = web.browser()
                _ = try await browser.get("/sign-in")
                let answer = try await browser.post(
                    "/sign-in", ["email": Web.teacher, "password": Door.password], token: token)
                #expect(answer.status == .forbidden)
                #expect(answer.body.contains(Web.teacher) && !answer.body.contains("cykel"))
                #expect(answer.cookie("kollegium") == nil)
                let link = try await browser.post("/sign-in-links", ["email": Web.teacher], token: token)
                #expect(link.status == .forbidden)
            }
            #expect(try await web.count("sessions") == 0)
            #expect(try await web.count("sign_in_throttles") == 0)
            #expect(try await web.count("messages") == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `each sign-in has a new secret, and the session before is over`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let browser = web.browser()
            // A secret that somebody planted is nothing.
            let planted = Secret().text
            await browser.setCookie("kollegium", planted)
            _ = try await browser.get("/sign-in")
            _ = try await browser.post("/sign-in", ["email": Web.teacher, "password": Door.password])
            let first = try #require(await browser.cookies["kollegium"])
            #expect(first != planted)
            // From a page that was open before, in the same browser.
            _ = try await browser.get("/account")
            _ = try await browser.post("/sign-in", ["email": Web.teacher, "password": Door.password])
            let second = try #require(await browser.cookies["kollegium"])
            #expect(second != first)
            #expect(try await browser.get("/account").status == .ok)
            let thief = web.browser()
            await thief.setCookie("kollegium", first)
            #expect(try await thief.get("/account").status == .seeOther)
        }
    }

    /// A session's secret changes now and then; in the very answer that ends the session it must not come back.
    @Test func `a secret that is due to change gives way to a new session and to none`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.setPassword(of: Web.teacher)
            for isLeaving in [false, true] {
                let browser = try await web.be(Web.teacher)
                _ = try await browser.get("/account")
                try await web.site.database.write { db in
                    try db.execute("UPDATE sessions SET rotated_at = rotated_at - 1000000")
                }
                let answer =
                    isLeaving
                    ? try await browser.post("/sign-out")
                    : try await browser.post("/sign-in", ["email": Web.teacher, "password": Door.password])
                #expect(answer.status == .seeOther)
                #expect(answer.headers[values: .setCookie].filter { $0.hasPrefix("kollegium=") }.count == 1)
                #expect(try await browser.get("/account").status == (isLeaving ? .seeOther : .ok))
            }
        }
    }

    @Test func `a form of another type does not get past the token`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            for type in ["multipart/form-data; boundary=x", "text/plain", "application/json", ""] {
                for path in ["/sign-out", "/account/other-sessions", "/account/codes/secret"] {
                    let answer = try await browser.post(path, body: "--x--\r\n", type: type)
                    #expect(answer.status == .badRequest, "\(path) as \(type)")
                }
            }
            #expect(try await browser.get("/account").status == .ok)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `signing out ends the session at once`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.teacher)
            let secret = try #require(await browser.cookies["kollegium"])
            _ = try await browser.get("/account")
            let answer = try await browser.post("/sign-out")
            #expect(answer.location == "/sign-in?done=signed-out")
            #expect(answer.cookie("kollegium")?.contains("Max-Age=0") == true)
            #expect(answer.headers[.init("Clear-Site-Data")!] == "\"storage\"")
            await browser.setCookie("kollegium", secret)
            #expect(try await browser.get("/account").status == .seeOther)
            #expect(try await web.count("sessions") == 0)
        }
    }
}
