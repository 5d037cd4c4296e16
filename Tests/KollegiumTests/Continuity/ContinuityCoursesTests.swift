import Foundation
import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// What is kept beside the figures for those who draw a team's time.
@Suite struct ContinuityCoursesTests {
    private func report(_ place: Place, keepingCourses: Bool) async throws -> ContinuityReport {
        var options = Database.Options()
        options.readOnly = true
        let database = try await Database(place.location, options: options)
        let report = try await database.read { db in
            let study = try #require(try StudyStore(db: db).study("awkward"))
            return try ContinuityReport.read(db, study, keepingCourses: keepingCourses)
        }
        try await database.close()
        return report
    }

    @Test(arguments: TestEngine.allCases)
    func `a team's meetings and events are kept by day, if asked for`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(AwkwardTerms.bundle)
            let report = try await report(place, keepingCourses: true)
            #expect(report.terms.map(\.code) == ["before", "autumn", "spring", "late", "last day", "after"])
            #expect(report.teams.map(\.name.code) == ["T1", "t10", "t2", "å"])
            let course = try #require(report.teams[2].course)
            #expect(
                course.meetings.map { "\($0.day) \($0.kind) \($0.status) \($0.plannedMinutes)" } == [
                    "2013-08-20 training held 60", "2013-10-01 supervision cancelled 120",
                    "2013-10-15 supervision planned 120", "2013-12-20 supervision held 90",
                    "2013-12-20 supervision held 30", "2013-12-21 supervision held 30",
                    "2014-01-10 supervision held 45", "2014-05-02 supervision held 45",
                    "2014-05-02 supervision held 45", "2014-06-10 leader-dialogue held 45",
                ])
            #expect(
                course.meetings[0...2].map(\.attendance) == [
                    AttendanceTally(present: 2, absent: 1), AttendanceTally(present: 1),
                    AttendanceTally(absent: 1),
                ])
            #expect(course.meetings[3].attendance == AttendanceTally(present: 1, excused: 1))
            #expect(
                course.events.map { "\($0.day) \($0.kind)" } == [
                    "2013-08-01 practice-shown", "2013-08-19 leader-feedback", "2013-12-20 leader-feedback",
                    "2013-12-20 leader-feedback", "2013-12-20 practice-shown", "2013-12-21 leader-feedback",
                    "2014-02-01 practice-shown", "2014-05-30 note", "2014-05-31 leader-feedback",
                    "2014-06-05 practice-shown", "2014-09-01 practice-shown",
                ])
            #expect(report.teams[1].course?.meetings.isEmpty == true)
            #expect(report.teams[1].ended == Day("2013-11-30"))
            #expect(report.teams[2].ended == nil)
        }
    }

    @Test func `courses change no figure, and are not there unless asked for`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(AwkwardTerms.bundle)
            let bare = try await report(place, keepingCourses: false)
            let full = try await report(place, keepingCourses: true)
            #expect(bare.teams.allSatisfy { $0.course == nil })
            #expect(bare.json == full.json)
        }
    }
}
