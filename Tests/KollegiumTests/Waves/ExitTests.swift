import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct ExitTests {
    private static let recipients = "SELECT recipient FROM messages ORDER BY id"

    private func leave(_ here: WavePlace, _ person: Int64, lastDay: String) async throws {
        let act = here.act
        try await here.work.write { db in
            let key = try #require(
                try db.one("SELECT id FROM memberships WHERE person_id = ? AND ends IS NULL", person) {
                    try $0.key(0)
                })
            try TeamStore(db: db).end(key, MembershipEnding(lastDay: lastDay), by: act)
        }
    }

    /// What the link of the only letter holds.
    private func secret(_ here: WavePlace) async throws -> Secret {
        let body = try #require(try await here.texts("SELECT body FROM messages").first)
        let link = try #require(
            body.firstMatch(of: #/https:\/\/kollegium.example\/exits\/([-_A-Za-z0-9]{43})\n/#))
        return try #require(Secret(String(link.output.1)))
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever leaves while the wave is open gets one letter, the day after their last`(
        _ engine: TestEngine
    ) async throws {
        try await withWaves(engine, asks: .leavers) { here in
            let people = try await here.teachers(6, in: 0)
            try await leave(here, people[0], lastDay: "2013-09-02")
            let id = try await here.plan("start")
            try await here.open(id)
            try await here.turn()
            // Nobody is asked who is there, nor who had left before.
            #expect(try await here.texts(Self.recipients) == [])
            try await leave(here, people[1], lastDay: "2013-09-04")
            try await leave(here, people[2], lastDay: "2013-09-03")
            // Changes team without a day between, or comes back after a month.
            for (person, from) in [(people[3], "2013-09-04"), (people[4], "2013-10-01")] {
                try await leave(here, person, lastDay: "2013-09-03")
                let (act, team) = (here.act, here.small.teams[1])
                try await here.work.write { db in
                    let draft = MembershipDraft(
                        person: try PersonStore(db: db).publicID(of: person), from: from)
                    try TeamStore(db: db).begin(draft, in: team, by: act)
                }
            }
            // Whose account is closed is written to at the register's address.
            try await here.work.write { try $0.execute("UPDATE accounts SET disabled_at = 1") }
            try await here.turn()
            #expect(try await here.texts(Self.recipients) == [])
            here.clock.pass(days: 1)
            try await here.turn()
            try await here.turn()
            #expect(try await here.texts(Self.recipients) == ["teacher-0-2@example.org"])
            here.clock.pass(days: 1)
            try await here.turn()
            #expect(
                try await here.texts(Self.recipients) == [
                    "teacher-0-2@example.org", "teacher-0-1@example.org",
                ])
            for _ in 0..<40 {
                here.clock.pass(days: 1)
                try await here.turn()
            }
            #expect(try await here.texts(Self.recipients).count == 2)
            #expect(try await here.work.place.kollegium("check").output == "All is well.\n")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a leaver's link opens their questions, and is answered once`(_ engine: TestEngine) async throws {
        try await withWaves(engine, asks: .leavers) { here in
            let people = try await here.teachers(2, in: 0)
            let id = try await here.plan("start")
            try await here.open(id)
            try await leave(here, people[0], lastDay: "2013-09-03")
            here.clock.pass(days: 1)
            try await here.turn()
            let secret = try await secret(here)
            // What is kept opens nothing.
            #expect(try await here.texts("SELECT digest FROM exit_invitations") == [secret.digest])
            let find = { (secret: Secret) in
                let (now, today) = (here.clock.now, here.clock.today)
                return try await here.work.read { try ExitStore(db: $0).find(secret, now: now, today: today) }
            }
            #expect(try await find(Secret()) == nil)
            let exit = try #require(try await find(secret))
            #expect(exit.person == people[0] && !exit.isHandedIn && exit.wave.publicID == id)
            let today = here.clock.today
            let hand = { (step: Int?) in
                try await here.work.write { db in
                    let store = ExitStore(db: db)
                    let now = try #require(try store.find(secret, now: here.clock.now, today: today))
                    let question = try QuestionnaireStore(db: db).asked(exit.wave.part).questions[0]
                    try store.handIn(
                        now,
                        step.map {
                            [.init(question: question, value: .step($0), basis: AnswerValue?.none.basis)]
                        } ?? [], today: today)
                }
            }
            await #expect(throws: FormRefusal.self) { try await hand(nil) }
            #expect(try await here.number("SELECT count(*) FROM sheets") == 0)
            try await hand(4)
            try await hand(2)
            #expect(try await here.texts("SELECT CAST(step AS text) FROM answers") == ["4"])
            #expect(try await find(secret)?.isHandedIn == true)
            #expect(try await here.number("SELECT sum(counted) FROM sheets") == 0)
            #expect(try await here.work.place.kollegium("check").output == "All is well.\n")
            try await here.close(id)
            #expect(try await find(secret) == nil)
            #expect(try await here.number("SELECT sum(counted) FROM sheets") == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a link ends after sixty days, and opens nothing for who is back`(_ engine: TestEngine) async throws
    {
        try await withWaves(engine, asks: .leavers) { here in
            let people = try await here.teachers(1, in: 0)
            let id = try await here.plan("start")
            try await here.open(id)
            try await leave(here, people[0], lastDay: "2013-09-03")
            here.clock.pass(days: 1)
            try await here.turn()
            let secret = try await secret(here)
            let isGood = {
                let (now, today) = (here.clock.now, here.clock.today)
                return try await here.work.read { db in
                    try ExitStore(db: db).find(secret, now: now, today: today) != nil
                }
            }
            here.clock.pass(days: 59)
            #expect(try await isGood())
            try await here.work.write { try $0.execute("UPDATE memberships SET ends = NULL") }
            #expect(!(try await isGood()))
            try await here.work.write { try $0.execute("UPDATE memberships SET ends = '2013-09-04'") }
            #expect(try await isGood())
            here.clock.pass(days: 1)
            #expect(!(try await isGood()))
        }
    }

    @Test func `somebody without any address is noted and not looked for again`() async throws {
        try await withWaves(.sqlite, asks: .leavers) { here in
            let people = try await here.teachers(1, in: 0)
            try await here.work.write { db in
                try db.execute("UPDATE people SET email = NULL")
                try db.execute("DELETE FROM account_people")
            }
            let id = try await here.plan("start")
            try await here.open(id)
            try await leave(here, people[0], lastDay: "2013-09-03")
            here.clock.pass(days: 1)
            try await here.turn()
            #expect(try await here.number("SELECT count(*) FROM exit_invitations") == 1)
            #expect(try await here.number("SELECT count(*) FROM messages") == 0)
        }
    }
}
