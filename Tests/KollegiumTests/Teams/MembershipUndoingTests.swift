import Storage
import Support
import Testing

@testable import Kollegium

/// What was entered of a membership by mistake, taken back on its page.
@Suite struct MembershipUndoingTests {
    private let leader = "programledare@example.org"

    private func places(_ web: Web, _ email: String, _ team: String) async throws -> Int {
        try await web.number(
            """
            SELECT count(*) FROM memberships m JOIN people p ON p.id = m.person_id JOIN teams t ON t.id = m.team_id
            WHERE p.email = '\(email)' AND t.code = '\(team)' AND m.ends IS NULL
            """)
    }

    @Test(arguments: TestEngine.allCases)
    func `an ending is taken back, and the membership goes on as before`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: "2014-10-01") { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let email = "s2-t02@example.org"
            let place = "/teams/\(here.team("t2"))/members/\(here.person(email))/teacher/2013-08-19"
            #expect(!(try await browser.get(place)).body.contains("Ta tillbaka avslutet"))
            _ = try await browser.post(place, ["lastDay": "2014-09-30", "reason": "retired"])
            #expect(try await places(web, email, "t2") == 0)
            #expect(try await browser.get(place).body.contains("Ta tillbaka avslutet"))
            let back = try await browser.submit(place + "/reopening")
            #expect(back.status == .ok && back.body.contains("Avslutet är taget tillbaka."))
            #expect(try await places(web, email, "t2") == 1)
            #expect(
                try await web.number(
                    "SELECT count(*) FROM memberships WHERE ends IS NULL AND reason IS NOT NULL")
                    == 0)
            #expect(try await browser.post(place + "/reopening").status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an ending stays where the person is in the same role again later`(_ engine: TestEngine) async throws
    {
        try await withDemo(engine, today: "2014-10-01") { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let person = here.person("s2-t02@example.org")
            let members = "/teams/\(here.team("t2"))/members"
            let place = "\(members)/\(person)/teacher/2013-08-19"
            _ = try await browser.post(place, ["lastDay": "2014-06-13"])
            _ = try await browser.post(members, ["person": person, "role": "teacher", "from": "2014-09-01"])
            let refused = try await browser.post(place + "/reopening")
            #expect(refused.status == .unprocessableContent && refused.body.contains("1\u{A0}sep\u{A0}2014"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a membership that should never have been is removed, and the log keeps why`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-10-01") { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let (email, members) = ("s1-t01@example.org", "/teams/\(here.team("t2"))/members")
            let person = here.person(email)
            _ = try await browser.post(members, ["person": person, "role": "teacher", "from": "2014-09-01"])
            let place = "\(members)/\(person)/teacher/2014-09-01"
            let unsaid = try await browser.post(place + "/removal", ["mistake": "vet inte"])
            #expect(unsaid.status == .unprocessableContent && unsaid.body.contains("id=\"mistake-e\""))
            #expect(try await places(web, email, "t2") == 1)
            let removed = try await browser.submit(place + "/removal", ["mistake": "wrong-team"])
            #expect(removed.status == .ok && removed.body.contains("Medlemskapet är borttaget."))
            #expect(try await places(web, email, "t2") == 0)
            #expect(
                try await web.number("SELECT count(*) FROM activity WHERE verb = 'removed: wrong-team'") == 1)
            #expect(try await browser.get(place).status == .notFound)
        }
    }

    @Test func `nor is who has spoken on the team's map`() async throws {
        try await withDemo(.sqlite, today: "2014-10-01") { web in
            let here = try await web.register()
            let team = "/teams/\(here.team("t1"))"
            _ = try await web.be("handledare-1@example.org").post(
                team + "/trust/collegial/VT2014/level", ["level": "H", "reason": "Samtalen öppnar sig."])
            let place = try #require(
                try await web.be(leader).get(team + "/members").body.firstMatch(
                    of: #/\/teams\/[a-z2-7]+\/members\/[a-z2-7]+\/supervisor\/[-0-9]+/#)
            ).output
            let refused = try await web.be(leader).post(place + "/removal", ["mistake": "wrong-day"])
            #expect(refused.status == .unprocessableContent && refused.body.contains("tillitskartan"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who has been to meetings of the team leaves it, and nobody else may do any of this`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-10-01") { web in
            let here = try await web.register()
            let email = "s2-t02@example.org"
            let place = "/teams/\(here.team("t2"))/members/\(here.person(email))/teacher/2013-08-19"
            let refused = try await web.be(leader).post(place + "/removal", ["mistake": "wrong-person"])
            #expect(refused.status == .unprocessableContent && refused.body.contains("avsluta medlemskapet"))
            for other in ["s1-l1@example.org", "handledare-1@example.org", "s2-t03@example.org"] {
                for verb in ["reopening", "removal"] {
                    let answer = try await web.be(other).post(
                        "\(place)/\(verb)", ["mistake": "wrong-person"])
                    #expect(answer.status == .notFound, "\(other) \(verb)")
                }
            }
            #expect(try await places(web, email, "t2") == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team can be told who was let in, when and by whom, whatever first day was written`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-10-01") { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            _ = try await browser.post(
                "/teams/\(here.team("t2"))/members",
                ["person": here.person("s1-t01@example.org"), "role": "supervisor", "from": "2013-08-19"])
            let site = web.site
            let arrivals = try await site.database.read { db in
                let team = try #require(
                    try db.one("SELECT id FROM teams WHERE code = 't2'") { try $0.key(0) })
                return try TeamStore(db: db).arrivals(
                    in: [team], since: site.now - 1000, today: site.today, most: 10)
            }
            #expect(arrivals.count == 1)
            let arrival = try #require(arrivals.first)
            #expect(arrival.personID == here.person("s1-t01@example.org") && arrival.role == .supervisor)
            #expect(arrival.from == Day("2013-08-19") && arrival.at == site.now)
            #expect(arrival.enteredBy == "Pia Lindqvist")
        }
    }
}
