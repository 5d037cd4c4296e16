import Support
import Testing

@testable import Kollegium

@Suite struct TrustOverrideTests {
    @Test(arguments: TestEngine.allCases)
    func `a supervisor's level stands beside the rules', with reason, name and date`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let (map, level) = (try await web.trust("t4"), try await web.trust("t4", "/collegial/VT2015"))
            let teacher = try await web.step("s4-t01@example.org")
            #expect(try await teacher.get(level).body.contains("har inte satt någon egen nivå"))
            let supervisor = try await web.step("handledare-4@example.org")
            let set = try await supervisor.submit(
                level + "/level",
                ["level": "TH", "reason": "Enkäten gällde februari.\n\n<b>Nu</b> vågar de."])
            #expect(set.body.contains("Din bedömning står nu bredvid reglernas."))
            for page in [set, try await teacher.get(level)] {
                let text = readable(page.body)
                #expect(text.contains("Enligt reglernaLåg, preliminär"))
                #expect(text.contains("Enligt handledarenTillräckligt hög"))
                #expect(text.contains("Satt av Handledare 4, fre 12 juni 2015."))
                #expect(page.body.contains("<p>&lt;b&gt;Nu&lt;/b&gt; vågar de.</p>"))
                #expect(!text.contains("har inte satt någon egen nivå"))
            }
            let shown = readable(try await teacher.get(map).body)
            #expect(shown.contains("handledaren: tillräckligt hög"))
            // The rules' own level and what is read from it stay as they were.
            #expect(shown.contains("Kollegial tillit, hög, för att lärandet ska fördjupas: saknas"))
            #expect(shown.contains("Här läses reglernas nivåer"))
            let report = try await ThreeSourcesReport.read(web.place, "five-schools", "--today", "2015-06-12")
            #expect(report.reason("t4", "VT2015", "collegial")?.level == "L")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a later one takes its place, and when that is taken back the rules hold again`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let level = try await web.trust("t1", "/process/VT2015")
            let supervisor = try await web.at("handledare-1@example.org")
            _ = try await supervisor.submit(level + "/level", ["level": "L", "reason": "Först"])
            let twice = try await supervisor.submit(level + "/level", ["level": "TH", "reason": "Sedan"])
            #expect(readable(twice.body).contains("Enligt handledarenTillräckligt hög"))
            #expect(twice.body.contains("Först") && twice.body.contains("Sedan"))
            // One stands, and the other says what became of it.
            #expect(readable(twice.body).contains("tillräckligt hög – gällerSedan"))
            #expect(readable(twice.body).contains("låg – ersatt fre 12 juni 2015Först"))
            let withdrawals = paths(in: twice.body, "action", containing: "/withdraw")
            #expect(withdrawals.count == 2)
            let back = try await supervisor.submit(withdrawals[0])
            #expect(!back.body.contains("Enligt handledaren"))
            #expect(back.body.contains("har tagit tillbaka sin senaste nivå"))
            #expect(!back.body.contains("har inte satt någon egen nivå"))
            #expect(readable(back.body).contains("tillräckligt hög – tillbakatagen fre"))
            #expect(readable(back.body).contains("låg – ersatt fre"))
            // Nothing that no longer stands can be taken back; its words can.
            #expect(!back.body.contains("Ta tillbaka nivån") && back.body.contains("Ta bort skälet"))
            #expect(back.body.contains("Först") && !back.body.contains("Sedan"))
            #expect(
                try await web.place.witness("SELECT level, reason FROM trust_overrides ORDER BY id") == [
                    "L|Först", "TH|",
                ])
            // Nobody of the team takes it back for them.
            let teacher = try await web.at("s1-t01@example.org")
            #expect(try await teacher.post(withdrawals[1]).status == .notFound)
            #expect(paths(in: try await teacher.get(level).body, "action", containing: "/level/").isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who supervises now takes back what another set, and the reason stays its author's`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let level = try await web.trust("t1", "/process/VT2015")
            let first = try await web.at("handledare-1@example.org")
            let set = try await first.submit(level + "/level", ["level": "L", "reason": "Mina ord"])
            let withdrawal = try #require(paths(in: set.body, "action", containing: "/level/").first)
            try await web.site.database.write { db in
                _ = try db.execute(
                    """
                    UPDATE memberships SET person_id = (SELECT id FROM people WHERE email = 'handledare-4@example.org')
                    WHERE role = 'supervisor' AND team_id = (SELECT id FROM teams WHERE code = 't1')
                    """)
            }
            let next = try await web.step("handledare-4@example.org")
            let back = try await next.submit(withdrawal)
            #expect(back.status == .ok)
            #expect(back.body.contains("Mina ord") && !back.body.contains("Enligt handledaren"))
            #expect(try await first.get(level).status == .notFound)
            #expect(try await first.post(withdrawal).location?.hasPrefix("/?") == true)
            #expect(
                try await web.place.witness("SELECT level FROM trust_overrides WHERE reason = ''") == ["L"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a level needs both a level and a reason, and what was typed stays`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let level = try await web.trust("t1", "/process/VT2015")
            let supervisor = try await web.at("handledare-1@example.org")
            let empty = try await supervisor.post(level + "/level")
            #expect(empty.status == .unprocessableContent)
            #expect(empty.body.contains("href=\"#level\"") && empty.body.contains("href=\"#reason\""))
            #expect(empty.body.contains("2 saker att rätta"))
            let half = try await supervisor.post(level + "/level", ["level": "X", "reason": "Mitt <skäl>"])
            #expect(half.status == .unprocessableContent)
            #expect(half.body.contains("\nMitt &lt;skäl&gt;</textarea>"))
            let other = try await supervisor.post(level + "/level", ["level": "L", "reason": "\u{1}"])
            #expect(other.status == .unprocessableContent)
            #expect(other.body.contains("value=\"L\" checked"))
            #expect(try await web.place.witness("SELECT count(*) FROM trust_overrides") == ["0"])
        }
    }

    @Test func `a term that rests takes no level`() async throws {
        try await withDemo(.sqlite) { web in
            let path = try await web.trust("t2", "/process/VT2013")
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE memberships SET starts = '2013-01-07' WHERE role = 'supervisor'")
                try web.precede("s2-t02@example.org", db)
            }
            let supervisor = try await web.step("handledare-2@example.org")
            #expect(try await supervisor.get(path).body.contains("Nivån vilar"))
            #expect(
                try await supervisor.post(path + "/level", ["level": "H", "reason": "Så"]).status == .notFound
            )
        }
    }
}
