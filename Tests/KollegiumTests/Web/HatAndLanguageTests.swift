import Support
import Testing

@testable import Kollegium

@Suite struct HatAndLanguageTests {
    @Test(arguments: TestEngine.allCases)
    func `one wears one's own hats, in this browser only`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let email = "s2-t03@example.org"
            let (browser, other) = (try await web.be(email), try await web.be(email))
            let start = try await browser.get("/")
            #expect(start.body.contains("Du är här som <strong>samtalsledare"))
            let teacher = try #require(start.body.firstMatch(of: #/name="hat" value="([0-9]+-teacher)"/#)).1
            let answer = try await browser.post("/hat", ["hat": String(teacher)])
            #expect(answer.status == .seeOther && answer.location == "/")
            #expect(try await browser.get("/").body.contains("Du är här som <strong>lärare"))
            #expect(try await other.get("/").body.contains("Du är här som <strong>samtalsledare"))
            let person = teacher.prefix { $0 != "-" }
            for foreign in ["\(person)-administrator", "1-programme-leader", "", "x", "\(teacher) "] {
                #expect(try await browser.post("/hat", ["hat": foreign]).status == .notFound, "\(foreign)")
            }
            #expect(try await browser.get("/").body.contains("Du är här som <strong>lärare"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the account keeps the language, the browser where there is none`(_ engine: TestEngine) async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.teacher)
            #expect(try await browser.get("/account").body.contains("<html lang=\"sv\">"))
            let answer = try await browser.post("/language", ["language": "en"])
            #expect(answer.status == .seeOther && answer.cookie("language") == nil)
            #expect(try await browser.get("/account").body.contains("<html lang=\"en\">"))
            #expect(try await web.account(Web.teacher).language == .en)

            let nobody = web.browser(.en)
            #expect(try await nobody.get("/sign-in").body.contains("<html lang=\"en\">"))
            let chosen = try await nobody.post("/language", ["language": "sv"])
            #expect(chosen.cookie("language")?.contains("HttpOnly") == true)
            #expect(try await nobody.get("/sign-in").body.contains("<html lang=\"sv\">"))
            for none in ["", "de", "sv "] {
                #expect(try await nobody.post("/language", ["language": none]).status == .badRequest)
            }
        }
    }

    @Test func `one comes back to the page one was on, and to no other site`() async throws {
        try await withDemo(.sqlite) { web in
            let ours = "http://localhost"
            for (page, path) in [
                (ours + "/who-sees-what", "/who-sees-what"),
                (ours + "/sign-in?then=%2Faccount", "/sign-in?then=%2Faccount"),
                (ours + "/account?done=saved", "/account"),
                (ours + "/accounts?q=a&done=saved&page=2", "/accounts?q=a&page=2"),
                ("https://evil.example/who-sees-what", "/"), (ours + "//evil.example", "/"),
                (ours + "@evil.example/x", "/"), (ours + "/\\evil.example", "/%5Cevil.example"), ("", "/"),
                ("about:blank", "/"),
                (ours, "/"),
            ] {
                let browser = web.browser()
                _ = try await browser.get("/sign-in")
                await browser.setReferer(page)
                let answer = try await browser.post("/language", ["language": "en"])
                #expect(answer.location == path, "\(page)")
            }
            let bare = web.browser()
            _ = try await bare.get("/sign-in")
            #expect(try await bare.post("/language", ["language": "en"]).location == "/")
        }
    }

    @Test func `anybody reads who sees what and how accessible it is, in both languages`() async throws {
        try await withDemo(.sqlite) { web in
            for (path, words) in [
                ("/who-sees-what", ["Rektor kommer inte hit", "The principal does not come here"]),
                ("/accessibility", ["WCAG 2.2 på nivå AA", "WCAG 2.2 at level AA"]),
            ] {
                for (language, word) in zip([Language.sv, .en], words) {
                    let page = try await web.browser(language).get(path)
                    #expect(page.status == .ok && page.body.contains(word), "\(path) \(language)")
                }
            }
            let rooms = try await web.browser().get("/who-sees-what")
            for room in Room.allCases { #expect(rooms.body.contains(room.readers.sv), "\(room)") }
        }
    }
}
