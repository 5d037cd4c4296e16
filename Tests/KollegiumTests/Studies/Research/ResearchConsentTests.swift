import Foundation
import Support
import Testing

@testable import Kollegium

/// Who is in the files, and who is not.
@Suite struct ResearchConsentTests {
    private let karin = "s2-t02@example.org"
    /// Says no to research in the demonstration, and these two have handed in.
    private let nils = "s2-t05@example.org"
    private let anna = "s1-t01@example.org"

    private func contents(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    @Test(arguments: TestEngine.allCases)
    func `who says no, or nothing, is in no file`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            for format in ResearchFormat.allCases {
                let path = try await web.file(format, texts: true)
                let text =
                    format == .csv
                    ? try await run("unzip", ["-p", path]).output : try contents(path)
                let own = try await web.pseudonym(karin)
                #expect(text.contains(own), "\(format)")
                for email in [nils, "s3-t02@example.org", anna] {
                    let pseudonym = try await web.pseudonym(email)
                    #expect(!text.contains(pseudonym), "\(format) \(email)")
                }
                // Neither names nor addresses nor the bundle's pseudonyms nor days.
                for word in ["Karin", "s2-t02", "example.org", "2014-06-05"] {
                    #expect(!text.contains(word), "\(format) \(word)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a yes ends with the day that was told with it, until it is said to a later one`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let (own, other) = (try await web.pseudonym(karin), try await web.pseudonym("s2-t01@example.org"))
            let goals = "/programmes/\(try await web.register().programme)/goals"
            // The others were told nothing of days.
            try await web.site.database.write { db in
                let told = try #require(
                    try db.one("SELECT max(id) FROM study_information") { try $0.key(0) })
                try db.execute("UPDATE study_information SET kept_until = '2015-06-11'")
                try db.execute("UPDATE consents SET information_id = NULL")
                try db.execute(
                    """
                    UPDATE consents SET information_id = ?
                    WHERE person_id = (SELECT id FROM people WHERE email = ?)
                    """, told, karin)
                try db.execute(
                    """
                    INSERT INTO study_information
                        (id, study_id, asker_id, purpose_sv, purpose_en, kept_until, made_at)
                    SELECT id + 1, study_id, asker_id, purpose_sv, purpose_en, '2030-06-30', made_at
                    FROM study_information WHERE id = ?
                    """, told)
            }
            let file = try contents(await web.file(.json))
            #expect(!file.contains(own) && file.contains(other))
            let researcher = try await web.be(Web.researcher)
            func read() async throws -> String {
                try await researcher.get(goals).body + researcher.get(goals + "?page=2").body
                    + researcher.get(goals + "?page=3").body
            }
            let goalsBefore = try await read()
            #expect(!goalsBefore.contains(own) && goalsBefore.contains(other))
            let (now, today) = (web.site.now, web.site.today)
            let receipt = try await web.site.database.write { db in
                let person = try #require(
                    try db.one("SELECT id FROM people WHERE email = ?", karin) { try $0.key(0) })
                let study = try #require(try db.one("SELECT id FROM studies") { try $0.key(0) })
                let told = try #require(
                    try db.one("SELECT max(id) FROM study_information") { try $0.key(0) })
                func say() throws -> String? {
                    let given = try ConsentStore(db: db).given(by: person)
                    return try ConsentStore(db: db).answer(
                        [.research: .yes], basis: ConsentStore.basis(given, told), to: study,
                        information: told, by: Act(person: person, now: now, today: today))
                }
                let receipt = try say()
                // Pressed twice is pressed once.
                #expect(try say() == nil)
                return receipt
            }
            #expect(receipt != nil)
            #expect(try contents(await web.file(.json)).contains(own))
            #expect(try await read().contains(own))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a no takes effect in the next file, and the one before is not handed out any more`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.researcher)
            let address = try await web.ask(.json, by: browser)
            #expect(try await ResearchWriting(site: web.site, rest: 0).takeNext())
            let fetched = try await browser.get(address + "/content")
            let pseudonym = try await web.pseudonym(karin)
            #expect(fetched.status == .ok && fetched.body.contains(pseudonym))
            #expect(fetched.headers[.contentDisposition] == "attachment; filename=\"teacher.json\"")
            try await web.say(.no, to: .research, karin)
            #expect(try await browser.get(address + "/content").location == address)
            #expect(try await browser.get(address).body.contains("lämnas inte ut"))
            let next = try contents(await web.file(.json))
            let other = try await web.pseudonym("s2-t01@example.org")
            #expect(!next.contains(pseudonym) && next.contains(other))
            try await web.say(.yes, to: .research, karin)
            // The same person has the same name again.
            let again = try contents(await web.file(.json))
            #expect(again.contains(pseudonym))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a no said while the file is written holds for that file too`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.researcher)
            let address = try await web.ask(.json, by: browser)
            var writing = ResearchWriting(site: web.site, rest: 0)
            writing.meanwhile = {
                let said = "SELECT count(*) FROM consents WHERE purpose = 'research' AND answer = 'no'"
                if try await web.number(said) == 2 { try await web.say(.no, to: .research, karin) }
            }
            #expect(try await writing.takeNext())
            let fetched = try await browser.get(address + "/content")
            #expect(fetched.status == .ok && fetched.body.contains("\"rows\""))
            let pseudonym = try await web.pseudonym(karin)
            #expect(!fetched.body.contains(pseudonym))
        }
    }

    @Test func `nothing of an open wave or an open sheet is in a file`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    UPDATE waves SET closed_at = NULL
                    WHERE part_id = (SELECT id FROM parts WHERE code = 'year2')
                    """)
                try db.execute(
                    """
                    UPDATE sheets SET state = 'open' WHERE part_id = (SELECT id FROM parts WHERE code = 'year1')
                        AND person_id = (SELECT id FROM people WHERE email = 's2-t02@example.org')
                    """)
            }
            let (table, codebook) = try await web.csv(try await web.file(.csv))
            #expect(Set(table.records.compactMap { $0["part"] }) == ["start", "year1"])
            let pseudonym = try await web.pseudonym(karin)
            #expect(table.records.filter { $0["person"] == pseudonym }.compactMap { $0["part"] } == ["start"])
            #expect(codebook.records.contains { $0["variable"] == "trust_p01" })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `researchers of the study get files, each their own, and nobody else`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let address = try await web.ask(.sav, by: web.be(Web.researcher))
            #expect(try await ResearchWriting(site: web.site, rest: 0).takeNext())
            let page = try await web.research()
            let paths = [page, address, address + "/content", address + "/cancellation"]
            for member in web.site.demo?.cast ?? [] where member.email != Web.researcher {
                let browser = try await web.be(member.email)
                for path in paths.prefix(3) {
                    #expect(try await browser.get(path).status == .notFound, "\(member.email) \(path)")
                }
                for path in [page, address + "/cancellation"] {
                    #expect(try await browser.post(path, ["format": "csv"]).status == .notFound, "\(path)")
                }
            }
            for path in paths { #expect(try await web.browser().get(path).status == .seeOther) }
            // Another researcher of the same study asks for their own.
            try await web.site.database.write { db in
                try db.execute("UPDATE research_files SET person_id = (SELECT min(id) FROM people)")
            }
            let browser = try await web.be(Web.researcher)
            #expect(try await browser.get(address + "/content").status == .notFound)
            #expect(try await browser.get(page).status == .ok)
        }
    }
}
