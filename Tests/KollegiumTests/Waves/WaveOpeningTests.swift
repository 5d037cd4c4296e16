import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct WaveOpeningTests {
    @Test(arguments: TestEngine.allCases) func `a wave is planned, opened once and never planned away`(
        _ engine: TestEngine
    ) async throws {
        try await withWaves(engine) { here in
            let id = try await here.plan("start", "2013-09-10", "20 sep 2013")
            var wave = try await here.wave(id)
            #expect(wave.state(on: here.clock.today) == .planned && !wave.isOpen(on: here.clock.today))
            #expect(wave.opens?.description == "2013-09-10" && wave.closes?.description == "2013-09-21")
            #expect(wave.lastDay?.description == "2013-09-20")
            try await here.open(id)
            let first = here.clock.now
            here.clock.pass(hours: 1)
            try await here.open(id)
            wave = try await here.wave(id)
            // By hand it opens today, whatever was planned.
            #expect(wave.openedAt == first && wave.opens == here.clock.today)
            #expect(wave.isOpen(on: here.clock.today))
            #expect(
                try await here.texts("SELECT verb FROM activity WHERE thing = 'wave' ORDER BY id") == [
                    "planned", "opened",
                ])
            let opened = wave
            let refused = try await here.work.refusals { try WaveStore(db: $0).unplan(opened, by: $1) }
            #expect(refused[""]?.contains("har öppnat") == true)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a part has one wave, and one that people have answered has none`(_ engine: TestEngine)
        async throws
    {
        try await withWaves(engine) { here in
            let id = try await here.plan()
            let programme = here.small.key
            let codes = try await here.work.read {
                try WaveStore(db: $0).withoutWave(of: programme).map(\.name.code)
            }
            #expect(codes == ["middle", "end"])
            let again = try await here.work.refusals { db, act in
                _ = try WaveStore(db: db).plan("start", WaveDays(), in: programme, by: act)
            }
            #expect(again["part"] != nil)
            let wave = try await here.wave(id)
            try await here.work.write { [act = here.act] in try WaveStore(db: $0).unplan(wave, by: act) }
            #expect(try await here.number("SELECT count(*) FROM waves") == 0)
            _ = try await here.plan()
        }
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let database = try await Database(place.location)
            let left = try await database.read { db in
                try WaveStore(db: db).withoutWave(
                    of: try #require(try StudyStore(db: db).study("small")).programme
                )
                .filter { !$0.isAnswered }.map(\.name.code)
            }
            #expect(left == [])
            try await database.close()
        }
    }

    @Test func `days that cannot be are told at their fields, all at once`() throws {
        let today = try #require(Day("2013-09-03"))
        func flaws(_ opens: String, _ last: String, opened: String? = nil) -> [String] {
            WaveDays(opens: opens, lastDay: last).examined(today: today, opened: opened.flatMap { Day($0) })
                .problems.all.map(\.field)
        }
        #expect(flaws("", "") == [] && flaws("2013-09-03", "2013-09-03") == [])
        #expect(flaws("2013-09-02", "i vår") == ["opens", "lastDay"])
        #expect(flaws("2013-09-10", "2013-09-09") == ["lastDay"])
        #expect(flaws("", "2013-09-02") == ["lastDay"])
        #expect(flaws("never", "2013-09-03", opened: "2013-09-01") == [])
        #expect(flaws("", "2013-09-02", opened: "2013-09-01") == ["lastDay"])
    }

    @Test(arguments: TestEngine.allCases, [("short", 15), ("in-turn", 10), ("full", 30)])
    func `opening takes over what the study has decided, and later changes do not reach it`(
        _ engine: TestEngine, _ setting: (name: String, count: Int)
    ) async throws {
        try await withWaves(engine) { here in
            let (act, programme) = (here.act, here.small.key)
            let study = try #require(
                try await here.work.read { try StudyStore(db: $0).study(ofProgramme: programme) })
            let id = try await here.plan()
            func set(_ trust: String, _ paging: String) async throws {
                try await here.work.write { db in
                    var draft = WaveFormDraft(try WaveStore(db: db).form(ofStudy: study.key))
                    draft.trustItems = trust
                    draft.paging = paging
                    try WaveStore(db: db).setForm(draft, of: study, by: act)
                }
            }
            try await set(setting.name, "whole")
            try await here.open(id)
            try await set("full", "sections")
            let wave = try await here.wave(id)
            #expect(wave.form.trustItems.rawValue == setting.name && wave.form.paging == .whole)
            let asked = try await here.work.read { try QuestionnaireStore(db: $0).asked(wave.part) }
            #expect(asked.questions.count { $0.form != nil } == setting.count)
            // What is no question of trust is always asked, and other waves are as they were.
            #expect(asked.questions.contains { $0.code == "words" })
            #expect(
                try await here.number("SELECT count(*) FROM part_items WHERE form IS NOT NULL")
                    == 60 + setting.count)
        }
    }

    @Test(arguments: TestEngine.allCases) func `what makes no sense is refused, and nothing is changed`(
        _ engine: TestEngine
    ) async throws {
        try await withWaves(engine) { here in
            let late = try await here.plan("start", "", "2013-09-04")
            let empty = try await here.plan("middle")
            here.clock.pass(days: 3)
            let before = try await here.work.place.dump()
            await #expect(throws: FormRefusal.self) { try await here.open(late) }
            await #expect(throws: FormRefusal.self) { try await here.close(late) }
            #expect(try await here.work.place.dump() == before)
            try await here.work.write {
                try $0.execute(
                    "DELETE FROM part_items WHERE part_id IN (SELECT id FROM parts WHERE code = 'middle')")
            }
            await #expect(throws: FormRefusal.self) { try await here.open(empty) }
            #expect(try await here.wave(empty).openedAt == nil)
            let wave = try await here.wave(late)
            let stale = try await here.work.refusals { db, act in
                try WaveStore(db: db).move(
                    wave, to: WaveDays(lastDay: "2013-10-01", basis: "x"), by: act)
            }
            #expect(stale[""]?.contains("Någon har ändrat") == true)
        }
    }

    @Test(arguments: TestEngine.allCases) func `an open wave's last day can be moved, a closed one's not`(
        _ engine: TestEngine
    ) async throws {
        try await withWaves(engine) { here in
            let id = try await here.plan("start", "", "2013-09-05")
            try await here.open(id)
            here.clock.pass(days: 1)
            let wave = try await here.wave(id)
            let (act, days) = (
                here.act, WaveDays(opens: "2001-01-01", lastDay: "2013-09-30", basis: WaveDays(wave).basis)
            )
            try await here.work.write { try WaveStore(db: $0).move(wave, to: days, by: act) }
            let moved = try await here.wave(id)
            #expect(moved.opens == wave.opens && moved.lastDay?.description == "2013-09-30")
            try await here.close(id)
            let closed = try await here.wave(id)
            let refused = try await here.work.refusals {
                try WaveStore(db: $0).move(closed, to: WaveDays(closed), by: $1)
            }
            #expect(refused[""]?.contains("stängd") == true)
        }
    }
}
