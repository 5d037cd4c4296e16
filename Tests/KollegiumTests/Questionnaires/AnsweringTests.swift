import Support
import Testing

@testable import Kollegium

@Suite struct AnsweringTests {
    private let today = SheetSetting.today

    @Test(arguments: TestEngine.allCases)
    func `a questionnaire is answered, looked back at and handed in`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let start = try await browser.get("/")
            #expect(start.body.contains("Pedagogenkät: Efter ett läsår"))
            let sheet = try await web.openSheet(browser)
            let intro = try await browser.get(sheet)
            #expect(intro.body.contains("Vem ser det du svarar?"))
            #expect(intro.body.contains("ungefär 5 minuter"))
            #expect(intro.body.contains("ons\u{A0}11\u{A0}juni\u{A0}2014"))

            // The three goals of the part before are reviewed in the person's own words.
            let review = try await browser.get(sheet + "/sections/1")
            #expect(review.body.contains("Mål 1: ”Fler elever når målen”"))
            var answer = try await browser.answer(sheet + "/sections/1", step: 4)
            #expect(answer.location == sheet + "/sections/2")

            // A goal is kept with one press, another one replaced.
            let goals = try await browser.get(sheet + "/sections/2")
            #expect(goals.body.contains("28\u{A0}aug\u{A0}2013"))
            let first = try #require(try SentForm(of: goals.body).questions.first)
            answer = try await browser.post(
                sheet + "/sections/2",
                try SentForm(of: goals.body).with("q\(first + 1)", "Ett nytt mål").with("keep", "\(first)"))
            #expect(answer.location == sheet + "/sections/2#q\(first)")
            let kept = try await browser.get(sheet + "/sections/2")
            #expect(try SentForm(of: kept.body)["q\(first)"] == "Fler elever når målen")
            #expect(kept.body.contains("bekräftat") && kept.body.contains("ändrat"))

            for section in 3...6 {
                answer = try await browser.answer(sheet + "/sections/\(section)", step: 2)
            }
            #expect(answer.location == sheet + "/look-back")

            // The ratings meet the earlier ones only now; one of them is changed, and both are kept.
            let lookBack = try await browser.get(sheet + "/look-back")
            let ratings = try SentForm(of: lookBack.body)
            #expect(ratings.questions.count == 30)
            let changed = try #require(ratings.questions.first)
            answer = try await browser.post(
                sheet + "/look-back",
                ratings.with("q\(changed)", "5").with("reflection", "Jag vågar mer nu."))
            #expect(answer.location == sheet + "/review")

            let read = try await browser.get(sheet + "/review")
            #expect(read.body.contains("Jag vågar mer nu."))
            let done = try await browser.submit(sheet + "/handing-in")
            #expect(done.body.contains("Tack. Inlämnat tis\u{A0}10\u{A0}juni\u{A0}2014."))
            #expect(done.body.contains("först: stämmer dåligt"))
            #expect(done.body.contains("Du då och du nu"))

            #expect(
                try await web.place.witness(
                    "SELECT state, entry, counted, submitted, reflection FROM sheets WHERE entry = 'web'")
                    == ["handed-in|web|0|2014-06-10|Jag vågar mer nu."])
            #expect(
                try await web.place.witness(
                    """
                    SELECT a.step, a.first_step, a.look_back FROM answers a JOIN sheets s ON s.id = a.sheet_id
                    JOIN items i ON i.id = a.item_id WHERE s.entry = 'web' AND i.code = 'trust-p01'
                    """) == ["5|2|changed"])
            // What was answered before is as it was.
            #expect(
                try await web.place.witness(
                    """
                    SELECT count(*) FROM answers a JOIN sheets s ON s.id = a.sheet_id
                    WHERE s.entry <> 'web' AND (a.look_back IS NOT NULL OR a.first_step IS NOT NULL)
                    """) == ["0"])
            #expect(try await web.place.kollegium("check").output == "All is well.\n")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `looking writes nothing, and earlier answers are never there as new ones`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let before = try await web.place.witness("SELECT count(*) FROM sheets")
            for section in 1...6 {
                let page = try await browser.get(sheet + "/sections/\(section)")
                let form = try SentForm(of: page.body)
                #expect(form.questions.allSatisfy { form["b\($0)"] == "0" && (form["q\($0)"] ?? "") == "" })
                // Sent as it is, it changes nothing either.
                #expect(try await browser.post(sheet + "/sections/\(section)", form).status == .seeOther)
            }
            _ = try await browser.get(sheet + "/review")
            _ = try await browser.get(sheet + "/look-back")
            #expect(try await web.place.witness("SELECT count(*) FROM sheets") == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two windows do not take away each other's answers`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let path = sheet + "/sections/2"
            let page = try SentForm(of: try await browser.get(path).body)
            let questions = page.questions
            let (one, two) = ("q\(questions[0])", "q\(questions[1])")
            #expect(try await browser.post(path, page.with(one, "Från det ena")).status == .seeOther)
            // The other window was opened before that, and has another question's answer.
            #expect(try await browser.post(path, page.with(two, "Från det andra")).status == .seeOther)
            let both = try SentForm(of: try await browser.get(path).body)
            #expect(both[one] == "Från det ena" && both[two] == "Från det andra")

            // The same question in both: nothing is taken away, and both are shown.
            let conflict = try await browser.post(path, page.with(one, "Något <annat>"))
            #expect(conflict.status == .conflict)
            #expect(conflict.body.contains("I ett annat fönster har du svarat så här"))
            #expect(conflict.body.contains("Från det ena"))
            let again = try SentForm(of: conflict.body)
            #expect(again[one] == "Något <annat>")
            #expect(try SentForm(of: try await browser.get(path).body)[one] == "Från det ena")
            #expect(try await browser.post(path, again).status == .seeOther)
            #expect(try SentForm(of: try await browser.get(path).body)[one] == "Något <annat>")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nothing is no hand-in, and twice is once`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let refused = try await browser.post(sheet + "/handing-in")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Du har inte svarat på något än"))
            _ = try await browser.answer(sheet + "/sections/4", step: 3)
            #expect(try await browser.post(sheet + "/handing-in").location == sheet)
            #expect(try await browser.post(sheet + "/handing-in").location == sheet)
            #expect(
                try await web.place.witness(
                    "SELECT count(*) FROM sheets WHERE entry = 'web' AND state = 'handed-in'") == ["1"])
            // Until the wave closes it can be changed, and stays handed in.
            _ = try await browser.answer(sheet + "/sections/4", step: 1)
            #expect(
                try await web.place.witness(
                    """
                    SELECT DISTINCT a.step FROM answers a JOIN sheets s ON s.id = a.sheet_id
                    WHERE s.entry = 'web' AND s.state = 'handed-in'
                    """) == ["1"])
        }
    }

    @Test func `each question can be left to others`() async throws {
        try await withDemo(.sqlite, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let page = try SentForm(of: try await browser.get(sheet + "/sections/3").body)
            var form = page
            for question in page.questions.prefix(2) { form = form.with("q\(question)", "-") }
            for question in page.questions.dropFirst(2) { form = form.with("o\(question)", "on") }
            #expect(try await browser.post(sheet + "/sections/3", form).status == .seeOther)
            #expect(
                try await web.place.witness(
                    """
                    SELECT count(*) FROM answers a JOIN sheets s ON s.id = a.sheet_id
                    WHERE s.entry = 'web' AND a.step IS NULL AND a.text IS NULL
                    """) == ["5"])
            let shown = try await browser.get(sheet + "/review")
            #expect(shown.body.components(separatedBy: "<dd>vill inte svara</dd>").count == 6)
        }
    }

    @Test func `what is wrong is told at its question, and nothing is lost`() async throws {
        try await withDemo(.sqlite, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let path = sheet + "/sections/3"
            let page = try SentForm(of: try await browser.get(path).body)
            let text = page.questions[2]
            let long = String(repeating: "å", count: 10_001)
            let refused = try await browser.post(
                path, page.with("q\(text)", long).with("q\(text + 1)", "Kvar & <väl>"))
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("exten har \(Language.sv.grouped(10_001)) tecken"))
            #expect(refused.body.contains("href=\"#q\(text)\""))
            let again = try SentForm(of: refused.body)
            #expect(again["q\(text)"] == long && again["q\(text + 1)"] == "Kvar & <väl>")
            // What could be saved is.
            #expect(
                try SentForm(of: try await browser.get(path).body)["q\(text + 1)"] == "Kvar & <väl>")
            let number = try await browser.post(path, page.with("q\(text)", "Eleven 121212-1212 sa"))
            #expect(number.status == .unprocessableContent && number.body.contains("personnummer"))
            // No form of ours sends these.
            let rating = try SentForm(of: try await browser.get(sheet + "/sections/4").body)
            for wrong in ["0", "6", "99999999999999999999", "x", "\(Int.min)", "\(Int.max)"] {
                let answer = try await browser.post(
                    sheet + "/sections/4", rating.with("q\(rating.questions[0])", wrong))
                #expect(answer.status == .badRequest, "\(wrong)")
            }
            #expect(
                try await web.place.witness(
                    "SELECT count(*) FROM answers a JOIN sheets s ON s.id = a.sheet_id WHERE s.entry = 'web'")
                    == ["1"])
            // Nor these.
            for number in ["\(Int.min)", "\(Int.max)", "-1", "0", "99"] {
                #expect(try await browser.get(sheet + "/sections/\(number)").status == .notFound)
                let kept = try await browser.post(path, page.with("keep", number))
                #expect(kept.status == .seeOther, "\(number)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever takes back all that was handed in has handed in nothing`(_ engine: TestEngine) async throws
    {
        try await withDemo(engine, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let path = sheet + "/sections/2"
            let page = try SentForm(of: try await browser.get(path).body)
            let goal = "q\(page.questions[0])"
            _ = try await browser.post(path, page.with(goal, "Ett mål"))
            _ = try await browser.post(sheet + "/handing-in")
            let filled = try SentForm(of: try await browser.get(path).body)
            _ = try await browser.post(path, filled.with(goal, ""))
            #expect(
                try await web.place.witness("SELECT state, submitted FROM sheets WHERE entry = 'web'") == [
                    "open|"
                ])
        }
    }

    @Test func `whoever ticks the box takes their words back, and words written later take back the tick`()
        async throws
    {
        try await withDemo(.sqlite, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let path = try await web.openSheet(browser) + "/sections/3"
            let page = try SentForm(of: try await browser.get(path).body)
            let (text, out) = ("q\(page.questions[2])", "o\(page.questions[2])")
            _ = try await browser.post(path, page.with(text, "Något jag ångrar"))
            let written = try SentForm(of: try await browser.get(path).body)
            _ = try await browser.post(path, written.with(out, "on"))
            let ticked = try await browser.get(path)
            #expect(!ticked.body.contains("Något jag ångrar"))
            #expect(try SentForm(of: ticked.body)[out] == "on")
            _ = try await browser.post(path, try SentForm(of: ticked.body).with(text, "Ändå några ord"))
            let again = try SentForm(of: try await browser.get(path).body)
            #expect(again[text] == "Ändå några ord" && again[out] == nil)
        }
    }

    @Test func `a script is told what it saved, and what not`() async throws {
        try await withDemo(.sqlite, today: today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let path = sheet + "/sections/2"
            let page = try SentForm(of: try await browser.get(path).body)
            let question = page.questions[0]
            let sent = SentForm([("q\(question)", "Ett mål"), ("b\(question)", "0")])
            let saved = try await browser.post(path, sent, accept: "application/json")
            #expect(saved.headers[.contentType] == "application/json")
            let basis = (AnswerValue.text("Ett mål") as AnswerValue?).basis
            #expect(
                saved.body
                    == "{\"saved\": [{\"question\": \(question), \"basis\": \"\(basis)\"}], \"refused\": []}")
            let stale = SentForm([("q\(question)", "Ett annat"), ("b\(question)", "0")])
            let refused = try await browser.post(path, stale, accept: "application/json")
            #expect(refused.body.contains("\"other\": \"Ett mål\"") && refused.body.contains("\"saved\": []"))
        }
    }
}
