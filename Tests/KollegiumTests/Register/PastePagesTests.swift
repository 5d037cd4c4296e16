import Support
import Testing

@testable import Kollegium

@Suite struct PastePagesTests {
    private let leader = "programledare@example.org"
    private let head = "Namn\tE-post\tSkola\tArbetslag\tRoll\tFrån och med\n"

    @Test(arguments: TestEngine.allCases) func `what is pasted is shown first, and then exactly that is done`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let path = "/programmes/\(here.programme)/paste"
            let browser = try await web.be(leader)
            let text =
                head
                + "Sara <b>Holm\tsara@example.org\tNya skolan\tLag A\tlärare\t2014-08-18\nFel Rad\t\tNya skolan\tLag A\tvaktmästare\t\n"
            let people = try await web.number("SELECT count(*) FROM people")
            let shown = try await browser.post(path, ["text": text, "step": "preview"])
            #expect(shown.status == .ok)
            #expect(shown.body.contains("Sara &lt;b&gt;Holm") && !shown.body.contains("<b>Holm"))
            #expect(
                shown.body.contains("ny skola, nytt arbetslag, ny person")
                    && shown.body.contains("class=\"wrong\""))
            #expect(shown.body.contains("Läs in de 1 som går"))
            #expect(try await web.number("SELECT count(*) FROM people") == people)
            let digest = try #require(shown.hidden("digest"))
            let other = try await browser.post(
                path,
                [
                    "text": text + "Ali\tali@example.org\tNya skolan\tLag A\t\t\n", "digest": digest,
                    "step": "apply",
                ])
            #expect(
                other.status == .unprocessableContent && other.body.contains("Se efter en gång till")
                    && other.body.contains("Ali"))
            #expect(try await web.number("SELECT count(*) FROM people") == people)
            let done = try await browser.submit(path, ["text": text, "digest": digest, "step": "apply"])
            #expect(done.status == .ok)
            #expect(
                done.body.contains(
                    "1 person, 1 arbetslag och 1 skola lades till, 1 rad hoppades över."))
            #expect(done.body.contains("href=\"/programmes/\(here.programme)/invitations\""))
            let twice = try await browser.post(path, ["text": text, "digest": digest, "step": "apply"])
            #expect(twice.status == .seeOther)
            #expect(try await web.number("SELECT count(*) FROM people") == people + 1)
        }
    }

    @Test(arguments: [
        (
            RosterPreview.Totals(teams: 2, people: 7, mistaken: 1),
            "7 personer och 2 arbetslag lades till, 1 rad hoppades över."
        ),
        (.init(memberships: 3), "3 medlemskap lades till."),
        (.init(mistaken: 4), "Inget lades till, 4 rader hoppades över."),
    ])
    func `the receipt counts what was made and what was left out`(
        _ totals: RosterPreview.Totals, _ words: String
    ) {
        #expect(PasteReceipt(totals).words(.sv) == words)
    }

    @Test func `the preview says how words for roles were read`() async throws {
        try await withDemo(.sqlite) { web in
            let path = "/programmes/\((try await web.register()).programme)/paste"
            let rows = ["Förstelärare", "förstelärare ", "Lärare", "", "Pedagog"].enumerated().map {
                "A\($0)\ta\($0)@example.org\tSkola 2\tArbetslag 4–9\t\($1)\t\n"
            }
            let page = try await web.be(leader).post(
                path, ["text": head + rows.joined(), "step": "preview"])
            #expect(page.body.contains("<li>”Förstelärare”: samtalsledare (2 rader)</li>"))
            #expect(page.body.contains("<li>utan roll: lärare (1 rad)</li>"))
            #expect(page.body.contains("<li>”Pedagog”: lärare (1 rad)</li>"))
            #expect(!page.body.contains("”Lärare”:"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an identity number is refused, and what was pasted is on no page`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let path = "/programmes/\((try await web.register()).programme)/paste"
            let people = try await web.number("SELECT count(*) FROM people")
            let page = try await web.be(leader).post(
                path, ["text": "Sara Holm\t19121212-1212\tSkola 2\tLag A\n", "step": "preview"])
            #expect(page.status == .unprocessableContent && page.body.contains("personnummer"))
            #expect(!page.body.contains("1212-1212") && !page.body.contains("Sara Holm"))
            #expect(try await web.number("SELECT count(*) FROM people") == people)
        }
    }

    @Test func `mistakes of the form keep what was pasted, to the last character`() async throws {
        try await withDemo(.sqlite) { web in
            let path = "/programmes/\((try await web.register()).programme)/paste"
            let page = try await web.be(leader).post(
                path,
                [
                    "text": "\nSara </textarea><script>\tsara@example.org", "from": "i våras",
                    "step": "preview",
                ])
            #expect(page.status == .unprocessableContent && page.body.contains("value=\"i våras\""))
            #expect(
                page.body.contains(
                    "spellcheck=\"false\">\n\nSara &lt;/textarea&gt;&lt;script&gt;\tsara@example.org</textarea>"
                ))
            let empty = try await web.be(leader).post(path, ["text": "", "step": "preview"])
            #expect(empty.status == .unprocessableContent && empty.body.contains("href=\"#text\""))
        }
    }

    @Test(arguments: TestEngine.allCases) func `5,000 rows are shown and taken in`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let path = "/programmes/\((try await web.register()).programme)/paste"
            let browser = try await web.be(leader)
            let text =
                head
                + (0..<5_000).map {
                    "Åsa Öberg \($0)\tasa\($0)@example.org\tSkola nr \($0 / 100)\tLag \($0 / 10)\tlärare\t2014-08-18\n"
                }.joined()
            let shown = try await browser.post(path, ["text": text, "step": "preview"])
            #expect(shown.status == .ok && shown.body.contains("5\u{A0}000"))
            let done = try await browser.post(
                path, ["text": text, "digest": try #require(shown.hidden("digest")), "step": "apply"])
            #expect(done.status == .seeOther)
            #expect(try await web.number("SELECT count(*) FROM teams") == 505)
        }
    }

    @Test func `more than a sheet is refused, and so is a sheet from somebody not signed in`() async throws {
        try await withDemo(.sqlite) { web in
            let path = "/programmes/\((try await web.register()).programme)/paste"
            let long = String(repeating: "å", count: 1_100_000)
            let answer = try await web.be(leader).post(path, ["text": long, "step": "preview"])
            #expect(answer.status == .contentTooLarge)
            let nobody = try await web.browser().post(path, ["text": String(repeating: "a", count: 300_000)])
            #expect(nobody.status == .contentTooLarge)
        }
    }
}
