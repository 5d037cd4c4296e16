import Storage
import Support
import Testing

@testable import Kollegium

/// Whoever edits memberships lets others into a team's room, and never themselves.
@Suite struct OwnMembershipTests {
    private let leader = "programledare@example.org"
    private let sentence = "ger inte sig själv en plats i ett lag"

    private func own(_ web: Web) async throws -> Int {
        try await web.number(
            "SELECT count(*) FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.email = '\(leader)'"
        )
    }

    @Test(arguments: TestEngine.allCases)
    func `a programme leader gives themselves no place in a team, in any role or from any day`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            for (role, from) in [("supervisor", "2013-08-19"), ("teacher", "2015-06-12")] {
                let answer = try await browser.post(
                    "/teams/\(here.team("t1"))/members",
                    ["person": here.person(leader), "role": role, "from": from])
                #expect(answer.status == .forbidden && answer.body.contains(sentence), "\(role)")
            }
            #expect(try await own(web) == 0)
            // Somebody else goes through the same form.
            let other = try await browser.post(
                "/teams/\(here.team("t1"))/members",
                [
                    "person": here.person("s2-t02@example.org"), "role": "supervisor",
                    "from": "2015-06-12",
                ])
            #expect(other.status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nor do they change a role that another has given them, but they may end it`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let person = here.person(leader)
            let act = Act(person: 1, now: web.site.now, today: web.site.today)
            try await web.site.database.write { db in
                let programme = try #require(try StudyStore(db: db).studies([.held]).first).programme
                let team = try #require(try TeamStore(db: db).key(here.team("t1"), in: programme))
                try TeamStore(db: db).begin(
                    MembershipDraft(person: person, role: "school-leader", from: "2015-01-12"), in: team,
                    by: act)
            }
            let browser = try await web.be(leader)
            let place = "/teams/\(here.team("t1"))/members/\(person)/school-leader/2015-01-12"
            let changed = try await browser.post(
                place + "/role", ["role": "supervisor", "from": "2015-06-12"])
            #expect(changed.status == .forbidden && changed.body.contains(sentence))
            let ended = try await browser.post(place, ["lastDay": "2015-06-11"])
            #expect(ended.status == .seeOther)
            // A later last day would let them in again.
            let again = try await browser.post(place, ["lastDay": "2016-06-11"])
            #expect(again.status == .forbidden && again.body.contains(sentence))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nor as another of the people whom their account stands for`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let other = "s2-t02@example.org"
            let code = try await web.site.database.write { db in
                let people = try db.all("SELECT id, email FROM people") {
                    (key: try $0.key(0), email: $0.textIfAny(1))
                }
                let account = try #require(
                    try EmailAddress(leader).flatMap { try AccountStore(db: db).find($0) })
                let person = try #require(people.first { $0.email == other })
                try db.execute("DELETE FROM memberships WHERE person_id = ?", person.key)
                try db.execute("DELETE FROM account_people WHERE person_id = ?", person.key)
                try db.execute(
                    "INSERT INTO account_people (account_id, person_id) VALUES (?, ?)", account.id, person.key
                )
                let programme = try #require(try StudyStore(db: db).studies([.held]).first).programme
                let team = try #require(try TeamStore(db: db).key(here.team("t2"), in: programme))
                return try TeamStore(db: db).openCode(
                    of: team, TeamCodeDraft(), by: Act(person: 1, now: web.site.now, today: web.site.today))
            }
            let memberships =
                "SELECT count(*) FROM memberships m JOIN people p ON p.id = m.person_id WHERE p.email = '\(other)'"
            let browser = try await web.be(leader)
            let text =
                "Namn\tE-post\tSkola\tArbetslag\tRoll\nKarin\t\(other)\tSkola 2\tArbetslag 4–9\tlärare\n"
            let path = "/programmes/\(here.programme)/paste"
            let shown = try await browser.post(path, ["text": text, "step": "preview"])
            _ = try await browser.post(
                path, ["text": text, "digest": shown.hidden("digest") ?? "", "step": "apply"])
            #expect(try await web.number(memberships) == 0)
            let visitor = web.browser()
            _ = try await visitor.get("/join")
            _ = try await visitor.post("/join", ["code": code.letters, "name": "Karin", "email": other])
            let letter = try #require(try await web.letters(to: other).last)
            _ = try await visitor.get(letter.path)
            #expect(try await visitor.post(letter.path).status == .forbidden)
            #expect(try await web.number(memberships) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a row about whoever pastes is marked, and gives them no place`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let text =
                "Namn\tE-post\tSkola\tArbetslag\tRoll\nPia\t\(leader)\tSkola 2\tArbetslag 4–9\thandledare\n"
            let path = "/programmes/\(here.programme)/paste"
            let shown = try await browser.post(path, ["text": text, "step": "preview"])
            #expect(shown.body.contains("det är du själv") || shown.body.contains("Det är du själv"))
            _ = try await browser.post(
                path, ["text": text, "digest": shown.hidden("digest") ?? "", "step": "apply"])
            #expect(try await own(web) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team's code opens nothing to who leads the programme`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let act = Act(person: 1, now: web.site.now, today: web.site.today)
            let code = try await web.site.database.write { db in
                let study = try #require(try StudyStore(db: db).studies([.held]).first)
                let team = try #require(
                    try TeamStore(db: db).names(of: study.programme).first { $0.code == "t2" })
                return try TeamStore(db: db).openCode(of: team.key, TeamCodeDraft(), by: act)
            }
            let browser = web.browser()
            _ = try await browser.get("/join")
            let sent = try await browser.post(
                "/join", ["code": code.letters, "name": "Pia", "email": leader])
            #expect(sent.status == .ok)
            let letter = try #require(try await web.letters(to: leader).last)
            _ = try await browser.get(letter.path)
            let opened = try await browser.post(letter.path)
            #expect(opened.status == .forbidden && opened.body.contains(sentence))
            #expect(try await own(web) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an invitation to one's own address at another's name makes nobody that person`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let person = here.person("s3-t01@example.org")
            try await web.site.database.write { db in
                try db.execute("UPDATE people SET email = ? WHERE public_id = ?", leader, person)
            }
            let browser = try await web.be(leader)
            let answer = try await browser.post("/people/\(person)/invitation")
            #expect(answer.status == .unprocessableContent && answer.body.contains("din egen adress"))
        }
    }
}
