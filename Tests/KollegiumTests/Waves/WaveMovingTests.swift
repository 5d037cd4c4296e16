import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

/// What letters say when a wave's last day is moved.
@Suite struct WaveMovingTests {
    private static let letters =
        "SELECT recipient || ' ' || subject || CASE WHEN body LIKE '%13 sep%' THEN ' 13' WHEN body LIKE '%27 sep%' THEN ' 27' WHEN body LIKE '%20 sep%' THEN ' 20' ELSE '' END FROM messages ORDER BY id"

    /// Moves the last day as the page does.
    private func move(_ id: String, to lastDay: String, _ here: WavePlace) async throws {
        let (act, letters) = (here.act, WaveClock(site: try here.site()).letters)
        try await here.work.write { db in
            let store = WaveStore(db: db)
            let wave = try #require(try store.wave(id))
            let days = WaveDays(lastDay: lastDay, basis: WaveDays(wave).basis)
            try store.move(wave, to: days, by: act)
            try letters.tellMoved(db, from: wave)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a letter that waits is written anew with the new day`(_ engine: TestEngine) async throws {
        try await withWaves(engine) { here in
            try await here.teachers(2, in: 0)
            let id = try await here.plan("start", "2013-09-03", "2013-09-27")
            try await here.turn()
            let old = try await here.texts(Self.letters)
            #expect(old.count == 2 && old.allSatisfy { $0.hasSuffix(" 27") })
            for day in ["2013-09-13", "2013-09-20"] {
                try await move(id, to: day, here)
                try await here.turn()
                let new = try await here.texts(Self.letters)
                #expect(new.count == 2 && new.allSatisfy { $0.hasSuffix(" " + day.suffix(2)) }, "\(new)")
                #expect(new.allSatisfy { $0.contains("En enkät till dig") })
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who has had a letter is written to once, and only when the day has come nearer`(
        _ engine: TestEngine
    ) async throws {
        try await withWaves(engine) { here in
            let people = try await here.teachers(3, in: 0)
            let id = try await here.plan("start", "2013-09-03", "2013-09-20")
            try await here.turn()
            try await here.work.write { try $0.execute("UPDATE messages SET state = 'sent', body = ''") }
            try await here.handIn(id, people[0])
            try await here.consent(people[1], "no", "evaluation", at: 1)
            try await here.consent(people[1], "no", "own-development", at: 1)
            try await move(id, to: "2013-09-27", here)
            try await here.turn()
            #expect(try await here.texts(Self.letters).count == 3)
            try await move(id, to: "2013-09-13", here)
            try await here.turn()
            try await here.turn()
            #expect(
                try await here.texts(Self.letters).dropFirst(3)
                    == ["teacher-0-2@example.org Ny sista svarsdag: Del 1 13"])
            // It waits still; moved once more, it says the day that holds.
            try await move(id, to: "2013-09-20", here)
            try await here.turn()
            #expect(
                try await here.texts(Self.letters).dropFirst(3)
                    == ["teacher-0-2@example.org Ny sista svarsdag: Del 1 20"])
            try await here.handIn(id, people[2])
            let wave = try await here.wave(id)
            let person = people[2]
            try await here.work.write { try WaveLetters.withdraw($0, wave, for: person) }
            #expect(try await here.texts(Self.letters).count == 3)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the new day waits for the morning`(_ engine: TestEngine) async throws {
        try await withWaves(engine) { here in
            try await here.teachers(1, in: 0)
            let id = try await here.plan("start", "2013-09-03", "2013-09-20")
            try await here.turn()
            try await here.work.write { try $0.execute("UPDATE messages SET state = 'sent', body = ''") }
            // Eleven in the evening.
            here.clock.pass(hours: 13)
            try await move(id, to: "2013-09-13", here)
            let due = try await here.number("SELECT due_at FROM messages WHERE state = 'waiting'")
            #expect(Int64(due) > here.clock.now + 6 * 3_600_000)
        }
    }

    @Test func `days are told in words that are true of each wave`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.addQuestionnaire()
            let browser = try await web.be("programledare@example.org")
            let wave = try await web.openWave()
            #expect(
                try await browser.get(wave).body.contains("12\u{A0}juni\u{A0}2015 – 26\u{A0}juni\u{A0}2015"))
            _ = try await browser.post(wave + "/closing")
            #expect(
                try await browser.get(wave).body.contains(
                    "från 12\u{A0}juni\u{A0}2015, stängde 12\u{A0}juni\u{A0}2015"))
        }
        try await withDemo(.sqlite) { web in
            let list = "/programmes/\(try await web.register().programme)/waves"
            let page = try await web.be("programledare@example.org").get(list)
            #expect(page.body.contains("började 28\u{A0}aug\u{A0}2013"))
            #expect(!page.body.contains("från 28\u{A0}aug"))
        }
    }
}
