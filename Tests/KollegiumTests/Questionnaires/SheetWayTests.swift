import Support
import Testing

@testable import Kollegium

/// The way through a questionnaire: which steps it has, and where one goes on.
@Suite struct SheetWayTests {
    private let today = SheetSetting.today

    @Test(arguments: TestEngine.allCases)
    func `without goals to review there is no such step, and nothing is said of it`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            #expect(try await browser.get(sheet).body.contains("<dd>41</dd>"))
            try await web.site.database.write { db in
                try db.execute(
                    "DELETE FROM answers WHERE item_id IN (SELECT id FROM items WHERE code IN ('goal-1', 'goal-2', 'goal-3'))"
                )
            }
            let intro = try await browser.get(sheet)
            #expect(intro.body.contains("<dd>38</dd>"))
            let first = try await browser.get(sheet + "/sections/2")
            #expect(first.body.contains("Steg 1 av 7") && !first.body.contains(">Tillbaka<"))
            #expect(try await browser.get(sheet + "/sections/1").location == sheet + "/sections/2")
            #expect(try await browser.post(sheet + "/sections/1").status == .notFound)
            #expect(try await !browser.get(sheet + "/review").body.contains("Målen från förra gången"))
            try await web.putWaves("paging", "whole")
            let whole = try await browser.get(sheet + "/sections/1")
            #expect(!whole.body.contains("Målen från förra gången"))
            #expect(try SentForm(of: whole.body).questions == Array(4...41))
            // Others have theirs on the same address.
            let other = try await web.be(SheetSetting.other)
            #expect(try await other.get(sheet).status == .ok)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `one goes on where one was, and is told what was passed over`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            #expect(try await browser.get(sheet).body.contains("/sections/1\">Börja"))
            _ = try await browser.answer(sheet + "/sections/1", step: 4)
            #expect(
                try await browser.get(sheet).body.contains(
                    "/sections/2\">Fortsätt där du var: Dina viktigaste mål"))
            // Two sections are passed over, the fourth is answered.
            _ = try await browser.answer(sheet + "/sections/4", step: 4)
            var intro = try await browser.get(sheet)
            #expect(intro.body.contains("/sections/5\">Fortsätt där du var: Mellan dig och kollegorna"))
            #expect(intro.body.contains("/sections/2\">Till det du hoppade över: Dina viktigaste mål"))
            for section in 5...6 { _ = try await browser.answer(sheet + "/sections/\(section)", step: 4) }
            intro = try await browser.get(sheet)
            #expect(!intro.body.contains("Fortsätt där du var"))
            #expect(
                intro.body.contains("class=\"button\" href=\"\(sheet)/sections/2\">Till det du hoppade över"))
        }
    }

    @Test func `a section is called after what is in it`() async throws {
        try await withDemo(.sqlite, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            #expect(
                try await browser.get(sheet + "/sections/3").body.contains("<h1>Några frågor till dig</h1>"))
        }
        func title(_ types: Set<ItemType>) -> String {
            SheetSection(kind: .free, questions: 0..<1, types: types).title.sv
        }
        #expect(title([.text]) == "Med egna ord")
        #expect(title([.choice]) == "Välj det som stämmer bäst")
        #expect(title([.ranking]) == "Det viktigaste först")
        #expect(SheetSection(kind: .free, questions: 0..<1, types: [.choice]).explanation == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `looking back shows what differs, and folds away what is as it was`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            for section in 4...6 { _ = try await browser.answer(sheet + "/sections/\(section)", step: 3) }
            let page = try await browser.get(sheet + "/look-back")
            let form = try SentForm(of: page.body)
            #expect(form.questions.count == 30)
            // As the study has it: what this teacher answered a year ago.
            let same = try await web.place.witness(
                """
                SELECT count(*) FROM answers a JOIN sheets s ON s.id = a.sheet_id JOIN items i ON i.id = a.item_id
                JOIN parts x ON x.id = s.part_id JOIN people p ON p.id = s.person_id
                WHERE p.email = '\(SheetSetting.teacher)' AND x.code = 'start' AND i.code LIKE 'trust-%' AND a.step = 3
                """)
            let folded = page.body.matches(of: #/<summary>(\d+|En) fråg/#).map {
                Int($0.output.1) ?? 1
            }
            #expect(folded.reduce(0, +) == Int(same[0]))
            #expect(folded.allSatisfy { $0 > 0 } && folded.count <= 3 && folded.count > 0)
            // What is folded away is sent along, and stands by the earlier answer.
            #expect(try await browser.post(sheet + "/look-back", form).status == .seeOther)
            let confirmed = try await web.place.witness(
                """
                SELECT count(*) FROM answers a JOIN sheets s ON s.id = a.sheet_id
                WHERE s.entry = 'web' AND a.look_back = 'confirmed'
                """)
            #expect(confirmed == same)
        }
    }
}
