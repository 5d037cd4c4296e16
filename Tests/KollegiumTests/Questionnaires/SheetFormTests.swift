import Support
import Testing

@testable import Kollegium

@Suite struct SheetFormTests {
    @Test func `all on one page is all on one page`() async throws {
        try await withDemo(.sqlite, today: SheetSetting.today) { web in
            try await web.putWaves("paging", "whole")
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let page = try await browser.get(sheet + "/sections/1")
            #expect(try SentForm(of: page.body).questions == Array(1...41))
            #expect(page.body.contains("<h2>Mellan dig och kollegorna</h2>"))
            #expect(try await browser.get(sheet + "/sections/2").status == .notFound)
            #expect(try await browser.answer(sheet + "/sections/1", step: 4).location == sheet + "/look-back")
        }
    }

    @Test func `where the study wants it the earlier answer stands beside the question from the beginning`()
        async throws
    {
        try await withDemo(.sqlite, today: SheetSetting.today) { web in
            try await web.putWaves("look_back", "beside")
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let page = try await browser.get(sheet + "/sections/4")
            #expect(page.body.contains("28\u{A0}aug\u{A0}2013"))
            #expect(page.body.contains("Behåll det svaret"))
            let form = try SentForm(of: page.body)
            _ = try await browser.post(sheet + "/sections/4", form.with("keep", "\(form.questions[0])"))
            _ = try await browser.answer(sheet + "/sections/6", step: 1)
            #expect(
                try await web.place.witness(
                    """
                    SELECT i.code, a.look_back, a.first_step FROM answers a JOIN sheets s ON s.id = a.sheet_id
                    JOIN items i ON i.id = a.item_id WHERE s.entry = 'web' AND i.code IN ('trust-p01', 'trust-l01')
                    ORDER BY i.code
                    """) == ["trust-l01|changed|", "trust-p01|confirmed|"])
            #expect(try await browser.get(sheet + "/look-back").location == sheet + "/review")
        }
    }

    @Test func `who named no goals is not asked how far they were reached`() async throws {
        try await withDemo(.sqlite, today: SheetSetting.today) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    DELETE FROM answers WHERE item_id IN (SELECT id FROM items WHERE code IN ('goal-1', 'goal-3'))
                    """)
            }
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let page = try await browser.get(sheet + "/sections/1")
            #expect(try SentForm(of: page.body).questions == [2])
            #expect(page.body.contains("Mål 2: ”"))
        }
    }

    @Test func `ratings that were not looked back at say so`() async throws {
        try await withDemo(.sqlite, today: SheetSetting.today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            for section in 4...5 { _ = try await browser.answer(sheet + "/sections/\(section)", step: 5) }
            let page = try await browser.get(sheet + "/sections/4")
            #expect(!page.body.contains("2013"), "an earlier answer pulls at the new one")
            let done = try await browser.submit(sheet + "/handing-in")
            #expect(done.body.contains("tittade inte på 20."))
        }
    }

    @Test func `both languages ask in their own words`() async throws {
        try await withDemo(.sqlite, today: SheetSetting.today) { web in
            let browser = try await web.be(SheetSetting.teacher, .en)
            let sheet = try await web.openSheet(browser)
            #expect(try await browser.get(sheet).body.contains("Who sees what you answer?"))
            let page = try await browser.get(sheet + "/sections/4")
            #expect(page.body.contains("mostly true") && !page.body.contains("stämmer"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who said no to own development meets no earlier self`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: SheetSetting.today) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    INSERT INTO consents (study_id, person_id, purpose, answer, at)
                    SELECT s.study_id, s.person_id, 'own-development', 'no', 1 FROM study_people s
                    JOIN people p ON p.id = s.person_id WHERE p.email = ?
                    """, SheetSetting.teacher)
            }
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            // Without goals to review, that step is left out.
            let intro = try await browser.get(sheet)
            #expect(intro.body.contains("href=\"\(sheet)/sections/2\">Börja"))
            #expect(try await browser.get(sheet + "/sections/1").location == sheet + "/sections/2")
            #expect(try await browser.get(sheet + "/sections/2").body.contains("Steg 1 av 6"))
            for section in 2...6 {
                #expect(try await !browser.get(sheet + "/sections/\(section)").body.contains("2013"))
                _ = try await browser.answer(sheet + "/sections/\(section)", step: 3)
            }
            let done = try await browser.submit(sheet + "/handing-in")
            #expect(done.body.contains("Tack.") && !done.body.contains("Du då och du nu"))
            // Another one does.
            let other = try await web.be(SheetSetting.other)
            #expect(try await other.get(sheet + "/sections/2").body.contains("2013"))
        }
    }

    @Test func `no words of a questionnaire pass for a slot`() async throws {
        try await withDemo(.sqlite, today: SheetSetting.today) { web in
            try await web.site.database.write { db in
                try db.execute(
                    "UPDATE part_items SET label_sv = ? WHERE item_id = (SELECT id FROM items WHERE code = 'trust-p01')",
                    "\u{1C}g 999\u{1C}\u{1C}m 0 1\u{1C} \u{1C}Upplägget")
            }
            let browser = try await web.be(SheetSetting.teacher)
            let page = try await browser.get(try await web.openSheet(browser) + "/sections/4")
            #expect(page.body.contains("g 999m 0 1 Upplägget"))
            #expect(try SentForm(of: page.body).questions.count == 10)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who hands in on the day of the closing is in the map as in the other figures`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: SheetSetting.today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            for section in 4...6 { _ = try await browser.answer(sheet + "/sections/\(section)", step: 5) }
            _ = try await browser.post(sheet + "/handing-in")
            let leader = try await web.be("programledare@example.org")
            _ = try await leader.post(sheet.replacing("/sheets/", with: "/waves/") + "/closing")
            let people = try await web.site.database.read { db -> Int in
                let programme = try #require(try StudyStore(db: db).studies([.held]).first).programme
                let part = try #require(
                    try db.one(
                        "SELECT p.id FROM parts p JOIN sheets s ON s.part_id = p.id WHERE p.code = 'year1' LIMIT 1"
                    ) { try $0.key(0) })
                let team = try #require(
                    try db.one("SELECT id FROM teams WHERE code = 't2'") { try $0.key(0) })
                var people = 0
                try TrustAnswerStore(db: db).sheets(of: programme, .everything) { found, sheets in
                    if found == team { people = sheets[part]?.people.count ?? 0 }
                }
                return people
            }
            let counted = try await web.place.witness(
                """
                SELECT count(*) FROM sheets s JOIN parts p ON p.id = s.part_id JOIN teams t ON t.id = s.team_id
                WHERE p.code = 'year1' AND t.code = 't2' AND s.counted = 1
                """)
            #expect(counted == ["\(people)"])
            #expect(people > 5)
        }
    }
}
