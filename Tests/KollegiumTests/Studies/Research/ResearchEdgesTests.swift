import Foundation
import Support
import Testing

@testable import Kollegium

/// Where research files end: few people, a time that has passed, counts that would tell of somebody.
@Suite struct ResearchEdgesTests {
    @Test(arguments: TestEngine.allCases)
    func `free text of few people is written once somebody confirms it`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.researcher)
            let page = try await web.research()
            let many = try await browser.get(page).body
            #expect(!many.contains("name=\"few\"") && !many.contains("Så få går att känna igen"))
            try await web.site.database.write { db in
                try db.execute(
                    "UPDATE consents SET answer = 'no' WHERE purpose = 'research' AND person_id > 3")
            }
            let warned = try await browser.get(page).body
            #expect(warned.contains("name=\"few\"") && warned.contains("Så få går att känna igen"))
            let questionnaire = try #require(warned.firstMatch(of: #/option value="([a-z2-7]{26})"/#)).output
                .1
            let sent = try await browser.post(
                page, ["questionnaire": String(questionnaire), "format": "json", "texts": "yes"])
            #expect(sent.status == .unprocessableContent && sent.body.contains("id=\"few-e\""))
            #expect(
                sent.body.contains("value=\"yes\" checked") && sent.body.contains("value=\"json\" selected"))
            #expect(try await web.number("SELECT count(*) FROM research_files") == 0)
            let confirmed = try await browser.post(
                page,
                ["questionnaire": String(questionnaire), "format": "json", "texts": "yes", "few": "yes"])
            #expect(confirmed.status == .seeOther)
            // Codes alone are warned of, and written.
            let codes = try await browser.post(
                page, ["questionnaire": String(questionnaire), "format": "json"])
            #expect(codes.status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `after the day until which answers are kept nothing is written or handed out`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.researcher)
            let address = try await web.ask(.json, by: browser)
            #expect(try await ResearchWriting(site: web.site, rest: 0).takeNext())
            let waiting = try await web.ask(.sav, by: browser)
            try await web.keepUntil("2015-06-12")
            #expect(try await browser.get(address + "/content").status == .ok)
            try await web.keepUntil("2015-06-11")
            let reason = "så inga forskningsfiler skrivs eller lämnas ut"
            #expect(try await browser.get(address + "/content").location == address)
            #expect(try await browser.get(address).body.contains(reason))
            #expect(web.researchFiles.isEmpty)
            #expect(try await ResearchWriting(site: web.site, rest: 0).takeNext())
            #expect(web.researchFiles.isEmpty)
            #expect(try await browser.get(waiting).body.contains(reason))
            let page = try await browser.get(web.research()).body
            #expect(page.contains(reason) && !page.contains("name=\"format\"") && !page.contains(address))
            let questionnaire = try await web.site.database.read { db in
                try db.one("SELECT public_id FROM questionnaires WHERE code = 'teacher'") { try $0.text(0) }
                    ?? ""
            }
            let asked = try await browser.post(
                try await web.research(), ["questionnaire": questionnaire, "format": "csv"])
            #expect(asked.status == .unprocessableContent && asked.body.contains(reason))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `how many said yes moves once a day`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.researcher)
            let before = try await web.counts(browser)
            try #require(before.contains(" personer"))
            try await web.say(.no, to: .research, Web.teacher)
            try await web.say(.yes, to: .research, "s1-t01@example.org")
            #expect(try await web.counts(browser) == before)
            // They were said yesterday.
            try await web.site.database.write { db in
                try db.execute(
                    "UPDATE consents SET at = at - 86400000 WHERE person_id IN (SELECT id FROM people WHERE email = ?)",
                    Web.teacher)
            }
            #expect(try await web.counts(browser) != before)
        }
    }
}

extension Web {
    fileprivate func keepUntil(_ day: String) async throws {
        try await site.database.write { db in
            try db.execute("UPDATE study_information SET kept_until = ?", day)
        }
    }

    /// The page's table of who is in the files.
    fileprivate func counts(_ browser: Browser) async throws -> String {
        let page = try await browser.get(research()).body
        let start = try #require(page.firstRange(of: "<tbody>"))
        let end = try #require(page[start.upperBound...].firstRange(of: "</tbody>"))
        return String(page[start.upperBound..<end.lowerBound])
    }
}
