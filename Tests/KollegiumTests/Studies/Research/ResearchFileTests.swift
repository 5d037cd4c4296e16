import Foundation
import Support
import Testing

@testable import Kollegium

/// What is in the files, and how they come about.
@Suite struct ResearchFileTests {
    @Test(arguments: TestEngine.allCases)
    func `a row for each person and wave, with opted out, not asked and not answered told apart`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.change()
            let (table, codebook) = try await web.csv(try await web.file(.csv))
            #expect(
                Array(table.columns.prefix(9)) == [
                    "person", "school", "team", "wave", "part", "month", "entry", "quotable", "goal_1_state",
                ])
            #expect(codebook.records.map { $0["variable"] } == table.columns)
            let pseudonym = try await web.pseudonym(Web.teacher)
            let own = table.records.filter { $0["person"] == pseudonym }
            #expect(own.map { $0["wave"] } == ["1", "2", "3"])
            let (first, second) = (own[0], own[1])
            #expect(first["school"] == "s2" && first["team"] == "t2" && first["month"] == "2013-08")
            #expect(first["entry"] == "1" && first["quotable"] == "0")
            // Asked from the second wave on.
            #expect(first["goal_1_extent"] == "-9" && second["goal_1_extent"].map { Int($0) ?? 0 } ?? 0 > 0)
            #expect(second["trust_p01"] == "-8" && second["trust_p02"] == nil && second["trust_p03"] == "5")
            #expect(second["trust_p03_back"] == "2" && second["trust_p03_first"] == "4")
            #expect(first["trust_p03_back"] == "-9" || first["trust_p03_back"] == nil)
            // The words themselves are left out unless asked for; that there are some is told.
            #expect(second["wishes"] == nil && !table.columns.contains("wishes"))
            #expect(second["wishes_state"] == "1" && !table.columns.contains("reflection"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `free text comes along where it is asked for, and is no formula`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.change()
            try await web.say(.yes, to: .quotation, Web.teacher)
            let (table, _) = try await web.csv(try await web.file(.csv, texts: true))
            let pseudonym = try await web.pseudonym(Web.teacher)
            let own = try #require(table.records.first { $0["person"] == pseudonym && $0["wave"] == "2" })
            #expect(own["wishes"] == "'=HYPERLINK(\"å ä ö\")" && own["reflection"] == "Åsikter, ändrade")
            #expect(own["quotable"] == "1")
        }
    }

    @Test(arguments: [ResearchFormat.sav, .dta], [Language.sv, .en])
    func `pyreadstat reads labels, order, å ä ö and the kinds of missing back`(
        _ format: ResearchFormat, _ language: Language
    ) async throws {
        try await withDemo(.sqlite) { web in
            try await web.change()
            let plain = try await web.csv(try await web.file(.csv, texts: true, language: language))
            let read = try await Reading(
                "python", try await web.file(format, texts: true, language: language))
            try expectSame(read, plain.table, plain.codebook, format, language)
            let trust = try #require(read.variables.first { $0.name == "trust_p03" })
            #expect(
                trust.values.contains { $0.words == (language == .sv ? "stämmer helt" : "completely true") })
            #expect(trust.label.contains(language == .sv ? "för utvecklingsarbetet" : "the"))
        }
    }

    @Test func `JSON tells what its columns mean, and has a row on each line`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.change()
            let path = try await web.file(.json, texts: true)
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
                    as? [String: Any])
            #expect(json["format"] as? String == "kollegium-research/1")
            let names = (json["variables"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
            let rows = json["rows"] as? [[Any]] ?? []
            let (table, _) = try await web.csv(try await web.file(.csv, texts: true))
            #expect(names == table.columns && rows.count == table.records.count && rows.count > 60)
            let pseudonym = try await web.pseudonym(Web.teacher)
            let own = try #require(
                rows.first { $0[0] as? String == pseudonym && $0[3] as? Int == 2 })
            func cell(_ name: String) -> Any? { names.firstIndex(of: name).map { own[$0] } }
            #expect(cell("trust_p01") as? String == "opted-out" && cell("trust_p02") is NSNull)
            #expect(cell("trust_p03") as? Int == 5 && cell("wishes") as? String == "=HYPERLINK(\"å ä ö\")")
            let first = try #require(rows.first { $0[0] as? String == pseudonym && $0[3] as? Int == 1 })
            #expect(first[try #require(names.firstIndex(of: "goal_1_extent"))] as? String == "not-asked")
        }
    }

    @Test(arguments: [
        (ResearchFormat.sav, 254, 1), (.sav, 255, 1), (.sav, 256, 2), (.sav, 2_000, 8), (.dta, 2_044, 1),
        (.dta, 2_046, 2), (.dta, 9_001, 5),
    ])
    func `a long text comes back whole`(_ format: ResearchFormat, _ bytes: Int, _ columns: Int) async throws {
        try await withDemo(.sqlite) { web in
            let words = String(repeating: "åä ö  x", count: bytes / 10 + 1)
            let text =
                words.cut(toBytes: bytes - 4)
                + String(repeating: "x", count: bytes - words.cut(toBytes: bytes - 4).utf8.count)
            try await web.site.database.write { db in
                let sheet = try db.one(
                    """
                    SELECT s.id FROM sheets s JOIN people p ON p.id = s.person_id
                    JOIN parts t ON t.id = s.part_id
                    WHERE p.email = 's2-t02@example.org' AND t.code = 'start'
                    """
                ) { try $0.key(0) }
                let item = try db.one("SELECT id FROM items WHERE code = 'concerns'") { try $0.key(0) }
                try db.execute("DELETE FROM answers WHERE sheet_id = ? AND item_id = ?", sheet, item)
                try db.execute(
                    "INSERT INTO answers (sheet_id, item_id, text) VALUES (?, ?, ?)", sheet, item, text)
            }
            let read = try await Reading("python", try await web.file(format, texts: true))
            let places = read.variables.indices.filter {
                read.variables[$0].name.wholeMatch(of: /concerns(_t[0-9]+)?/) != nil
            }
            let pseudonym = try await web.pseudonym(Web.teacher)
            let row = try #require(read.rows.first { $0[0] == pseudonym && ($0[3] ?? "").hasPrefix("1") })
            #expect(places.compactMap { row[$0] }.joined() == text)
            #expect(places.count == columns)
        }
    }

    // MARK: How they come about

    @Test(arguments: TestEngine.allCases)
    func `a file is asked for, waits, is written and swept away after a day`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.researcher)
            let page = try await browser.get(web.research())
            #expect(page.body.contains("färre än 5 personer") && !page.body.contains(" checked"))
            let address = try await web.ask(.dta, by: browser)
            let waiting = try await browser.get(address)
            #expect(
                waiting.body.contains("Väntar på sin tur.") && waiting.body.contains("data-renewed=\"5\""))
            #expect(try await browser.get(address + "/content").location == address)
            let writing = ResearchWriting(site: web.site, rest: 0)
            #expect(try await writing.takeNext())
            #expect(try await !writing.takeNext())
            let done = try await browser.get(address)
            #expect(done.body.contains(address + "/content") && !done.body.contains("data-renewed"))
            #expect(web.researchFiles.count == 1)
            try await web.site.database.write { db in
                try db.execute("UPDATE research_files SET made_at = made_at - 86400001")
            }
            #expect(try await !writing.takeNext())
            #expect(web.researchFiles.isEmpty)
            #expect(try await browser.get(address).status == .notFound)
        }
    }

    @Test func `one that was cancelled or left by the dead is told so, and leaves nothing`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.researcher)
            let cancelled = try await web.ask(.csv, by: browser)
            let answer = try await browser.submit(cancelled + "/cancellation")
            #expect(answer.body.contains("blev inte skriven"))
            let left = try await web.ask(.csv, by: browser)
            try await web.site.database.write { db in
                try db.execute(
                    "UPDATE research_files SET state = 'writing', seen_at = seen_at - 40000 WHERE state = 'waiting'"
                )
            }
            try Data("half".utf8).write(
                to: URL(fileURLWithPath: try web.researchFolder() + "/abc.zip.unfinished"))
            #expect(try await browser.get(left).body.contains("blev inte skriven"))
            #expect(try await !ResearchWriting(site: web.site, rest: 0).takeNext())
            #expect(web.researchFiles.isEmpty)
        }
    }

    @Test func `what makes no sense is told at its field`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.researcher)
            let page = try await web.research()
            _ = try await browser.get(page)
            let sent = try await browser.post(page, ["questionnaire": "nothing", "format": "xls"])
            #expect(sent.status == .unprocessableContent && sent.body.contains("Välj en enkät."))
            for _ in 0..<5 { _ = try await web.ask(.csv, by: browser) }
            let register = try await web.site.database.read { db in
                try db.one("SELECT public_id FROM questionnaires") { try $0.text(0) } ?? ""
            }
            let tooMany = try await browser.post(page, ["questionnaire": register, "format": "csv"])
            #expect(
                tooMany.status == .unprocessableContent && tooMany.body.contains("fem av dina filer") == false
            )
            #expect(tooMany.body.contains("Fem av dina filer väntar redan"))
            let noFormat = try await browser.post(page, ["questionnaire": register, "format": "xls"])
            #expect(noFormat.body.contains("Välj ett format."))
        }
    }
}

extension Web {
    func researchFolder() throws -> String {
        let folder = ResearchFile.folder(site.folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    var researchFiles: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: ResearchFile.folder(site.folder))) ?? []
    }

    /// What Karin did with the second part: opted out of a question, left one, changed an answer after looking back.
    func change() async throws {
        try await site.database.write { db in
            let sheet = try #require(
                try db.one(
                    """
                    SELECT s.id FROM sheets s JOIN people p ON p.id = s.person_id JOIN parts t ON t.id = s.part_id
                    WHERE p.email = 's2-t02@example.org' AND t.code = 'year1'
                    """
                ) { try $0.key(0) })
            func item(_ code: String) throws -> Int64 {
                try #require(try db.one("SELECT id FROM items WHERE code = ?", code) { try $0.key(0) })
            }
            try db.execute(
                "UPDATE answers SET step = NULL WHERE sheet_id = ? AND item_id = ?", sheet, item("trust-p01"))
            try db.execute("DELETE FROM answers WHERE sheet_id = ? AND item_id = ?", sheet, item("trust-p02"))
            try db.execute(
                "UPDATE answers SET step = 5, look_back = 'changed', first_step = 4 WHERE sheet_id = ? AND item_id = ?",
                sheet, item("trust-p03"))
            try db.execute(
                "INSERT INTO answers (sheet_id, item_id, text) VALUES (?, ?, '=HYPERLINK(\"å ä ö\")')", sheet,
                item("wishes"))
            try db.execute("UPDATE sheets SET reflection = 'Åsikter, ändrade' WHERE id = ?", sheet)
        }
    }
}
