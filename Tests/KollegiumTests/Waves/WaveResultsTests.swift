import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// What has come of a wave, on its own page.
@Suite struct WaveResultsTests {
    @Test(arguments: TestEngine.allCases)
    func `who leads the programme closes part two and comes by one press to goals reached`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-06-10") { web in
            let wave = try await web.wave("year1")
            let leader = try await web.be("programledare@example.org")
            #expect(try await leader.get(wave + "/results").status == .notFound)
            let closed = try await leader.submit(wave + "/closing")
            #expect(closed.body.contains("href=\"\(wave)/results\""))
            let page = try await leader.get(wave + "/results")
            #expect(page.status == .ok)
            let root = try ParsedPage(page.body).root
            let rows = root.all("tr").map { $0.children.map(\.words) }
            #expect(rows.contains(["Skola 2, Arbetslag 4–9", "6", "83\u{A0}% (15/18)"]))
            // All said that none was reached.
            #expect(rows.contains(["Skola 5, Arbetslag 7–9", "7", "≤ 20\u{A0}%"]))
            #expect(rows.contains(["Lagen tillsammans", "20", "42\u{A0}% (25/60)"]))
            #expect(rows.contains(["handledning", "≥ 80\u{A0}%"]))
            #expect(rows.contains(["elevinterventioner", "59\u{A0}% (20/34)"]))
            #expect(
                rows.contains([
                    "kompetensutveckling; handledning; tid och organisation – tillsammans",
                    "41\u{A0}% (14/34)",
                ])
            )
            #expect(page.body.contains("/conditions\""))
            let files = root.all("a").compactMap { $0.attributes["href"] }.filter {
                $0.hasPrefix(wave + "/results/")
            }
            #expect(files == [wave + "/results/csv", wave + "/results/json"])
            let csv = try await leader.get(files[0]).body
            #expect(csv.contains("\nteacher,year1,goals-reached,t2,,6,15,18,83,,,false"))
            #expect(csv.contains("\nteacher,year1,goals-reached,t5,,7,,21,,,20,false"))
            #expect(csv.contains("\nteacher,year1,goals-reached,teams,,20,25,60,42,,,false"))
            #expect(
                csv.contains(
                    "\nteacher,year1,most-challenging,all,training + supervision + time,34,14,34,41,,,false"))
            #expect(try await leader.get(files[1]).body.contains("\"kollegium-wave-results/1\""))
            #expect(try await leader.get(wave + "/results/pdf").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever reads the outcome reads of goals, as far as the outcome goes`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let wave = try await web.wave("year1")
            for email in [
                "s2-t02@example.org", "s2-t03@example.org", "handledare-1@example.org", "s1-l1@example.org",
                "utvecklingsledare@example.org", "administrator@example.org",
            ] {
                let browser = try await web.be(email)
                for path in ["", "/csv", "/json"] {
                    #expect(try await browser.get(wave + "/results" + path).status == .notFound, "\(email)")
                }
            }
            #expect(try await web.browser().get(wave + "/results").status == .seeOther)
            let researcher = try await web.be("forskare@example.org")
            let page = try await researcher.get(wave + "/results")
            #expect(page.status == .ok && page.body.contains(">t2<") && !page.body.contains("Skola 2"))
            for path in ["/results/csv", "/results/json"] {
                let file = try await researcher.get(wave + path)
                #expect(file.status == .ok && file.body.contains("t2") && !file.body.contains("Skola"))
            }
            let statistics = "/programmes/\(here.programme)/statistics"
            #expect(try await researcher.get(statistics).body.contains("\(wave)/results"))
            #expect(try await researcher.get(statistics + "/goals.csv").body.contains("goals-reached"))

            let team = try await web.team("t2")
            for email in ["s2-t02@example.org", "s2-t03@example.org"] {
                let browser = try await web.be(email)
                let outcome = try await browser.get(team + "/outcome").body
                #expect(outcome.contains("Nådda mål") && outcome.contains("83\u{A0}% (20/24)"), "\(email)")
                #expect(!outcome.contains("Lagen tillsammans"))
                let file = try await browser.get(team + "/outcome/goals/csv")
                #expect(file.status == .ok && file.body.contains("goals-reached,20,24,83"))
                #expect(try await browser.get(team + "/outcome/goals/pdf").status == .notFound)
            }
            let supervisor = try await web.be("handledare-1@example.org")
            let theirs = try #require(
                try await supervisor.get("/").body.firstMatch(of: #/\/teams\/[a-z2-7]{26}/#)
            ).output
            #expect(try await supervisor.get(theirs + "/outcome").body.contains("Nådda mål"))
            #expect(try await supervisor.get(theirs + "/outcome/goals/csv").status == .ok)
            for email in ["s1-t01@example.org", "programledare@example.org", "forskare@example.org"] {
                let browser = try await web.be(email)
                #expect(try await browser.get(team + "/outcome/goals/csv").status == .notFound, "\(email)")
            }
            let school = try await web.be("s1-l1@example.org").get("/schools/\(here.school("s1"))/outcome")
            #expect(school.body.contains("Nådda mål") && school.body.contains("25\u{A0}% (6/24)"))
            #expect(!school.body.contains("83\u{A0}%") && !school.body.contains("/results"))
        }
    }

    @Test func `a wave that has not closed, asks leavers or does not exist has no results`() async throws {
        try await withDemo(.sqlite) { web in
            let wave = try await web.wave("year1")
            let leader = try await web.be("programledare@example.org")
            #expect(try await leader.get("/waves/aaaaaaaaaaaaaaaaaaaaaaaaaa/results").status == .notFound)
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE questionnaires SET asks = 'leavers'")
            }
            #expect(try await leader.get(wave + "/results").status == .notFound)
        }
    }

    /// Twelve leaders at six schools: nothing of each, but of all.
    @Test(arguments: TestEngine.allCases) func `leaders' answers are told of the whole programme only`(
        _ engine: TestEngine
    ) async throws {
        let page = try await leaders(engine, 12)
        #expect(page.goals?.wave.table?.rows.map(\.heading) == ["Skolledarna"])
        #expect(page.goals?.wave.table?.rows.first?.cells.map(\.text) == ["12", "50\u{A0}% (12/24)"])
        #expect(page.finder == nil)
        let rows = try #require(page.questions?.questions.first?.table?.rows)
        #expect(rows.map(\.heading) == ["ja", "nej; kanske – tillsammans"])
        #expect(rows.map(\.cells.first?.text) == ["50\u{A0}% (6/12)", "50\u{A0}% (6/12)"])
    }

    @Test func `of seven leaders goals are told, and single questions are not`() async throws {
        let page = try await leaders(.sqlite, 7)
        #expect(page.goals?.wave.table?.rows.first?.cells.map(\.text) == ["7", "57\u{A0}% (8/14)"])
        let question = try #require(page.questions?.questions.first)
        #expect(question.table == nil && question.notes == ["Visas ej, för att färre än 8 svarade."])
        let few = try await leaders(.sqlite, 4)
        #expect(few.goals?.wave.table == nil && few.goals?.wave.notes.count == 1)
    }

    private func leaders(_ engine: TestEngine, _ count: Int) async throws -> WaveResultsPage {
        var bundle = TestBundle.closedQuestions
        bundle["instruments/q.yaml"] = bundle["instruments/q.yaml"].replacing(
            "audience: teacher", with: "audience: school-leader")
        bundle.people(count, role: "school-leader") { person, part in
            ["yes", "no", "maybe"][part == "w2" ? max(0, person % 4 - 1) : 0]
        }
        return try await results(engine, bundle, "w2")
    }

    @Test(arguments: TestEngine.allCases)
    func `a question asked again covers those who answered both times, where few differ`(
        _ engine: TestEngine
    ) async throws {
        var bundle = TestBundle.closedQuestions
        // The first did not answer the first time.
        bundle.people(13) { person, part in
            part == "w1" && person == 0 ? nil : person == 0 ? "maybe" : person < 7 ? "yes" : "no"
        }
        let page = try await results(engine, bundle, "w2")
        let question = try #require(page.questions?.questions.first)
        #expect(
            question.table?.rows.flatMap { $0.cells.map(\.text) } == ["50\u{A0}% (6/12)", "50\u{A0}% (6/12)"])
        #expect(question.notes.first == "12 svarade." && question.notes.count == 2)
    }

    @Test(arguments: TestEngine.allCases)
    func `what a closed wave showed does not change when an earlier one closes after it`(
        _ engine: TestEngine
    ) async throws {
        try await withPlace(engine) { place in
            var bundle = TestBundle.closedQuestions
            bundle.people(13) { person, _ in person < 7 ? "yes" : "no" }
            try await place.holding(bundle)
            let database = try await Database(place.location)
            let (before, after) = try await database.write { db in
                let study = try #require(try StudyStore(db: db).study("closed"))
                let today = try #require(Day("2015-06-12"))
                try WaveStore(db: db).adopt(study.programme, by: Act(person: 0, now: 0, today: today))
                // The second closes while the first, which one of the people has not answered, goes on.
                let first = "(SELECT id FROM parts WHERE code = 'w1')"
                let one = "(SELECT min(id) FROM sheets WHERE part_id = \(first))"
                try db.execute("DELETE FROM answers WHERE sheet_id = \(one)")
                try db.execute("DELETE FROM sheets WHERE id = \(one)")
                try db.execute("UPDATE waves SET closed_at = 1")
                try db.execute("UPDATE waves SET closed_at = NULL WHERE part_id = \(first)")
                let wave = try #require(
                    try WaveStore(db: db).waves(of: study.programme).first { $0.name.code == "w2" })
                func page() throws -> WaveResultsPage {
                    try WaveResultsPage.read(
                        db, wave.publicID, .leading(study.programme), TeamFilter(), today: today, .sv)
                }
                let before = try page()
                try db.execute("UPDATE waves SET closed_at = 2 WHERE part_id = \(first)")
                return (before, try page())
            }
            try await database.close()
            #expect(before.questions?.questions.first?.notes.first == "13 svarade.")
            #expect("\(before.questions as Any)" == "\(after.questions as Any)")
            #expect(before.goals?.wave.table?.rows.first?.cells.first?.text == "13")
            #expect("\(before.goals as Any)" == "\(after.goals as Any)")
        }
    }

    @Test func `researchers cannot find by a name which team a code is`() async throws {
        try await withDemo(.sqlite) { web in
            let path = try await web.wave("year1") + "/results"
            let school = try await web.register().school("s2")
            let researcher = try await web.be("forskare@example.org")
            for file in ["", "/csv", "/json"] {
                let whole = try await researcher.get(path + file).body
                try #require(whole.contains("t5"))
                for asked in ["?search=Arbetslag%204%E2%80%939", "?search=Skola%202", "?school=\(school)"] {
                    let told = try await researcher.get(path + file + asked).body
                    #expect(told.contains("t5"), "\(file) \(asked)")
                }
            }
            let leader = try await web.be("programledare@example.org")
            #expect(!(try await leader.get(path + "/csv?school=\(school)").body.contains(",t5,")))
        }
    }

    /// Where answers are withheld they may be any: the page is the same to the letter.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `what is withheld may be anything`(_ seed: UInt64) async throws {
        var random = RepeatableRandom(seed: seed)
        // Seven of whom nothing is told, and twenty of whom nearly all chose the same.
        for (count, most) in [(7, 0), (20, 16)] {
            var pages: [String] = []
            for _ in 1...2 {
                let chosen = (0..<count).map { person in
                    person < most ? "yes" : ["yes", "no", "maybe"][Int.random(in: 0...2, using: &random)]
                }.shuffled(using: &random)
                var bundle = TestBundle.closedQuestions
                bundle.people(count) { person, _ in chosen[person] }
                let page = try await results(.sqlite, bundle, "w1")
                let questions = try #require(page.questions)
                pages.append("\(questions)")
                #expect(questions.questions.count == 1)
            }
            #expect(pages[0] == pages[1])
        }
    }

    private func results(
        _ engine: TestEngine, _ bundle: TestBundle, _ part: String
    ) async throws -> WaveResultsPage {
        try await withPlace(engine) { place in
            try await place.holding(bundle)
            let database = try await Database(place.location)
            let page = try await database.write { db in
                let study = try #require(try StudyStore(db: db).study("closed"))
                let today = try #require(Day("2015-06-12"))
                try WaveStore(db: db).adopt(study.programme, by: Act(person: 0, now: 0, today: today))
                let wave = try #require(
                    try WaveStore(db: db).waves(of: study.programme).first { $0.name.code == part })
                return try WaveResultsPage.read(
                    db, wave.publicID, .leading(study.programme), TeamFilter(), today: today, .sv)
            }
            try await database.close()
            return page
        }
    }
}

extension Reach {
    /// Of somebody who leads a programme and does nothing else.
    fileprivate static func leading(_ programme: Int64) -> Reach {
        let hat = Hat(person: 1, role: .programmeLeader)
        return Reach(
            account: 1, hat: hat, organisation: 1, name: "", hats: [hat], teams: [], schools: [],
            programmes: [programme], leads: [])
    }
}

extension Web {
    /// The address of the study's wave of a part.
    func wave(_ part: String) async throws -> String {
        let id = try await site.database.read { db in
            try db.one(
                "SELECT w.public_id FROM waves w JOIN parts p ON p.id = w.part_id WHERE p.code = ?", part
            ) { try $0.text(0) }
        }
        return SiteURL.wave(try #require(id)).path
    }
}

extension TestBundle {
    /// A study of two waves that ask about goals and one thing more.
    fileprivate static var closedQuestions: TestBundle {
        var bundle = TestBundle()
        bundle["study.yaml"] = """
            format: kollegium-study/1
            id: closed
            title: Studie
            starts: 2013-08-19
            ends: 2015-06-12

            """
        bundle["instruments/q.yaml"] = """
            id: q
            title: q
            audience: teacher
            scales:
              s: {sv: [1, 2, 3, 4, 5]}
              c: {sv: [ja, nej, kanske], values: ["yes", "no", maybe]}
            parts:
            - {id: w1, wave: 1, items: [{id: goal-review, type: goal-review, scale: s}, {id: ch, type: choice, scale: c}]}
            - {id: w2, wave: 2, items: [{id: goal-review, type: goal-review, scale: s}, {id: ch, type: choice, scale: c}]}

            """
        bundle["schools.csv"] = "id,name\ns1,Skola 1\n"
        bundle["teams.csv"] = "id,school,name\nt1,s1,Lag 1\n"
        return bundle
    }

    /// People of the team who answered both parts: two goals each, of which every second reached both, and a choice.
    fileprivate mutating func people(
        _ count: Int, role: String = "teacher", _ choice: (Int, String) -> String?
    ) {
        let people = (0..<count).map { ("p\($0)", $0) }
        self["people.csv"] = csvText(["id", "name"], people.map { [$0.0, $0.0] })
        self["memberships.csv"] = csvText(
            ["team", "person", "role", "from", "to"], people.map { ["t1", $0.0, role, "2013-08-19", ""] })
        var rows: [[String]] = []
        for (part, day) in [("w1", "2014-06-05"), ("w2", "2015-06-05")] {
            for (person, number) in people {
                for goal in ["goal-1-extent", "goal-2-extent"] {
                    rows.append(["q", part, person, "t1", goal, number % 2 == 0 ? "4" : "2", day])
                }
                if let value = choice(number, part) {
                    rows.append(["q", part, person, "t1", "ch", value, day])
                }
            }
        }
        self["responses.csv"] = csvText(
            ["instrument", "part", "person", "team", "item", "value", "submitted"],
            rows.sorted { $0.lexicographicallyPrecedes($1) })
    }
}
