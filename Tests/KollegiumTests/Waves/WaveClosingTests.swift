import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct WaveClosingTests {
    @Test(arguments: TestEngine.allCases)
    func `what is handed in counts from the closing on, once for all`(_ engine: TestEngine) async throws {
        try await withWaves(engine) { here in
            let people = try await here.teachers(6, in: 0)
            let id = try await here.plan("start", "", "2013-09-20")
            try await here.open(id)
            for person in people.prefix(5) { try await here.handIn(id, person) }
            try await here.handIn(id, people[5], isDone: false)
            try await here.consent(people[0], "no", at: 1)
            try await here.consent(people[1], "no", at: 1)
            try await here.consent(people[1], "yes", at: 2)
            // At one moment the later row is the later word.
            try await here.consent(people[2], "yes", at: 5)
            try await here.consent(people[2], "no", at: 5)
            try await here.consent(people[3], "no", "research", at: 1)
            #expect(try await here.number("SELECT sum(counted) FROM sheets") == 0)
            let programme = here.small.key
            let closed = { (day: Day) in
                try await here.work.read {
                    try QuestionnaireStore(db: $0).closedParts(of: programme, by: day)
                }
            }
            let wave = try await here.wave(id)
            #expect(try await closed(here.clock.today).isEmpty)
            here.clock.pass(days: 2)
            try await here.close(id)
            let at = here.clock.now
            #expect(try await closed(here.clock.today) == [wave.part])
            let counted = "SELECT CAST(person_id AS text) FROM sheets WHERE counted = 1 ORDER BY person_id"
            let expected = [people[1], people[3], people[4]].map { "\($0)" }
            #expect(try await here.texts(counted) == expected)
            here.clock.pass(days: 1)
            // Closing again, or another word later, moves nothing.
            try await here.consent(people[1], "no", at: 9)
            try await here.consent(people[0], "yes", at: 9)
            try await here.close(id)
            #expect(try await here.texts(counted) == expected)
            let after = try await here.wave(id)
            #expect(after.closedAt == at && after.closes?.description == "2013-09-05")
            #expect(after.state(on: here.clock.today) == .closed && !after.isOpen(on: here.clock.today))
            await #expect(throws: FormRefusal.self) {
                let (wave, act) = (after, here.act)
                try await here.work.write {
                    try WaveStore(db: $0).move(wave, to: WaveDays(wave), by: act)
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func `what was answered before this place opened keeps counting`(
        _ engine: TestEngine
    ) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            #expect(try await place.witness("SELECT DISTINCT counted FROM sheets") == ["1"])
        }
    }
}
