import Support
import Testing

@testable import Kollegium

@Suite struct InformationTests {
    private let leader = "programledare@example.org"
    private let researcher = "forskare@example.org"

    private func address(_ web: Web) async throws -> String {
        "/programmes/\(try await web.register().programme)/information"
    }

    private func basis(_ page: Browser.Answer) throws -> String {
        String(try #require(page.body.firstMatch(of: #/name="basis" value="([^"]*)"/#)).output.1)
    }

    /// The value under which somebody stands in the list of those who may ask.
    private func choice(_ name: String, _ page: Browser.Answer) throws -> String {
        let option = try page.body.matches(
            of: Regex("<option value=\"([a-z2-7]+)\"[^>]*>\(name)", as: (Substring, Substring).self))
        return String(try #require(option.first).output.1)
    }

    @Test(arguments: TestEngine.allCases)
    func `what is told can be changed, and what was told before stays`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let path = try await address(web)
            for who in [leader, researcher] {
                let browser = try await web.be(who)
                let page = try await browser.get(path)
                #expect(page.status == .ok && page.body.contains("Vi vill förstå"))
                let after = try await browser.submit(
                    path,
                    [
                        "basis": basis(page), "asker": choice("Frida Sjö", page),
                        "purpose-sv": "Nytt från \(who).", "purpose-en": "", "kept": "31 dec 2030",
                    ])
                #expect(after.body.contains("Nytt från \(who)") && after.body.contains("Vi vill förstå"))
            }
            #expect(try await web.number("SELECT count(*) FROM study_information") == 3)
            let teacher = try await web.be("s1-t01@example.org")
            let told = try await teacher.get("/participation")
            #expect(told.body.contains("Nytt från forskare") && told.body.contains("31\u{A0}dec\u{A0}2030"))
            #expect(!told.body.contains("Vi vill förstå"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever supervises a team or leads a school does not ask`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let path = try await address(web)
            let browser = try await web.be(leader)
            for table in ["assignments", "memberships"] {
                try await web.site.database.write { db in
                    let pia = "(SELECT id FROM people WHERE email = 'programledare@example.org')"
                    switch table {
                    case "memberships":
                        try db.execute(
                            """
                            INSERT INTO memberships (team_id, person_id, role, starts)
                            VALUES ((SELECT min(id) FROM teams), \(pia), 'supervisor', '2015-01-01')
                            """)
                    default:
                        try db.execute(
                            """
                            INSERT INTO assignments (public_id, person_id, role, school_id, starts)
                            VALUES ('x', \(pia), 'school-leader', (SELECT min(id) FROM schools), '2015-01-01')
                            """)
                    }
                }
                let page = try await browser.get(path)
                let sent = try await browser.post(
                    path,
                    [
                        "basis": basis(page), "asker": choice("Pia Lindqvist", page),
                        "purpose-sv": "Skrivet och kvar.", "kept": "2030-12-31",
                    ])
                #expect(sent.status == .unprocessableContent)
                #expect(sent.body.contains("svårt att säga nej") && sent.body.contains("Skrivet och kvar."))
                try await web.site.database.write { db in
                    try db.execute("DELETE FROM \(table) WHERE starts = '2015-01-01'")
                }
            }
            #expect(try await web.number("SELECT count(*) FROM study_information") == 1)
        }
    }

    @Test func `what makes no sense is told at its field, with what was typed`() async throws {
        try await withDemo(.sqlite) { web in
            let path = try await address(web)
            let browser = try await web.be(leader)
            let page = try await browser.get(path)
            let sent = try await browser.post(
                path,
                ["basis": basis(page), "asker": "nobody", "purpose-sv": " ", "kept": "12 juni 2015"])
            #expect(sent.status == .unprocessableContent)
            for words in [
                "Välj vem som frågar.", "Skriv vad svaren ska", "Dagen har redan varit", "12 juni 2015",
            ] {
                #expect(sent.body.contains(words), "\(words)")
            }
            let old = try await browser.post(
                path,
                [
                    "basis": "older", "asker": choice("Frida Sjö", page), "purpose-sv": "Något.",
                    "kept": "2030-12-31",
                ])
            #expect(old.status == .unprocessableContent && old.body.contains("Någon har ändrat det här"))
        }
    }

    @Test func `nobody else reads or writes it`() async throws {
        try await withDemo(.sqlite) { web in
            let path = try await address(web)
            for member in web.site.demo?.cast ?? [] where ![leader, researcher].contains(member.email) {
                let browser = try await web.be(member.email)
                #expect(try await browser.get(path).status == .notFound, "\(member.email)")
                #expect(
                    try await browser.post(path, ["purpose-sv": "x"]).status == .notFound, "\(member.email)")
            }
            #expect(try await web.browser().get(path).status == .seeOther)
        }
    }
}
