import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

/// Typing in what was answered on paper, through the researcher's page.
@Suite struct PaperTests {
    /// Part two of the teachers' questionnaire is open.
    static let today = SheetSetting.today
    /// What they have answered is not counted here; the study's own pseudonyms.
    static let karin = "s2-t02"
    static let bo = "s2-t03"

    private static let refusal = "Inget papper kan skrivas in för den pseudonymen"

    @Test(arguments: TestEngine.allCases)
    func `a researcher types in a paper, and cannot read it again`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: Self.today) { web in
            let wave = try await web.openPaper()
            let browser = try await web.be(Web.researcher)
            let page = try await browser.get(wave + "/paper")
            #expect(page.status == .ok && page.body.contains("<h1>Skriv in ett papper</h1>"))
            let form = try SentForm(of: page.body)
            #expect(form.questions == Array(1...41))
            // Neither what anybody answered before nor a script that keeps what is typed.
            #expect(!page.body.contains("data-sheet") && !page.body.contains("class=\"then\""))
            #expect(page.body.contains("Mål 1 (målet står på papperet)</legend>"))
            #expect(
                !page.body.contains("Det du skrev") && page.body.contains("Personens mål står på papperet"))
            let blank = try await browser.get(wave + "/paper-form").body
            #expect(blank.contains("<p class=\"line\">Målet var:</p><p class=\"line\"></p>"))
            #expect(try await web.paper().isEmpty)
            let receipt = try await browser.post(
                wave + "/paper", form.filled(Self.karin, "2014-06-10", step: 4, words: "Skrivet med penna"))
            #expect(receipt.status == .ok && receipt.body.contains("<h1>Papperet är inskrivet</h1>"))
            #expect(receipt.body.contains("s2-t02") && receipt.body.contains("10\u{A0}juni\u{A0}2014"))
            #expect(!receipt.body.contains("det är ersatt"))
            #expect(receipt.body.contains("av 41 frågor") && !receipt.body.contains("Skrivet med penna"))
            #expect(try await web.paper() == ["s2-t02|handed-in|2014-06-10|0"])
            // Earlier answers were not in sight, whatever the person answered then.
            let looks = try await web.place.witness(
                """
                SELECT DISTINCT a.look_back FROM answers a JOIN sheets s ON s.id = a.sheet_id
                WHERE s.entry = 'paper' AND a.look_back IS NOT NULL
                """)
            #expect(looks == ["not-looked-at"])
            #expect(try await web.place.kollegium("check").status == 0)
            let again = try await browser.get(wave + "/paper")
            #expect(!again.body.contains("Skrivet med penna") && !again.body.contains("s2-t02"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same paper once more takes the first one's place, until its owner has been at it`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: Self.today) { web in
            let wave = try await web.openPaper()
            let browser = try await web.be(Web.researcher)
            let form = try SentForm(of: try await browser.get(wave + "/paper").body)
            _ = try await browser.post(
                wave + "/paper", form.filled(Self.karin, "2014-06-10", step: 2, words: "Första gången"))
            let once = form.with("pseudonym", Self.karin).with("day", "2014-06-09").with("q1", "3")
            // It is asked before anything goes; a tick for another pseudonym does not do.
            for asked in [once, once.with("replace", Self.bo)] {
                let page = try await browser.post(wave + "/paper", asked)
                #expect(page.status == .unprocessableContent && page.body.contains("redan inskrivet"))
                #expect(page.body.contains("name=\"replace\" value=\"s2-t02\" aria"))
                #expect(page.body.contains("value=\"3\" checked"))
            }
            #expect(try await web.paper() == ["s2-t02|handed-in|2014-06-10|0"])
            let second = try await browser.post(wave + "/paper", once.with("replace", Self.karin))
            #expect(second.status == .ok && second.body.contains("1 av 41 frågor"))
            #expect(second.body.contains("tidigare; det är ersatt"))
            #expect(try await web.paper() == ["s2-t02|handed-in|2014-06-09|0"])
            let answers =
                "SELECT count(*) FROM answers a JOIN sheets s ON s.id = a.sheet_id WHERE s.entry = 'paper'"
            #expect(try await web.number(answers) == 1)
            // Whose it is sees where it comes from, and may change it.
            let karin = try await web.be(SheetSetting.teacher)
            let sheet = wave.replacing("/waves/", with: "/sheets/")
            let kept = try await karin.get(sheet)
            #expect(kept.body.contains("Inskriven från papper.") && kept.body.contains("Ändra något"))
            _ = try await karin.answer(sheet + "/sections/4", step: 5)
            #expect(try await web.paper().isEmpty)
            #expect(try await !karin.get(sheet).body.contains("Inskriven från papper"))
            let third = try await browser.post(
                wave + "/paper", form.filled(Self.karin, "2014-06-10", step: 1, words: "Tredje"))
            #expect(third.status == .unprocessableContent && third.body.contains(Self.refusal))
            #expect(third.body.contains("Tredje") && third.body.contains("value=\"s2-t02\""))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `why somebody's paper is not taken is nobody's to find out`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: Self.today) { web in
            let wave = try await web.openPaper()
            let browser = try await web.be(Web.researcher)
            let form = try SentForm(of: try await browser.get(wave + "/paper").body)
            // One has answered, one says no, one is a supervisor, and one is nobody.
            let karin = try await web.be(SheetSetting.teacher)
            _ = try await karin.answer(wave.replacing("/waves/", with: "/sheets/") + "/sections/4", step: 5)
            try await web.say(.no, to: .research, "s2-t03@example.org")
            let before = try await web.number("SELECT count(*) FROM sheets")
            var pages: Set<String> = []
            for pseudonym in [Self.karin, Self.bo, "h1", "inget'; --"] {
                let page = try await browser.post(
                    wave + "/paper", form.filled(pseudonym, "2014-06-10", step: 4, words: "Kvar här"))
                #expect(page.status == .unprocessableContent, "\(pseudonym)")
                #expect(page.body.contains(Self.refusal) && page.body.contains("Kvar här"), "\(pseudonym)")
                #expect(page.body.contains("value=\"4\" checked"), "\(pseudonym)")
                pages.insert(String(page.body.firstMatch(of: #/role="alert".*?</div>/#)?.output ?? ""))
            }
            #expect(pages.count == 1)
            #expect(try await web.number("SELECT count(*) FROM sheets") == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `mistakes are told at their fields, and all that was typed is still there`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: Self.today) { web in
            let wave = try await web.openPaper()
            let browser = try await web.be(Web.researcher)
            let form = try SentForm(of: try await browser.get(wave + "/paper").body)
            let days = [
                "": "kriv dagen", "2014-06-11": "har inte varit än",
                "2014-01-15": "utanför omgångens svarstid",
                "i går": "går inte att läsa som ett datum",
            ]
            for (day, words) in days {
                let page = try await browser.post(
                    wave + "/paper", form.filled("", day, step: 4, words: "Kvar & här"))
                #expect(page.status == .unprocessableContent && page.body.contains("<title>Fel: "))
                #expect(page.body.contains(words) && page.body.contains("id=\"day-e\""), "\(day)")
                #expect(page.body.contains("id=\"pseudonym-e\"") && page.body.contains("Kvar &amp; här"))
                #expect(page.body.contains("value=\"4\" checked"))
            }
            let empty = try await browser.post(
                wave + "/paper", form.with("pseudonym", Self.karin).with("day", "2014-06-10"))
            #expect(empty.status == .unprocessableContent && empty.body.contains("inget att spara"))
            let long = try await browser.post(
                wave + "/paper",
                form.filled(Self.karin, "2014-06-10", step: 4, words: String(repeating: "ord ", count: 3_000))
            )
            #expect(long.status == .unprocessableContent && long.body.contains("class=\"error\""))
            let foreign = try await browser.post(
                wave + "/paper", form.filled(Self.karin, "2014-06-10", step: 4, words: "").with("q1", "77"))
            #expect(foreign.status == .badRequest)
            // It closes while somebody types.
            try await web.site.database.write { db in
                try db.execute("UPDATE parts SET closes = '2014-06-10' WHERE code = 'year1'")
            }
            let late = try await browser.post(
                wave + "/paper", form.filled(Self.karin, "2014-06-09", step: 4, words: "Kvar här"))
            #expect(late.status == .unprocessableContent && late.body.contains("tar inte emot svar längre"))
            #expect(late.body.contains("Kvar här"))
            #expect(try await !browser.get(wave + "/paper").body.contains("<textarea"))
            #expect(try await web.paper().isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `researchers type in, they and the programme's leader print, and nobody else finds either`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: Self.today) { web in
            let wave = try await web.openPaper()
            for member in web.site.demo?.cast ?? [] {
                let browser = try await web.be(member.email)
                let isResearcher = member.email == Web.researcher
                let prints = isResearcher || member.email == "programledare@example.org"
                #expect(
                    try await browser.get(wave + "/paper").status == (isResearcher ? .ok : .notFound),
                    "\(member.email)")
                #expect(
                    try await browser.post(wave + "/paper").status
                        == (isResearcher ? .unprocessableContent : .notFound), "\(member.email)")
                #expect(
                    try await browser.get(wave + "/paper-form").status == (prints ? .ok : .notFound),
                    "\(member.email)")
            }
            for path in ["/paper", "/paper-form"] {
                #expect(try await web.browser().get(wave + path).location?.hasPrefix("/sign-in") == true)
                let researcher = try await web.be(Web.researcher)
                #expect(try await researcher.get("/waves/nothing" + path).status == .notFound)
            }
            let research = try await web.be(Web.researcher).get(web.research())
            #expect(
                research.body.contains(wave + "/paper\"") && research.body.contains(wave + "/paper-form\""))
            let leader = try await web.be("programledare@example.org").get(wave)
            #expect(leader.body.contains(wave + "/paper-form\"") && !leader.body.contains(wave + "/paper\""))
            // Who leaves answers by their link.
            try await web.site.database.write { db in
                try db.execute("UPDATE questionnaires SET asks = 'leavers'")
            }
            #expect(try await web.be(Web.researcher).get(wave + "/paper").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a paper goes by the pseudonym that its owner finds on their own pages, and nobody else does`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: Self.today) { web in
            let wave = try await web.openPaper()
            let sheet = wave.replacing("/waves/", with: "/sheets/")
            let own = try await web.pseudonym(SheetSetting.teacher)
            let karin = try await web.be(SheetSetting.teacher)
            let first = try await karin.get(sheet)
            #expect(
                first.body.contains("<strong>\(own)</strong>") && first.body.contains(sheet + "/paper-form\"")
            )
            #expect(try await karin.get("/participation").body.contains("<strong>\(own)</strong>"))
            let blank = try await karin.get(sheet + "/paper-form")
            #expect(blank.status == .ok && blank.body.contains("<strong>\(own)</strong>"))
            #expect(blank.body.components(separatedBy: "class=\"asked\"").count == 42)
            for member in web.site.demo?.cast ?? [] where member.email != SheetSetting.teacher {
                let other = try await web.be(member.email)
                for path in ["/participation", sheet, sheet + "/paper-form", wave + "/paper-form"] {
                    #expect(try await !other.get(path).body.contains(own), "\(member.email) \(path)")
                }
            }
            let browser = try await web.be(Web.researcher)
            let form = try SentForm(of: try await browser.get(wave + "/paper").body)
            let receipt = try await browser.post(
                wave + "/paper", form.filled("  \(own.uppercased()) ", "2014-06-10", step: 3, words: "Ord"))
            #expect(receipt.status == .ok)
            #expect(try await web.paper() == ["s2-t02|handed-in|2014-06-10|0"])
        }
    }

    @Test(arguments: [false, true])
    func `the printed form has what is put in order, with a box for each place`(isOffering: Bool) async throws
    {
        try await withDemo(.sqlite, today: "2015-06-10") { web in
            if isOffering {
                try await web.site.database.write { db in
                    try db.execute(
                        """
                        UPDATE part_items SET scale_id = (SELECT id FROM scales WHERE code = 'element')
                        WHERE type = 'ranking'
                        """)
                }
            }
            let sheet = try await web.openSheet(try await web.be(SheetSetting.teacher))
            let path = sheet.replacing("/sheets/", with: "/waves/") + "/paper-form"
            let page = try await web.be(Web.researcher).get(path).body
            #expect(page.contains("<p class=\"line\">5.</p>") == !isOffering)
            #expect(page.contains("Skriv 1 i rutan") == isOffering)
            let list = page.firstMatch(of: #/<ul class="offers places">(.*?)<\/ul>/#)?.output.1 ?? ""
            #expect(list.components(separatedBy: "<li>").count == (isOffering ? 5 : 1))
            #expect(list.contains("<li>tid och organisation</li>") == isOffering)
        }
    }

    /// A paper of hers is typed in, and the wave has closed since: nothing of it counts before.
    private static func typeIn(_ web: Web) async throws {
        let wave = try await web.openPaper()
        let browser = try await web.be(Web.researcher)
        let form = try SentForm(of: try await browser.get(wave + "/paper").body)
        _ = try await browser.post(
            wave + "/paper", form.filled(karin, "2014-06-10", step: 4, words: "Skrivet med penna"))
        try await web.site.database.write { db in
            let store = WaveStore(db: db)
            let open = try #require(try store.wave(String(wave.dropFirst("/waves/".count))))
            let day = try #require(Day("2014-06-10"))
            try store.close(open, by: .clock, now: 1_402_500_000_000, today: day)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `research files tell what came in on paper`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: Self.today) { web in
            try await Self.typeIn(web)
            let own = try await web.pseudonym("s2-t02@example.org")
            #expect(try await Self.entries(in: .csv, of: own, web) == ["1", "3"])
            #expect(try await Self.entries(in: .sav, of: own, web) == ["1", "3"])
            #expect(try await Self.entries(in: .dta, of: own, web) == ["1", "3"])
            let json = try String(contentsOfFile: try await web.file(.json), encoding: .utf8)
            #expect(json.contains("på papper"))
        }
    }

    /// How somebody's answers came in, wave by wave.
    private static func entries(
        in format: ResearchFormat, of pseudonym: String, _ web: Web
    ) async throws -> [String] {
        let path = try await web.file(format)
        if format == .csv {
            let table = try await web.csv(path).table
            return table.records.filter { $0["person"] == pseudonym }.compactMap { $0["entry"] }
        }
        let read = try await Reading("python", path)
        let place = try #require(read.variables.firstIndex { $0.name == "entry" })
        let person = try #require(read.variables.firstIndex { $0.name == "person" })
        #expect(read.variables[place].values.contains { $0.words == "på papper" }, "\(format)")
        return read.rows.filter { $0[person] == pseudonym }.compactMap { $0[place] }
    }

    @Test(arguments: TestEngine.allCases)
    func `the bundle tells what came in on paper, and is the same when it is taken in again`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: Self.today) { web in
            try await Self.typeIn(web)
            let bundle = web.place.folder + "/out"
            let first = try await Self.responses(of: web.place, in: bundle)
            let lines = first.split(separator: "\n").map(String.init)
            #expect(lines[0].hasSuffix(",submitted,entry"))
            let marked = lines.filter { $0.hasSuffix(",paper") }
            #expect(!marked.isEmpty && marked.allSatisfy { $0.contains(",year1,s2-t02,") })
            let again = try await Self.takenInAgain(bundle, engine)
            #expect(again == first)
        }
    }

    private static func responses(of place: Place, in folder: String) async throws -> String {
        let written = try await place.kollegium("study", "export", "five-schools", folder, "--whole")
        try #require(written.status == 0)
        return try String(contentsOfFile: folder + "/responses.csv", encoding: .utf8)
    }

    private static func takenInAgain(_ bundle: String, _ engine: TestEngine) async throws -> String {
        try await withPlace(engine) { place in
            let taken = try await place.kollegium("study", "import", bundle)
            try #require(taken.status == 0)
            return try await responses(of: place, in: place.folder + "/again")
        }
    }
}

extension Web {
    /// The open wave of part two, in which nobody has answered yet.
    func openPaper() async throws -> String {
        let waves = try await site.database.read { db in try WaveStore(db: db).underWay() }
        let open = waves.first { $0.name.code == "year1" && $0.name.audience == "teacher" }
        return "/waves/" + (try #require(open)).publicID
    }

    /// The sheets that came in on paper: whose, their state, the day, whether they count.
    func paper() async throws -> [String] {
        try await place.witness(
            """
            SELECT e.pseudonym, s.state, s.submitted, s.counted FROM sheets s
            JOIN study_people e ON e.person_id = s.person_id WHERE s.entry = 'paper' ORDER BY 1
            """)
    }
}

extension SentForm {
    /// A whole paper: the same step everywhere, the same words.
    func filled(_ pseudonym: String, _ day: String, step: Int, words: String) -> SentForm {
        var form = with("pseudonym", pseudonym).with("day", day)
        for question in questions {
            // Written answers stand in the form as empty fields, chosen ones do not.
            let isWritten = form["q\(question)"] != nil
            form = form.with("q\(question)", isWritten ? words : "\(step)")
        }
        return form
    }
}
