import Support
import Testing

@testable import Kollegium

/// Part three, in which results are ranked.
@Suite struct RankingTests {
    private let today = "2015-06-10"
    private let stored = """
        SELECT a.text FROM answers a JOIN sheets s ON s.id = a.sheet_id JOIN items i ON i.id = a.item_id
        WHERE s.entry = 'web' AND i.code = 'results-ranked'
        """

    /// The page with the ranking, and the name of its fields.
    private func ranking(
        _ browser: Browser, _ sheet: String
    ) async throws -> (path: String, page: String, form: SentForm, name: String) {
        let path = sheet + "/sections/2"
        let page = try await browser.get(path)
        let form = try SentForm(of: page.body)
        return (path, page.body, form, "q\(try #require(form.questions.first))")
    }

    @Test(arguments: TestEngine.allCases)
    func `one's own goals are there to be ranked, and lines for anything else`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            var (path, page, form, name) = try await ranking(browser, sheet)
            #expect(page.contains("Det du har skrivit förr går att välja"))
            // A list and a line for each of five places; nothing is chosen beforehand.
            #expect(form.all(name) == Array(repeating: "", count: 10))
            let goals = try await web.place.witness(
                """
                SELECT DISTINCT a.text FROM answers a JOIN sheets s ON s.id = a.sheet_id
                JOIN items i ON i.id = a.item_id JOIN people p ON p.id = s.person_id
                WHERE p.email = '\(SheetSetting.teacher)' AND i.code LIKE 'goal-_' ORDER BY a.text
                """)
            #expect(goals.count >= 3)
            for goal in goals {
                #expect(page.contains("<option value=\"\(goal)\">\(goal)</option>"), "\(goal)")
            }
            // Something chosen in the first place, and something written beside what is chosen in the second.
            let sent = form.with(all: name, [goals[1], "", goals[0], "Mod > att fråga", ""])
            #expect(try await browser.post(path, sent).status == .seeOther)
            #expect(try await web.place.witness(stored) == ["\(goals[1]) > \(goals[0]) > Mod › att fråga"])
            (path, page, form, name) = try await ranking(browser, sheet)
            #expect(
                form.all(name) == [goals[1], "", goals[0], "", "", "Mod › att fråga", "", "", "", ""])
            let review = try await browser.get(sheet + "/review")
            #expect(review.body.contains("1. \(goals[1]); 2. \(goals[0]); 3. Mod"))
        }
    }

    @Test func `the same thing twice is a mistake that says so, and nothing is lost`() async throws {
        try await withDemo(.sqlite, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let (path, _, form, name) = try await ranking(browser, sheet)
            let words = ["", "Lugnare arbete", "", "  lugnare ARBETE", "", "Annat", "", "", "", ""]
            let refused = try await browser.post(path, form.with(all: name, words))
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Samma sak står på två platser"))
            #expect(refused.body.contains("href=\"#\(name)\""))
            let again = try SentForm(of: refused.body)
            #expect(again.all(name).filter { !$0.isEmpty }.map { $0.lowercased() }.count == 3)
            #expect(try await web.place.witness(stored).isEmpty)
            let mended = again.with(all: name, ["", "Lugnare arbete", "", "", "", "Annat"])
            #expect(try await browser.post(path, mended).status == .seeOther)
            #expect(try await web.place.witness(stored) == ["Lugnare arbete > Annat"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what the questionnaire offers is chosen place by place`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: today) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    UPDATE part_items SET scale_id = (SELECT id FROM scales WHERE code = 'element')
                    WHERE type = 'ranking'
                    """)
            }
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            var (path, page, form, name) = try await ranking(browser, sheet)
            #expect(form.all(name) == ["", "", "", ""])
            #expect(page.contains(">tid och organisation</option>") && !page.contains("aria-label=\"Plats 5"))
            let values = page.matches(of: #/<option value="([^"]+)">/#).prefix(4).map { String($0.output.1) }
            let answer = try await browser.post(path, form.with(all: name, [values[2], values[0]]))
            #expect(answer.status == .seeOther)
            #expect(try await web.place.witness(stored) == ["\(values[2]) > \(values[0])"])
            (path, page, form, name) = try await ranking(browser, sheet)
            #expect(form.all(name) == [values[2], values[0], "", ""])
            #expect(
                try await browser.get(sheet + "/review").body.contains(
                    "1. elevinterventioner; 2. kompetensutveckling"))
            for wrong in [[values[1], values[1]], ["något annat"]] {
                let refused = try await browser.post(path, form.with(all: name, wrong))
                #expect(refused.status == .unprocessableContent, "\(wrong)")
            }
        }
    }

    @Test func `who has named nothing before has five lines`() async throws {
        try await withDemo(.sqlite, today: today) { web in
            try await web.site.database.write { db in
                try db.execute(
                    "DELETE FROM answers WHERE item_id IN (SELECT id FROM items WHERE code IN ('goal-1', 'goal-2', 'goal-3'))"
                )
            }
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let (_, page, form, name) = try await ranking(browser, sheet)
            #expect(form.all(name).count == 5 && !page.contains("går att välja"))
        }
    }
}
