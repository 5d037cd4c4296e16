import Storage
import Support
import Testing

@testable import Kollegium

/// Teachers say each term whether they share it.
@Suite struct PurposeAnswerTests {
    @Test(arguments: TestEngine.allCases)
    func `one press says it, another changes it, and only the person sees which`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let teacher = try await web.be(Web.teacherOfSchool1)
            let page = try await web.purpose()
            let readers = [Web.principal, Web.programmeLeader, "handledare-1@example.org"]
            var before: [String] = []
            for email in readers { before.append(try await web.be(email).get(page).withoutTokens) }
            let start = try await teacher.get("/")
            #expect(start.body.contains("Säg om du delar ledningens syfte"))
            let form = try await teacher.get(page)
            let term = try #require(form.hidden("term"))
            #expect(term == "VT2015" && form.body.contains("Vårterminen 2015"))
            #expect(!form.body.contains("aria-pressed=\"true\""))
            let yes = try await teacher.submit(page + "/answer", ["term": term, "answer": "yes"])
            #expect(yes.body.contains("Du svarade ”Ja” fre\u{A0}12\u{A0}juni\u{A0}2015."))
            #expect(yes.body.contains("value=\"yes\" aria-pressed=\"true\""))
            #expect(!(try await teacher.get("/").body.contains("Säg om du delar")))
            let no = try await teacher.submit(page + "/answer", ["term": term, "answer": "no"])
            #expect(no.body.contains("Du svarade ”Nej”") && !no.body.contains("”Ja”"))
            #expect(try await web.purposeAnswer(Web.teacherOfSchool1, "VT2015") == "no")
            // What was said before stands beside, with its day.
            #expect(no.body.contains("Vad du har svarat förut") && no.body.contains("Höstterminen 2013, "))
            for (email, earlier) in zip(readers, before) {
                let now = try await web.be(email).get(page).withoutTokens
                #expect(now == earlier, "\(email) sees that somebody has answered")
            }
        }
    }

    @Test func `a press that says nothing, or for a term that is over, changes nothing`() async throws {
        try await withDemo(.sqlite) { web in
            let teacher = try await web.be(Web.teacherOfSchool1)
            let page = try await web.purpose()
            let before = try await web.purposeAnswer(Web.teacherOfSchool1, "HT2014")
            #expect(before == "partly")
            for fields: KeyValuePairs in [
                ["term": "VT2015"], ["term": "VT2015", "answer": "maybe"],
                ["term": "HT2014", "answer": "yes"], ["term": "HT2015", "answer": "yes"],
                ["answer": "yes"],
            ] {
                let answer = try await teacher.post(page + "/answer", fields)
                #expect(answer.status == .unprocessableContent, "\(fields)")
            }
            #expect(try await web.purposeAnswer(Web.teacherOfSchool1, "HT2014") == before)
            #expect(try await web.purposeAnswer(Web.teacherOfSchool1, "VT2015") == nil)
            #expect(try await teacher.get(page + "/answer").location == page)
            for email in [Web.principal, Web.programmeLeader, "handledare-1@example.org"] {
                let browser = try await web.be(email)
                let sent = try await browser.post(page + "/answer", ["term": "VT2015", "answer": "yes"])
                #expect(sent.status == .notFound, "\(email)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a term that is over is settled once, without those who do not want to be counted`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let page = try await web.purpose()
            let counted = "SELECT count(*) FROM purpose_answers WHERE term = 'VT2015' AND counted = 1"
            for number in 1...9 {
                try await web.answerPurpose("s1-t0\(number)@example.org", .partly, "VT2015")
            }
            try await web.say(.no, to: .evaluation, "s1-t09@example.org")
            func turn(_ day: String) async throws {
                let (now, day) = (web.site.now, try #require(Day(day)))
                try await web.site.database.write { db in
                    try PurposeTermStore(db: db).closeEnded(now: now, today: day)
                }
            }
            let principal = try await web.be(Web.principal)
            let running = try await principal.get(page).withoutTokens
            try await turn("2015-06-30")
            #expect(try await web.number(counted) == 0)
            #expect(try await principal.get(page).withoutTokens == running)
            try await turn("2015-07-01")
            #expect(try await web.number(counted) == 8)
            let settled = try await principal.get(page)
            #expect(
                settled.body.contains("Vårterminen 2015")
                    && settled.body.contains("Minst 80\u{A0}% delar det"))
            // Settled is settled, though the clock of this page still stands in the term.
            let teacher = try await web.be(Web.teacherOfSchool1)
            let late = try await teacher.post(page + "/answer", ["term": "VT2015", "answer": "no"])
            #expect(late.status == .unprocessableContent)
            try await web.say(.no, to: .evaluation, "s1-t08@example.org")
            try await web.say(.yes, to: .evaluation, "s1-t09@example.org")
            try await turn("2015-07-02")
            #expect(try await web.number(counted) == 8)
            #expect(try await principal.get(page).withoutTokens == settled.withoutTokens)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the check finds what counts before its term is settled, and headings of another programme`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            #expect(try await web.place.kollegium("check").output == "All is well.\n")
            try await web.site.database.write { db in
                try db.execute("DELETE FROM purpose_terms WHERE term = 'HT2014'")
                try db.execute(
                    """
                    INSERT INTO programmes (id, public_id, organisation_id, origin, title_sv, starts, ends, timezone)
                    SELECT 900, 'another', organisation_id, 'own', 'Annat', starts, ends, timezone FROM programmes
                    """)
                try db.execute("UPDATE goal_headings SET programme_id = 900 WHERE words = 'Hemmen'")
            }
            let found = try await web.place.kollegium("check")
            #expect(found.status != 0)
            let told = found.output + found.errors
            #expect(told.contains("though their term is not settled") && told.contains("Hemmen"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a term that is moved before others narrows no figure that was shown`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.forgetPurposes()
            // Ten answer, and nine of them in a term that was moved before it.
            try await web.settle("first", ends: "2015-05-01", closedAt: 1, people: 10)
            let before = try #require(try await web.purposeFigures().first)
            #expect(before.share?.people == 10)
            try await web.settle("moved", ends: "2014-05-01", closedAt: 2, people: 9)
            let after = try await web.purposeFigures()
            #expect(after.map(\.term) == ["moved", "first"])
            #expect(after.last == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is said in a term stays where the term is called otherwise`(_ engine: TestEngine) async throws
    {
        try await withDemo(engine) { web in
            try await web.answerPurpose(Web.teacherOfSchool1, .yes, "VT2015")
            let settled = try await web.purposeAnswer(Web.teacherOfSchool1, "HT2014")
            try #require(settled != nil)
            let (now, today) = (web.site.now, web.site.today)
            func edit(_ change: @escaping @Sendable ([StudyDocument.Period]) -> [ProgrammeDraft.Period])
                async throws
            {
                try await web.site.database.write { db in
                    let programme = try #require(try StudyStore(db: db).studies([.held]).first).programme
                    let store = ProgrammeStore(db: db)
                    let leader = try #require(
                        try db.one("SELECT id FROM people WHERE email = ?", Web.programmeLeader) {
                            try $0.key(0)
                        })
                    var draft = try #require(try store.draft(of: programme))
                    draft.terms = change(try store.terms(of: programme))
                    try store.edit(programme, draft, by: Act(person: leader, now: now, today: today))
                }
            }
            func renaming(_ names: [String: String], lastDay: String? = nil) async throws {
                try await edit { terms in
                    terms.map { term in
                        ProgrammeDraft.Period(
                            name: names[term.code] ?? term.code, from: term.from.description,
                            to: names[term.code] == nil ? term.to.description : lastDay ?? term.to.description
                        )
                    }
                }
            }
            try await renaming(["VT2015": "Vår 2015", "HT2014": "Höst 2014"])
            #expect(try await web.purposeAnswer(Web.teacherOfSchool1, "Vår 2015") == "yes")
            #expect(try await web.purposeAnswer(Web.teacherOfSchool1, "VT2015") == nil)
            // Settled is settled, under the name that the figures have.
            #expect(try await web.purposeAnswer(Web.teacherOfSchool1, "HT2014") == settled)
            // With another last day it is still the same place on some of the same days.
            try await renaming(["Vår 2015": "Våren"], lastDay: "2015-06-20")
            #expect(try await web.purposeAnswer(Web.teacherOfSchool1, "Våren") == "yes")
        }
    }

    @Test func `the housekeeping settles it`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.answerPurpose(Web.teacherOfSchool1, .yes, "VT2015")
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE terms SET ends = '2015-06-11' WHERE code = 'VT2015'")
            }
            try await Housekeeping(site: web.site).tidyUp()
            #expect(
                try await web.number("SELECT count(*) FROM purpose_terms WHERE term = 'VT2015'") == 1)
        }
    }

    @Test func `the start page asks only who can answer, and only where something is stated`() async throws {
        try await withDemo(.sqlite) { web in
            let words = "Säg om du delar ledningens syfte"
            #expect(try await web.be(Web.teacher).get("/").body.contains(words))
            #expect(!(try await web.be("handledare-1@example.org").get("/").body.contains(words)))
            try await web.forgetPurposes()
            #expect(!(try await web.be(Web.teacher).get("/").body.contains(words)))
            _ = try await web.be(Web.principal).submit(
                try await web.purpose() + "/statements", ["text": "För vår skola."])
            #expect(try await web.be(Web.teacherOfSchool1).get("/").body.contains(words))
            #expect(!(try await web.be(Web.teacher).get("/").body.contains(words)))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a study that goes takes it all along`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.site.database.write { db in
                let study = try #require(try StudyStore(db: db).studies([.held]).first)
                let removal = StudyRemoval(study)
                while try removal.advance(db, until: nil) {}
            }
            for table in [
                "purpose_statements", "purpose_answers", "purpose_terms", "goal_headings", "goal_placements",
            ] {
                #expect(try await web.number("SELECT count(*) FROM \(table)") == 0, "\(table)")
            }
        }
    }
}

extension Web {
    /// A settled term in which the first so many people of the place have answered at one school, all but three alike.
    fileprivate func settle(_ term: String, ends: String, closedAt: Int64, people: Int) async throws {
        try await site.database.write { db in
            let school = try #require(
                try db.one("SELECT school_id, programme_id FROM teams ORDER BY id LIMIT 1") {
                    (key: try $0.key(0), programme: try $0.key(1))
                })
            try db.execute(
                "INSERT INTO purpose_terms (programme_id, term, ends, closed_at) VALUES (?, ?, ?, ?)",
                school.programme, term, ends, closedAt)
            let keys = try db.all("SELECT id FROM people ORDER BY id LIMIT ?", people) { try $0.key(0) }
            try #require(keys.count == people)
            for (number, key) in keys.enumerated() {
                try db.execute(
                    """
                    INSERT INTO purpose_answers (programme_id, school_id, term, person_id, answer, at, counted)
                    VALUES (?, ?, ?, ?, ?, 0, 1)
                    """, school.programme, school.key, term, key, number < 3 ? "no" : "yes")
            }
        }
    }

    /// What is told of that school.
    fileprivate func purposeFigures() async throws -> [PurposeFigures.Figure] {
        try await site.database.read { db in
            let school = try #require(
                try db.one("SELECT school_id, programme_id FROM teams ORDER BY id LIMIT 1") {
                    (key: try $0.key(0), programme: try $0.key(1))
                })
            let study = try #require(try StudyStore(db: db).study(ofProgramme: school.programme))
            return PurposeFigures(
                try PurposeTermStore(db: db).answers(at: school.key, of: school.programme),
                study.purposeWithholding
            ).terms
        }
    }

    /// What somebody says at their school on the site's day.
    func answerPurpose(_ email: String, _ answer: PurposeAnswer, _ term: String) async throws {
        let (now, today) = (site.now, site.today)
        try await site.database.write { db in
            let row = try #require(
                try db.one(
                    """
                    SELECT p.id, t.school_id, t.programme_id FROM people p
                    JOIN memberships m ON m.person_id = p.id JOIN teams t ON t.id = m.team_id
                    WHERE p.email = ?
                    """, email
                ) { (person: try $0.key(0), school: try $0.key(1), programme: try $0.key(2)) })
            try PurposeAnswerStore(db: db).say(
                answer, in: term, at: row.school, of: row.programme,
                by: Act(person: row.person, now: now, today: today))
        }
    }
}
