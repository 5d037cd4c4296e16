import Foundation
import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// Reports of some teams, as of a day.
@Suite struct SelectionTests {
    static let late = Day(year: 2015, month: 12, day: 1)

    @Test(arguments: TestEngine.allCases)
    func `one team's reading is the whole programme's entry for that team`(_ engine: TestEngine) async throws
    {
        try await withExample(engine) { db, study in
            let day = try #require(Self.late)
            let all = Selection(teams: .all, through: day)
            let outcome = try OutcomeReading.read(db, study, all)
            let change = try ChangeReading.read(db, study, all)
            let continuity = try ContinuityReport.read(db, study, all, keepingCourses: true)
            let teams = try TeamStore(db: db).names(of: study.programme)
            try #require(teams.count == 5)
            let page = Selection(teams: .page(teams.map(\.key)), through: day)
            let paged = try OutcomeReading.read(db, study, page)
            #expect(paged.report.json == outcome.report.json)
            for team in teams {
                let one = Selection(teams: .one(team.key), through: day)
                let own = (
                    outcome: try OutcomeReading.read(db, study, one).report.entries,
                    change: try ChangeReading.read(db, study, one).report.entries,
                    continuity: try ContinuityReport.read(db, study, one, keepingCourses: true).teams
                )
                #expect(
                    own.outcome.map { "\($0)" }
                        == outcome.report.entries.filter { $0.team.key == team.key }.map { "\($0)" })
                #expect(
                    own.change.map { "\($0)" }
                        == change.report.entries.filter { $0.team.key == team.key }.map { "\($0)" })
                #expect(
                    own.continuity.map { "\($0)" }
                        == continuity.teams.filter { $0.name.key == team.key }.map { "\($0)" })
            }
            #expect(outcome.report.entries.contains { $0.outcome.reported })
            #expect(change.report.entries.contains { $0.change != nil })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `with no rules but the format's, and no day, a reading is the command line's report`(
        _ engine: TestEngine
    ) async throws {
        try await withExample(engine) { db, study in
            let outcome = try OutcomeReading.read(db, study, .everything, in: .byCode, rules: .format)
            let change = try ChangeReading.read(db, study, .everything, in: .byCode, rules: .format)
            let known = (try OutcomeReport.read(db, study), try ChangeReport.read(db, study))
            #expect(outcome.report.json == known.0.json)
            #expect(change.report.json == known.1.json)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what comes later than the day is not there yet`(_ engine: TestEngine) async throws {
        try await withExample(engine) { db, study in
            func parts(_ day: String) throws -> Int {
                let day = try #require(Day(day))
                return try QuestionnaireStore(db: db).closedParts(of: study.programme, by: day).count
            }
            let before = try parts("2013-08-28")
            #expect(before == 0)
            let last = try #require(
                try db.one("SELECT max(submitted) FROM sheets", as: { try $0.day(0) }))
            let next = try #require(Day(number: last.number + 1))
            let (then, after) = (try parts(last.description), try parts(next.description))
            #expect(then < after)
            let day = try #require(Day("2014-03-01"))
            let report = try ContinuityReport.read(db, study, Selection(teams: .all, through: day))
            #expect(report.terms.map(\.code) == ["VT2013", "HT2013", "VT2014"])
            #expect(report.terms.last?.to == day)
            let whole = try ContinuityReport.read(db, study)
            for (team, later) in zip(report.teams, whole.teams) {
                let own = team.terms.last?.continuity.meetings.planned ?? 0
                let term = later.terms.first { whole.terms[$0.index].code == "VT2014" }
                #expect(own <= term?.continuity.meetings.planned ?? 0)
            }
            #expect(report.teams.contains { $0.coming > 0 })
        }
    }
}

/// The five-team example, held by an engine, for one reading transaction.
func withExample(
    _ engine: TestEngine, _ bundle: TestBundle? = nil, _ code: String = "five-schools",
    _ body: @escaping @Sendable (Session, Study) throws -> Void
) async throws {
    let bundle = try bundle ?? .fiveSchools()
    try await withPlace(engine) { place in
        try await place.holding(bundle)
        let database = try await Database(place.location)
        try await database.read { db in
            let study = try #require(try StudyStore(db: db).study(code))
            try body(db, study)
        }
        try await database.close()
    }
}
