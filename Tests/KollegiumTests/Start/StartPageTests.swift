import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct StartPageTests {
    /// What each of the cast finds on the first page, in Swedish and in English.
    private static let finds: [(email: String, sv: [String], en: [String])] = [
        (
            "s2-t02@example.org",
            ["Välkommen, Karin", "Se lagets tillitskarta", "Handledning hölls, 9 av 9 var med."],
            ["Welcome, Karin", "See the team’s trust map", "Supervision was held, 9 of 9 were there."]
        ),
        (
            "s1-t01@example.org", ["Välkommen, Anna", "Se ditt arbetslag"],
            ["Welcome, Anna", "See your team"]
        ),
        (
            "s2-t03@example.org", ["Visa lagkoden", "Nya i laget?"],
            ["Show the team code", "New in the team?"]
        ),
        (
            "handledare-1@example.org", ["Dina lag", "ingen planerad", "Skola 1"],
            ["Your teams", "none planned"]
        ),
        (
            "s1-l1@example.org",
            [
                "Skola 1, just nu", "20 av 22\u{A0}timmar har hållits",
                "Den senaste gavs ons\u{A0}15\u{A0}apr\u{A0}2015",
            ],
            [
                "Skola 1, now", "20 of 22\u{A0}hours have been kept",
                "10 of 11 planned meetings have been held.",
            ]
        ),
        (
            "utvecklingsledare@example.org", ["Villkoren på dina skolor", "10 av 11", "9 av 10"],
            ["The conditions at your schools", "10 of 11"]
        ),
        (
            "programledare@example.org", ["Fem arbetslag i två år", "24 av 26", "Behöver uppmärksamhet"],
            ["Five teams over two years", "24 of 26", "Needs attention"]
        ),
        (
            "forskare@example.org", ["Studien", "Statistiken: utfall"],
            ["The study", "The statistics: outcome"]
        ),
        ("administrator@example.org", ["Öppna konton", "Inget väntar på dig"], ["Open accounts"]),
    ]

    @Test(arguments: TestEngine.allCases) func `each role has a start page of its own, in both languages`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            #expect(Self.finds.count == web.site.demo?.cast.count)
            for find in Self.finds {
                for (language, words) in [(Language.sv, find.sv), (.en, find.en)] {
                    let page = try await web.be(find.email, language).get("/")
                    #expect(page.status == .ok)
                    for word in words { #expect(page.body.contains(word), "\(find.email): \(word)") }
                    #expect(page.body.components(separatedBy: "<h1").count == 2)
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a supervisor's level, and that it is taken back, is news to the team`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let level = try await web.trust("t1", "/collegial/VT2015")
            let (supervisor, teacher) = (
                try await web.at("handledare-1@example.org"), try await web.at("s1-t01@example.org")
            )
            let set = try await supervisor.submit(level + "/level", ["level": "TH", "reason": "Så"])
            let news = "Handledaren har satt en egen nivå på kollegial tillit."
            let told = try await teacher.get("/").body
            #expect(told.contains(news) && told.contains("<a href=\"\(level)\">Läs</a>"))
            #expect(!(try await supervisor.get("/").body.contains(news)))
            #expect(!(try await web.at("s2-t02@example.org").get("/").body.contains(news)))
            let withdrawal = try #require(paths(in: set.body, "action", containing: "/level/").first)
            _ = try await supervisor.submit(withdrawal)
            let after = try await teacher.get("/").body
            #expect(
                !after.contains(news)
                    && after.contains("Handledaren har tagit tillbaka sin nivå på kollegial"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who comes into a team is news to those who were there, and to nobody else`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let today = web.site.today
            try await web.site.database.write { db in
                let team = try #require(
                    try db.one("SELECT id FROM teams WHERE code = 't1'") { try $0.key(0) })
                let act = Act(person: 1, now: web.site.now, today: today)
                for (email, role) in [
                    ("s2-t01@example.org", "teacher"), ("handledare-4@example.org", "supervisor"),
                ] {
                    let person = try #require(
                        try db.one("SELECT public_id FROM people WHERE email = ?", email) { try $0.text(0) })
                    try db.execute("UPDATE programmes SET taken_over_at = 1")
                    try TeamStore(db: db).begin(
                        MembershipDraft(person: person, role: role, from: today.description), in: team,
                        by: act)
                }
            }
            for email in ["s1-t01@example.org", "handledare-1@example.org"] {
                let page = readable(try await web.at(email).get("/").body)
                #expect(page.contains("Johan"), "\(email)")
                #expect(page.contains("är med i laget från och med den här dagen."), "\(email)")
                #expect(page.contains("Handledare 4 är handledare för laget från och med"), "\(email)")
            }
            for email in ["s2-t02@example.org", "s1-l1@example.org", "programledare@example.org"] {
                #expect(
                    !(try await web.at(email).get("/").body.contains("från och med den här dagen")),
                    "\(email)")
            }
            // Whoever is new has not been there for months, and is not asked to judge a map at once.
            let new = readable(try await web.step("handledare-4@example.org").get("/").body)
            #expect(!new.contains("Inget på ett par månader"))
        }
    }

    @Test func `whoever is entered with a first day long past is news all the same`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                try db.execute("UPDATE programmes SET taken_over_at = 1")
                let team = try #require(
                    try db.one("SELECT id FROM teams WHERE code = 't1'") { try $0.key(0) })
                let person = try #require(
                    try db.one("SELECT public_id FROM people WHERE email = 's2-t01@example.org'") {
                        try $0.text(0)
                    })
                try TeamStore(db: db).begin(
                    MembershipDraft(person: person, role: "teacher", from: "2013-08-19"), in: team,
                    by: Act(person: 1, now: web.site.now, today: web.site.today))
            }
            let page = readable(try await web.at("s1-t01@example.org").get("/").body)
            #expect(page.contains("Johan") && page.contains("är med i laget från och med 19 aug 2013."))
        }
    }

    @Test func `a supervisor is spoken to as one`() async throws {
        try await withDemo(.sqlite) { web in
            let page = try await web.be("handledare-1@example.org").get("/").body
            for words in ["Ni möts", "vilka ni är", "er handledare", "Se ditt arbetslag"] {
                #expect(!page.contains(words), "\(words)")
            }
            #expect(page.contains("Du handleder.") && page.contains("Se arbetslaget Arbetslag 7–9"))
        }
    }

    @Test func `nobody is sent to sign in`() async throws {
        try await withDemo(.sqlite) { web in
            let answer = try await web.browser().get("/")
            #expect(answer.status == .seeOther)
            #expect(answer.location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test(arguments: TestEngine.allCases) func `those beside the teams read nobody's name and no level`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            var members: Set<String> = []
            for team in ["t1", "t2", "t3", "t4", "t5"] { members.formUnion(try await web.memberNames(team)) }
            // Those whose names are words too.
            members.subtract(["Per"])
            try #require(members.count > 20)
            let others = [
                "s1-l1@example.org", "utvecklingsledare@example.org", "programledare@example.org",
                "forskare@example.org", "administrator@example.org",
            ]
            for email in others {
                let page = try await web.be(email).get("/")
                #expect(page.words.isDisjoint(with: members), "\(email): \(page.words.intersection(members))")
                for level in ["hög", "låg", "tillräckligt", "preliminär", "kollegial", "Kollegial", "delade"]
                {
                    #expect(!page.words.contains(level), "\(email): \(level)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func `nobody reads of a team or a school that is not theirs`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let schools: [(email: String, own: Set<Int>)] = [
                ("s2-t02@example.org", [2]), ("s1-t01@example.org", [1]), ("s2-t03@example.org", [2]),
                ("handledare-1@example.org", [1]), ("s1-l1@example.org", [1]),
                ("utvecklingsledare@example.org", [1, 2]), ("forskare@example.org", []),
                ("administrator@example.org", []),
            ]
            for (email, own) in schools {
                let page = try await web.be(email).get("/")
                for school in Set(1...5).subtracting(own) {
                    #expect(!page.body.contains("Skola \(school)"), "\(email) reads of school \(school)")
                    let team = try await web.team("t\(school)")
                    #expect(!page.body.contains(team), "\(email) has a link to team \(school)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func `a programme leader learns of teams that do not meet`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-05-20") { web in
            try await web.site.database.write { db in
                try db.execute(
                    "DELETE FROM meetings WHERE team_id = (SELECT id FROM teams WHERE code = 't2') AND starts > '2014-04-01'"
                )
                try db.execute(
                    "UPDATE memberships SET ends = '2014-05-20' WHERE role = 'supervisor' AND person_id = (SELECT id FROM people WHERE email = 'handledare-4@example.org')"
                )
            }
            let page = try await web.be("programledare@example.org").get("/")
            #expect(page.body.contains("1 lag utan hållen träff på sex veckor"))
            #expect(page.body.contains("1 lag utan handledare"))
            let (silent, alone, well) = (
                try await web.team("t2"), try await web.team("t4"), try await web.team("t1")
            )
            #expect(page.body.contains(silent))
            #expect(page.body.contains(alone))
            #expect(!page.body.contains(well))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team that has never met, or whose meetings have just begun, is not asked after`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-05-20") { web in
            try await web.site.database.write { db in
                try db.execute(
                    "DELETE FROM meetings WHERE team_id = (SELECT id FROM teams WHERE code = 't2')")
                try db.execute(
                    "DELETE FROM meetings WHERE team_id = (SELECT id FROM teams WHERE code = 't4') AND starts < '2014-05-01'"
                )
                try db.execute(
                    "UPDATE meetings SET status = 'cancelled' WHERE team_id = (SELECT id FROM teams WHERE code = 't4')"
                )
            }
            let page = try await web.be("programledare@example.org").get("/")
            #expect(!page.body.contains("utan hållen träff"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team that has ended says so in the lists, and counts as none without meetings`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2015-05-20") { web in
            let here = try await web.register()
            let browser = try await web.be("programledare@example.org")
            let teams = try await browser.get("/programmes/\(here.programme)/teams")
            #expect(teams.body.components(separatedBy: "avslutat ").count == 3)
            let school = try await browser.get("/schools/\(here.school("s3"))")
            #expect(school.body.contains("avslutat 15\u{A0}sep\u{A0}2014"))
            let entry = try await browser.get("/teams/\(here.team("t3"))")
            #expect(entry.body.contains("Laget avslutade programmet 15\u{A0}sep\u{A0}2014."))
            let start = try await browser.get("/")
            #expect(
                start.body.contains(
                    "<th scope=\"row\">inga träffar planerade</th><td class=\"figure\">0</td>"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team that has not met yet needs no feedback on its work`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: "2015-05-20") { web in
            let here = try await web.register()
            let path = "/teams/\(here.team("t4"))"
            let browser = try await web.be("programledare@example.org")
            #expect(try await browser.get(path).body.contains("behöver återkoppling från ledningen"))
            try await web.site.database.write { db in
                try db.execute(
                    "DELETE FROM meetings WHERE team_id = (SELECT id FROM teams WHERE code = 't4')")
            }
            #expect(try await !browser.get(path).body.contains("behöver återkoppling från ledningen"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a principal is asked for nothing that cannot be done here, and no date is a deadline`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let page = try await web.be("s1-l1@example.org").get("/")
            #expect(page.body.contains("Den senaste gavs ") && !page.body.contains(">Senast "))
            #expect(page.body.contains("själva orden skrivs inte här"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the sign over what principals read too says so, and the register’s does not`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let programme = "/programmes/\(here.programme)"
            let principal = try await web.be("s1-l1@example.org")
            for path in [
                programme, programme + "/teams", programme + "/schools", "/schools/\(here.school("s1"))",
                "/schools/\(here.school("s1"))/outcome", "/schools/\(here.school("s1"))/continuity",
            ] {
                let page = try await principal.get(path)
                #expect(
                    page.status == .ok && page.body.contains("Programmets och skolornas ledning"), "\(path)")
                #expect(!page.body.contains("Läses av programmets ledning. "), "\(path)")
            }
            let register = try await web.be("programledare@example.org").get(programme + "/people")
            #expect(!register.body.contains("Programmets och skolornas ledning"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `a team that has ended is not asked after`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2015-05-20") { web in
            // Teams 3 and 5 left the programme in the autumn before, and have no supervisor any more.
            let page = try await web.be("programledare@example.org").get("/")
            #expect(page.body.contains("Inget just nu. Lag som inte har mötts"))
            try await web.site.database.write { db in
                try db.execute("DELETE FROM events WHERE kind = 'programme-ended'")
            }
            let asked = try await web.be("programledare@example.org").get("/")
            #expect(asked.body.contains("2 lag utan hållen träff på sex veckor"))
            #expect(asked.body.contains("2 lag utan handledare"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `invited people are counted until they come in`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let before = try await web.be("programledare@example.org").get("/")
            #expect(before.body.contains("inte inne än</dt><dd>0</dd>"))
            try await web.site.database.write { db in
                try db.execute(
                    """
                    UPDATE accounts SET joined_at = NULL
                    WHERE email IN ('s2-t02@example.org', 's1-t01@example.org', 'forskare@example.org')
                    """)
            }
            // The researcher is in no team of the programme.
            let after = try await web.be("programledare@example.org").get("/")
            #expect(after.body.contains("inte inne än</dt><dd>2</dd>"))
        }
    }

    @Test func `who has been here for two weeks is told no more what this is`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be("s2-t02@example.org")
            #expect(try await browser.get("/").body.contains("En minut att läsa"))
            try await web.site.database.write { db in
                try db.execute("UPDATE accounts SET joined_at = joined_at - 1209600001")
            }
            let later = try await browser.get("/")
            #expect(!later.body.contains("En minut att läsa"))
            #expect(later.body.contains("Hej, Karin"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `who is in no team any more takes along what they wrote`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    INSERT INTO trust_comments (public_id, team_id, form, term, person_id, text, at)
                    SELECT 'c', m.team_id, 'collegial', 'VT2015', p.id, 'Vi vågade <b>visa</b>', 1400000000000
                    FROM people p JOIN memberships m ON m.person_id = p.id WHERE p.email = 's2-t02@example.org'
                    """)
                try db.execute(
                    """
                    UPDATE memberships SET ends = '2015-06-12'
                    WHERE person_id = (SELECT id FROM people WHERE email = 's2-t02@example.org')
                    """)
            }
            let page = try await web.be("s2-t02@example.org").get("/")
            #expect(page.body.contains("Du är inte med i något lag just nu"))
            #expect(page.body.contains("Vi vågade &lt;b&gt;visa&lt;/b&gt;"))
            let team = try await web.team("t2")
            #expect(!page.body.contains(team))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a colleague's comment is news, one's own and one from before are not`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let now = web.site.now
            for (index, email) in ["s2-t01@example.org", "s2-t02@example.org"].enumerated() {
                try await web.site.database.write { db in
                    try db.execute(
                        """
                        INSERT INTO trust_comments (public_id, team_id, form, term, person_id, text, at)
                        SELECT ?, m.team_id, 'collegial', 'VT2015', p.id, 'hemligt', ?
                        FROM people p JOIN memberships m ON m.person_id = p.id WHERE p.email = ?
                        """, "c\(index)", now - 86_400_000, email)
                }
            }
            let page = try await web.be("s2-t02@example.org").get("/")
            #expect(page.body.components(separatedBy: "En ny kommentar på tillitskartan").count == 2)
            #expect(!page.body.contains("hemligt"))
            let stranger = try await web.be("s1-t01@example.org").get("/")
            #expect(!stranger.body.contains("En ny kommentar"))
        }
    }

    @Test func `a programme leader without a programme is told how to begin`() throws {
        let page = try Templates().fill(
            StartFirstProgrammePage.template, with: StartFirstProgrammePage(.sv), in: .sv)
        #expect(page.contains("href=\"/programmes/new\""))
    }
}
