import Storage
import Support
import Testing

@testable import Kollegium

/// Asking in everybody of a programme who was not.
@Suite struct InvitationsPageTests {
    private let leader = "programledare@example.org"

    /// Three who have a place in a team, one of them without an address, and one who has none.
    private func paste(_ web: Web, _ browser: Browser, _ programme: String) async throws {
        let text = """
            Namn\tE-post\tSkola\tArbetslag\tRoll
            Alva Ask\talva@example.org\tSkola 9\tLag Nio\tlärare
            Bo Björk\tbo.bjork@example.org\tSkola 9\tLag Nio\tsamtalsledare
            Cia Utan\t\tSkola 9\tLag Nio\tlärare
            Dan Ensam\tdan@example.org\tSkola 9\t\t
            """
        let path = "/programmes/\(programme)/paste"
        let shown = try await browser.post(path, ["text": text, "step": "preview"])
        let done = try await browser.post(
            path, ["text": text, "digest": try #require(shown.hidden("digest")), "step": "apply"])
        #expect(done.status == .seeOther)
    }

    /// Lets nobody of the example be waiting, so that only the pasted ones are.
    private func quiet(_ web: Web) async throws {
        try await web.site.database.write { db in
            try db.execute(
                "UPDATE people SET email = NULL WHERE id NOT IN (SELECT person_id FROM account_people)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the page names who gets a letter, and one press sends it to each of them once`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await quiet(web)
            let programme = try await web.register().programme
            let browser = try await web.be(leader)
            try await paste(web, browser, programme)
            let path = "/programmes/\(programme)/invitations"
            let people = try await browser.get("/programmes/\(programme)/people")
            #expect(people.body.contains("Bjud in alla som inte är inbjudna (2)"))
            #expect(people.body.contains("samtalsledare, Lag Nio"))
            let page = try await browser.get(path)
            #expect(page.body.contains("Alva Ask") && page.body.contains("samtalsledare, Lag Nio"))
            #expect(!page.body.contains("Cia Utan") && !page.body.contains("Dan Ensam"))
            #expect(try await web.letters(to: "alva@example.org").isEmpty)
            let basis = try #require(page.hidden("basis"))
            let sent = try await browser.submit(path, ["basis": basis])
            #expect(sent.status == .ok && sent.body.contains("Inbjudningarna är på väg."))
            #expect(!sent.body.contains("Bjud in alla"))
            for email in ["alva@example.org", "bo.bjork@example.org"] {
                #expect(try await web.letters(to: email).count == 1, "\(email)")
            }
            let again = try await browser.post(path, ["basis": basis])
            #expect(again.status == .seeOther)
            #expect(try await web.letters(to: "alva@example.org").count == 1)
            #expect(try await browser.get(path).body.contains("Alla är inbjudna"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nobody gets a letter who was not on the page that was seen`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let programme = try await web.register().programme
            let browser = try await web.be(leader)
            let path = "/programmes/\(programme)/invitations"
            let basis = try #require(try await browser.get(path).hidden("basis"))
            try await paste(web, browser, programme)
            let answer = try await browser.post(path, ["basis": basis])
            #expect(answer.status == .unprocessableContent && answer.body.contains("Alva Ask"))
            #expect(try await web.letters(to: "alva@example.org").isEmpty)
            for other in ["s1-l1@example.org", "s2-t02@example.org", "administrator@example.org"] {
                let stranger = try await web.be(other)
                #expect(try await stranger.get(path).status == .notFound, "\(other)")
                #expect(try await stranger.post(path, ["basis": basis]).status == .notFound, "\(other)")
            }
            #expect(try await web.browser().get(path).status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the letter says who asks whom to what, and no sentence is broken in two`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await quiet(web)
            let programme = try await web.register().programme
            let browser = try await web.be(leader)
            try await paste(web, browser, programme)
            let path = "/programmes/\(programme)/invitations"
            _ = try await browser.post(
                path, ["basis": try #require(try await browser.get(path).hidden("basis"))])
            let letter = try #require(try await web.letters(to: "bo.bjork@example.org").last)
            #expect(letter.body.hasPrefix("Hej Bo Björk,\n\nPia Lindqvist bjuder in dig till Kollegium"))
            #expect(letter.body.contains("\n– Samtalsledare i Lag Nio, Skola 9 (Fem arbetslag i två år)"))
            #expect(letter.path.hasPrefix("/invitations/"))
            for line in letter.body.split(separator: "\n") {
                let isWhole = [".", ":", ",", ")"].contains { line.hasSuffix($0) }
                #expect(isWhole || line.hasPrefix("http"), "\(line)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `people are found by any part of their address`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let programme = try await web.register().programme
            let browser = try await web.be(leader)
            for typed in ["s1-t01", "s1-t01@", "-t01@example"] {
                let page = try await browser.get(
                    "/programmes/\(programme)/people?q=\(typed.percentEncoded)")
                #expect(page.body.contains("s1-t01@example.org"), "\(typed)")
            }
            let nobody = try await browser.get("/programmes/\(programme)/people?q=s1-t99")
            #expect(nobody.body.contains("Ingen att visa"))
        }
    }
}
