import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct WaveClockTests {
    @Test(arguments: TestEngine.allCases) func `a wave opens on its day, closes after its last, by itself`(
        _ engine: TestEngine
    ) async throws {
        try await withWaves(engine) { here in
            try await here.teachers(1, in: 0)
            let id = try await here.plan("start", "2013-09-05", "2013-09-06")
            let byHand = try await here.plan("middle")
            var states: [WaveState] = []
            for _ in 0..<6 {
                // Twice is once.
                try await here.turn()
                try await here.turn()
                states.append(try await here.wave(id).state(on: here.clock.today))
                here.clock.pass(days: 1)
            }
            #expect(states == [.planned, .planned, .open, .open, .closed, .closed])
            let wave = try await here.wave(id)
            #expect(wave.opens?.description == "2013-09-05" && wave.closes?.description == "2013-09-07")
            #expect(try await here.wave(byHand).openedAt == nil)
            #expect(
                try await here.texts(
                    "SELECT actor || ' ' || verb FROM activity WHERE thing = 'wave' ORDER BY id")
                    == ["person planned", "person planned", "clock opened", "clock closed"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a server that was away opens late, and not what is over`(_ engine: TestEngine) async throws {
        try await withWaves(engine) { here in
            let late = try await here.plan("start", "2013-09-05", "2013-09-20")
            let over = try await here.plan("middle", "2013-09-05", "2013-09-06")
            here.clock.pass(days: 6)
            try await here.turn()
            #expect(try await here.wave(late).opens == here.clock.today)
            #expect(try await here.wave(over).state(on: here.clock.today) == .missed)
            here.clock.pass(days: 60)
            try await here.turn()
            let wave = try await here.wave(late)
            // It took no answers since its last day, however late that is noted.
            #expect(wave.closedAt == here.clock.now && wave.closes?.description == "2013-09-21")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nothing happens by itself in an imported programme`(_ engine: TestEngine) async throws {
        try await withWaves(engine) { here in
            let id = try await here.plan("start", "2013-09-03")
            let other = try await here.plan("middle", "2013-09-03")
            try await here.work.write {
                try $0.execute("UPDATE programmes SET origin = 'imported', taken_over_at = NULL")
            }
            try await here.turn()
            for wave in [id, other] { #expect(try await here.wave(wave).openedAt == nil) }
        }
    }

    @Test(arguments: TestEngine.allCases) func `two processes open and close a wave once`(
        _ engine: TestEngine
    )
        async throws
    {
        try await withWaves(engine) { here in
            let people = try await here.teachers(8, in: 0)
            let id = try await here.plan("start", "2013-09-03", "2013-09-10")
            let both = {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<2 {
                        group.addTask {
                            let own = try await Database(here.work.place.location)
                            try await WaveClock(site: here.site(own)).turn()
                            try await own.close()
                        }
                    }
                    try await group.waitForAll()
                }
            }
            try await both()
            for person in people { try await here.handIn(id, person) }
            here.clock.pass(days: 9)
            try await both()
            #expect(
                try await here.texts("SELECT verb FROM activity WHERE thing = 'wave' ORDER BY id") == [
                    "planned", "opened", "closed",
                ])
            #expect(try await here.number("SELECT sum(counted) FROM sheets") == 8)
        }
    }
}
