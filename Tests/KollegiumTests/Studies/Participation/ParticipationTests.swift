import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct ParticipationTests {
    /// Of the demonstration: has said nothing yet.
    private let anna = "s1-t01@example.org"
    /// Has said yes to evaluation and research.
    private let karin = "s2-t02@example.org"

    private func form(_ web: Web) async throws -> String {
        let id = try await web.site.database.read { db in
            try db.one("SELECT public_id FROM studies") { try $0.text(0) }
        }
        return "/participation/" + (try #require(id))
    }

    private func basis(_ page: Browser.Answer) throws -> String {
        let found = try #require(page.body.firstMatch(of: #/name="basis" value="([^"]*)"/#))
        return String(found.output.1)
    }

    @Test(arguments: TestEngine.allCases)
    func `nothing is chosen beforehand, and what is said gets a receipt that stays`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(anna)
            #expect(try await browser.get("/").body.contains("href=\"/participation\""))
            let page = try await browser.get("/participation")
            #expect(page.status == .ok && !page.body.contains(" checked"))
            for words in [
                "Frida Sjö", "Din egen utveckling", "Utvärdering", "Forskning", "Citat", "står kvar",
            ] {
                #expect(page.body.contains(words), "\(words)")
            }
            let sent = try await browser.post(
                form(web), ["basis": basis(page), "research": "yes", "quotation": "no"])
            let address = try #require(sent.location)
            let receipt = try await browser.get(address)
            for words in [
                "Anna", "Fem arbetslag i två år", "fre\u{A0}12\u{A0}juni\u{A0}2015, 12.00", "Forskning",
            ] {
                #expect(receipt.body.contains(words), "\(words)")
            }
            #expect(!receipt.body.contains("Utvärdering"))
            let after = try await browser.get("/participation")
            #expect(after.body.components(separatedBy: " checked").count == 3)
            #expect(after.body.contains(String(address.prefix { $0 != "?" })))
            #expect(!(try await browser.get("/").body.contains("Säg ja eller nej")))
            // Nobody else gets it, not by its number either.
            for other in [karin, "s1-l1@example.org", "programledare@example.org", "forskare@example.org"] {
                #expect(try await web.be(other).get(address).status == .notFound)
            }
            #expect(try await web.browser().get(address).location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `each change is a new row, and saying the same again is none`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(karin)
            let rows =
                "SELECT count(*) FROM consents WHERE person_id = (SELECT id FROM people WHERE email = 's2-t02@example.org')"
            #expect(try await web.number(rows) == 2)
            let page = try await browser.get("/participation")
            let same = try await browser.post(
                form(web), ["basis": basis(page), "evaluation": "yes", "research": "yes"])
            #expect(same.location == "/participation")
            #expect(try await web.number(rows) == 2)
            let no = try await browser.post(
                form(web), ["basis": basis(page), "evaluation": "yes", "research": "no"])
            #expect(no.location?.hasPrefix("/participation/receipts/") == true)
            #expect(try await web.number(rows) == 3)
            #expect(try await web.number(rows + " AND purpose = 'research' AND answer = 'yes'") == 1)
            // A form from before the no does not take it back.
            let old = try await browser.post(form(web), ["basis": basis(page), "research": "yes"])
            #expect(old.status == .unprocessableContent && old.body.contains("Inget är sparat"))
            #expect(try await web.number(rows) == 3)
        }
    }

    @Test func `who chooses nothing, or asks for a study that is not theirs, changes nothing`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(anna)
            let page = try await browser.get("/participation")
            let empty = try await browser.post(form(web), ["basis": basis(page)])
            #expect(empty.status == .unprocessableContent && empty.body.contains("varken") == false)
            #expect(empty.body.contains("inte valt ja eller nej"))
            let foreign = try await browser.post(
                "/participation/\(PublicID.make())", ["basis": basis(page), "research": "yes"])
            #expect(foreign.status == .notFound)
            let researcher = try await web.be("forskare@example.org")
            #expect(try await researcher.get("/participation").body.contains("inte med i någon studie"))
            #expect(
                try await researcher.post(form(web), ["basis": basis(page), "research": "yes"]).status
                    == .notFound)
            #expect(try await web.browser().get("/participation").status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who has left can still take a yes back`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    UPDATE memberships SET ends = '2015-01-01'
                    WHERE person_id = (SELECT id FROM people WHERE email = 's2-t02@example.org')
                    """)
            }
            let browser = try await web.be(karin)
            let start = try await browser.get("/")
            #expect(start.body.contains("inte med i något lag") && start.body.contains("/participation"))
            let page = try await browser.get("/participation")
            let sent = try await browser.post(form(web), ["basis": basis(page), "research": "no"])
            #expect(sent.status == .seeOther)
        }
    }

    @Test func `without information nobody says yes, and anybody says no`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                try db.execute("UPDATE consents SET information_id = NULL")
                try db.execute("DELETE FROM study_information")
            }
            let silent = try await web.be(anna).get("/participation")
            #expect(silent.body.contains("Ingen har berättat än") && !silent.body.contains("type=\"radio\""))
            let browser = try await web.be(karin)
            let page = try await browser.get("/participation")
            _ = try await browser.post(
                form(web), ["basis": basis(page), "research": "no", "quotation": "yes"])
            #expect(try await web.number("SELECT count(*) FROM consents WHERE purpose = 'quotation'") == 0)
            #expect(
                try await web.number(
                    "SELECT count(*) FROM consents WHERE purpose = 'research' AND answer = 'no'") == 3)
        }
    }
}
