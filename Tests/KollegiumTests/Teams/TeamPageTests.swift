import Support
import Testing

@testable import Kollegium

@Suite struct TeamPageTests {
    @Test(arguments: TestEngine.allCases) func `a member sees the team's room`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let page = try await web.be("s2-t02@example.org").get(try await web.team("t2"))
            #expect(page.status == .ok)
            for text in [
                "Ditt lag och er handledare", "Skola 2 · årskurs 4–9 · 40 elever · ämnesövergripande",
                "Vårterminen 2015", "9 av 10 planerade träffar har hållits.",
                "ons\u{A0}20\u{A0}maj\u{A0}2015, 14.30",
                "8 av 9 var med", "inställd", "lärare sedan 19\u{A0}aug\u{A0}2013",
                "Handledare 2, handledare sedan",
            ] { #expect(page.body.contains(text), "\(text)") }
            let names = try await web.memberNames("t2")
            #expect(names.count > 5)
            for name in names { #expect(page.body.contains(name), "\(name)") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who opens the team to others is told who mends its list`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let supervisor = try await web.be("handledare-1@example.org").get(try await web.team("t1"))
            let leader = try #require(web.site.demo?.cast.first { $0.email == "programledare@example.org" })
                .name
            #expect(supervisor.body.contains("Stämmer inte listan?"))
            #expect(supervisor.body.contains("Programmet leds av \(leader)."))
            let teacher = try await web.be("s1-t01@example.org").get(try await web.team("t1"))
            #expect(!teacher.body.contains("Stämmer inte listan?"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `only those whom the team concerns find it`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            // Of team 1: who enters its room, who sees its entry in the schedule, who finds nothing.
            let expected: [(email: String, finds: String?)] = [
                ("s1-t01@example.org", "Tilliten i laget"), ("handledare-1@example.org", "Tilliten i laget"),
                ("s1-l1@example.org", "Villkoren för arbetet, i ord"),
                ("utvecklingsledare@example.org", "Villkoren för arbetet, i ord"),
                ("programledare@example.org", "Villkoren för arbetet, i ord"),
                ("s2-t02@example.org", nil), ("s2-t03@example.org", nil), ("forskare@example.org", nil),
                ("administrator@example.org", nil),
            ]
            let path = try await web.team("t1")
            for (email, finds) in expected {
                let page = try await web.be(email).get(path)
                #expect(page.status == (finds == nil ? .notFound : .ok), "\(email)")
                if let finds { #expect(page.body.contains(finds), "\(email)") }
                #expect(finds != nil || !page.body.contains("Arbetslag 7–9"), "\(email)")
            }
            #expect(try await web.be("s1-l1@example.org").get(try await web.team("t2")).status == .notFound)
            #expect(try await web.be("s1-t01@example.org").get("/teams/nothing").status == .notFound)
            #expect(try await web.browser().get(path).status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases) func `leaders read no names, no heads counted and no level`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let names = Set(try await web.memberNames("t1")).subtracting(["Per"])
            for email in ["s1-l1@example.org", "utvecklingsledare@example.org"] {
                let page = try await web.be(email).get(try await web.team("t1"))
                #expect(page.words.isDisjoint(with: names), "\(page.words.intersection(names))")
                for word in ["var med", "hög", "låg", "Tilliten", "ollegial", "Medlemmar", "lagkod"] {
                    #expect(!page.body.contains(word), "\(email): \(word)")
                }
            }
            let register = try await web.be("programledare@example.org").get(try await web.team("t1"))
            #expect(register.words.isSuperset(of: names))
            #expect(!register.body.contains("var med"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `a newcomer reads from the day of joining`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    UPDATE memberships SET starts = '2015-05-01'
                    WHERE person_id = (SELECT id FROM people WHERE email = 's2-t02@example.org')
                    """)
            }
            let page = try await web.be("s2-t02@example.org").get(try await web.team("t2"))
            #expect(page.body.contains("Du ser laget från och med 1\u{A0}maj\u{A0}2015"))
            #expect(page.body.contains("ons\u{A0}6\u{A0}maj\u{A0}2015"))
            #expect(!page.body.contains("ons\u{A0}22\u{A0}apr\u{A0}2015"))
            let start = try await web.be("s2-t02@example.org").get("/")
            #expect(!start.body.contains("ons\u{A0}22\u{A0}apr\u{A0}2015"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `a team of two rests, for itself and for leaders`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.site.database.write { db in
                try db.execute(
                    """
                    UPDATE memberships SET ends = '2015-06-01' WHERE role = 'teacher'
                    AND team_id = (SELECT id FROM teams WHERE code = 't1') AND person_id NOT IN (
                        SELECT id FROM people WHERE email IN ('s1-t01@example.org', 's1-t02@example.org'))
                    """)
            }
            let path = try await web.team("t1")
            let own = try await web.be("s1-t01@example.org").get(path)
            #expect(own.body.contains("färre än tre medlemmar och vilar"))
            #expect(!own.body.contains("var med"))
            #expect(!own.body.contains("planerade träffar har hållits"))
            for email in ["s1-l1@example.org", "programledare@example.org"] {
                let entry = try await web.be(email).get(path)
                #expect(entry.body.contains("färre än tre medlemmar"), "\(email)")
                #expect(!entry.body.contains("träffar har hållits"), "\(email)")
            }
            let leader = try await web.be("s1-l1@example.org").get("/")
            #expect(leader.body.contains("Ingen tid att räkna än"))
            let member = try await web.be("s1-t01@example.org").get("/")
            #expect(!member.body.contains("var med"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `the next meeting stands first, with its end`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-05-08") { web in
            try await web.site.database.write { db in
                try db.execute(
                    "UPDATE meetings SET status = 'planned' WHERE starts >= '2014-05-09' AND team_id = (SELECT id FROM teams WHERE code = 't2')"
                )
            }
            let browser = try await web.be("s2-t02@example.org")
            let page = try await browser.get(try await web.team("t2"))
            let next = try #require(page.body.firstRange(of: "Nästa träff</p><h2 id=\"next\">"))
            let heading = page.body[next.upperBound...].prefix { $0 != "<" }
            #expect(heading.hasSuffix(", 14.30–16.30"), "\(heading)")
            #expect(try await browser.get("/").body.contains(heading))
            let english = try await web.be("s2-t02@example.org", .en).get(try await web.team("t2"))
            #expect(english.body.contains(", 14:30–16:30"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `the room stands where its place does`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let ids = try await web.site.database.read { db in
                try db.all("SELECT public_id FROM teams ORDER BY id") { try $0.text(0) }
            }
            try #require(ids.count == 5)
            for day in ["2013-01-01", "2014-05-20", "2014-09-10", "2015-06-12"] {
                let today = try #require(Day(day))
                for id in ids {
                    let (room, place) = try await web.site.database.read { db in
                        (
                            try TeamStore(db: db).room(id, today: today)?.place,
                            try PlaceStore(db: db).team(id, today: today)
                        )
                    }
                    #expect(room == place)
                }
            }
        }
    }

    @Test func `a hostile name stays a name`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                try db.execute("UPDATE teams SET name = ? WHERE code = 't2'", "<script>alert(1)</script>\"'")
                try db.execute("UPDATE people SET name = '<img src=x>' WHERE email = 's2-t01@example.org'")
            }
            for path in ["/", try await web.team("t2")] {
                for email in [
                    "s2-t02@example.org", "programledare@example.org", "utvecklingsledare@example.org",
                ] {
                    let page = try await web.be(email).get(path)
                    #expect(page.status == .ok)
                    #expect(!page.body.contains("<script>") && !page.body.contains("<img src=x"))
                }
            }
        }
    }
}
