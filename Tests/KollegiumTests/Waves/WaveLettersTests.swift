import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct WaveLettersTests {
    private static let recipients = "SELECT recipient FROM messages ORDER BY id"

    @Test(arguments: TestEngine.allCases)
    func `who is in a team on the day is invited once, also who joins while it is open`(_ engine: TestEngine)
        async throws
    {
        try await withWaves(engine) { here in
            let people = try await here.teachers(3, in: 0)
            try await here.teachers(1, in: 1, named: "other")
            try await here.teachers(1, in: 1, from: "2013-09-05", named: "late")
            // One has left, one has no account, one's is closed, one stands beside the team.
            let (gone, closed, beside) = (
                try await here.teachers(1, in: 0, named: "gone")[0],
                try await here.teachers(1, in: 0, named: "closed")[0],
                try await here.teachers(1, in: 0, named: "beside")[0]
            )
            _ = try await here.work.person("Nils", "nils@example.org", in: here.small.key)
            try await here.work.write { db in
                try db.execute("UPDATE memberships SET ends = '2013-09-03' WHERE person_id = ?", gone)
                try db.execute("UPDATE memberships SET role = 'supervisor' WHERE person_id = ?", beside)
                try db.execute(
                    "UPDATE accounts SET disabled_at = 1 WHERE id IN (SELECT account_id FROM account_people WHERE person_id = ?)",
                    closed)
            }
            let id = try await here.plan("start", "2013-09-03", "2013-09-27")
            try await here.turn()
            try await here.turn()
            let first = try await here.texts(Self.recipients)
            #expect(
                first == [
                    "teacher-0-0@example.org", "teacher-0-1@example.org", "teacher-0-2@example.org",
                    "other-1-0@example.org",
                ])
            let body = try #require(try await here.texts("SELECT body FROM messages ORDER BY id").first)
            for words in [
                "Hej teacher-0-0,", "Del 1", "https://kollegium.example/sheets/\(id)\n", "omkring 3 minuter",
                "till och med fre 27 sep 2013", "minst 5 personers svar",
                "Det du svarar ser bara du",
            ] {
                #expect(body.contains(words), "\(words)")
            }
            here.clock.pass(days: 2)
            try await here.turn()
            #expect(try await here.texts(Self.recipients).dropFirst(4) == ["late-1-0@example.org"])
            // Who is let in again is asked as well.
            try await here.work.write {
                try $0.execute("UPDATE accounts SET disabled_at = NULL")
                try $0.execute("UPDATE memberships SET ends = NULL WHERE person_id = ?", gone)
            }
            try await here.turn()
            #expect(
                Set(try await here.texts(Self.recipients).dropFirst(5)) == [
                    "gone-0-0@example.org", "closed-0-0@example.org",
                ])
            #expect(people.count == 3)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `those who have not handed in are reminded, twice at most`(_ engine: TestEngine) async throws {
        try await withWaves(engine) { here in
            let people = try await here.teachers(4, in: 0)
            // Open for three weeks: reminders on Monday 16 and Thursday 19 September.
            let id = try await here.plan("start", "2013-09-03", "2013-09-20")
            try await here.turn()
            try await here.handIn(id, people[0])
            try await here.handIn(id, people[1], isDone: false)
            var reminded: [String: [String]] = [:]
            for _ in 0..<17 {
                here.clock.pass(days: 1)
                let before = try await here.texts(Self.recipients).count
                try await here.turn()
                try await here.turn()
                let new = try await here.texts(Self.recipients).dropFirst(before)
                if !new.isEmpty { reminded[here.clock.today.description] = new.map { String($0.prefix(11)) } }
                if here.clock.today.description == "2013-09-17" { try await here.handIn(id, people[2]) }
            }
            #expect(
                reminded == [
                    "2013-09-16": ["teacher-0-1", "teacher-0-2", "teacher-0-3"],
                    "2013-09-19": ["teacher-0-1", "teacher-0-3"],
                ])
            #expect(
                try await here.texts("SELECT subject FROM messages ORDER BY id").last
                    == "Påminnelse om enkäten: Del 1")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who has said no to everything is not written to, until they say otherwise`(_ engine: TestEngine)
        async throws
    {
        try await withWaves(engine) { here in
            let people = try await here.teachers(3, in: 0)
            for purpose in ["own-development", "evaluation"] {
                try await here.consent(people[0], "yes", purpose, at: 1)
                try await here.consent(people[0], "no", purpose, at: 2)
                try await here.consent(people[1], "no", purpose, at: 2)
                try await here.consent(people[2], "no", purpose == "evaluation" ? purpose : "research", at: 2)
            }
            try await here.consent(people[1], "yes", "evaluation", at: 3)
            let id = try await here.plan("start", "2013-09-03", "2013-09-20")
            try await here.turn()
            #expect(
                try await here.texts(Self.recipients).map { $0.prefix(11) } == ["teacher-0-1", "teacher-0-2"])
            try await here.consent(people[1], "no", "evaluation", at: 4)
            here.clock.pass(days: 13)
            try await here.turn()
            #expect(
                try await here.texts(Self.recipients).dropFirst(2).map { $0.prefix(11) } == ["teacher-0-2"])
            // They may answer all the same.
            try await here.handIn(id, people[0])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `letters wait for the working day, and go with the wave`(_ engine: TestEngine) async throws {
        try await withWaves(engine) { here in
            let people = try await here.teachers(2, in: 0)
            here.clock.pass(days: 3)
            here.clock.pass(hours: 9)
            // Friday evening: the letters are in line, and due on Monday at eight.
            let id = try await here.plan("start", "", "2013-09-27")
            try await here.open(id)
            try await here.turn()
            #expect(try await here.number("SELECT count(*) FROM messages WHERE by_day = 1") == 2)
            let due = Int64(try await here.number("SELECT min(due_at) FROM messages"))
            let monday = here.clock.now + Int64(2 * 24 + 13) * 3_600_000
            #expect(due == monday)
            let claim = { (now: Int64, isQuiet: Bool) in
                try await here.work.write {
                    try MessageStore(db: $0).claim(now: now, isQuiet: isQuiet)?.recipient
                }
            }
            #expect(try await claim(monday - 1, true) == nil)
            // Left over in the evening, or to be tried again then, they wait too.
            #expect(try await claim(monday + 10 * 3_600_000, true) == nil)
            #expect(try await claim(monday, false) == "teacher-0-0@example.org")
            let wave = try await here.wave(id)
            try await here.work.write { try WaveLetters.withdraw($0, wave, for: people[0]) }
            #expect(try await here.number("SELECT count(*) FROM messages") == 2)
            try await here.close(id)
            #expect(try await here.texts("SELECT state FROM messages") == ["leaving"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a great wave, interrupted again and again in two processes, writes to each once`(
        _ engine: TestEngine
    ) async throws {
        let size = isLongRun ? 40_000 : 1_500
        try await withWaves(engine) { here in
            try await here.crowd(size)
            let id = try await here.plan("start", "", "2013-09-27")
            try await here.open(id)
            let wave = try await here.wave(id)
            var interruptions = 0
            for round in 0..<400 {
                let count = try await here.number("SELECT count(*) FROM messages")
                if count == size { break }
                // Each with connections of its own, and ended in the middle of its work.
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<2 {
                        group.addTask {
                            let own = try await Database(here.work.place.location)
                            let work = Task {
                                var letters = try WaveClock(site: here.site(own)).letters
                                letters.batch = 100
                                return try await letters.send(wave)
                            }
                            let ending = Task {
                                try await Task.sleep(for: .milliseconds(40 + 25 * round))
                                work.cancel()
                            }
                            _ = await work.result
                            ending.cancel()
                            try await own.close()
                        }
                    }
                    try await group.waitForAll()
                }
                interruptions += 1
            }
            #expect(interruptions > 1)
            #expect(try await here.number("SELECT count(*) FROM messages") == size)
            #expect(try await here.number("SELECT count(DISTINCT recipient) FROM messages") == size)
            #expect(try await here.number("SELECT count(*) FROM wave_invitations") == size)
        }
    }
}

extension WavePlace {
    /// Very many teachers of one team, with accounts.
    func crowd(_ size: Int) async throws {
        let team = small.teams[0]
        try await work.write { db in
            let organisation = try ProgrammeStore(db: db).organisation()
            let people = try db.load(
                into: "people",
                ["id", "public_id", "organisation_id", "name", "email", "sort_key", "search_key"])
            let first = try db.nextKey(in: "people")
            for number in 0..<size {
                let key = number == 0 ? first : try db.nextKey(in: "people")
                let name = "p\(number)"
                try people.row(key, PublicID.make(), organisation, name, "\(name)@example.org", name, name)
            }
            try people.flush()
            try db.execute(
                """
                INSERT INTO memberships (team_id, person_id, role, starts)
                SELECT ?, id, 'teacher', '2013-08-19' FROM people WHERE id >= ?
                """, team, first)
            try db.execute(
                """
                INSERT INTO accounts (public_id, email, language, made_at)
                SELECT public_id, email, 'sv', 0 FROM people WHERE id >= ?
                """, first)
            try db.execute(
                """
                INSERT INTO account_people (person_id, account_id)
                SELECT p.id, a.id FROM people p JOIN accounts a ON a.public_id = p.public_id WHERE p.id >= ?
                """, first)
            try db.analyze()
        }
    }
}
