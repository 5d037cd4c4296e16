import Measures
import Testing

/// The study goes from day 100 to day 200.
@Suite struct TermContinuityTests {
    private static let study = 100...200

    private func course(_ change: (inout TeamCourse) -> Void = { _ in }) -> TeamCourse {
        var course = TeamCourse()
        course.memberships = [.init(person: 1, from: 1, to: nil)]
        change(&course)
        return course
    }

    private func held(_ days: Int...) -> [TeamCourse.Meeting] {
        days.map { .init(day: $0, status: .held, plannedMinutes: 60, attendance: .init(present: 1)) }
    }

    @Test func `members are those of the days that are both the term's and the study's`() throws {
        let course = course {
            $0.memberships += [
                .init(person: 2, from: 1, to: 100), .init(person: 3, from: 1, to: 101),
                .init(person: 4, from: 201, to: nil), .init(person: 5, from: 200, to: nil),
            ]
        }
        let long = try #require(TermContinuity(course, term: 50...250, study: Self.study)).members
        #expect([long.atStart, long.atEnd, long.joined, long.left] == [2, 2, 1, 1])
        let first = try #require(TermContinuity(course, term: 50...100, study: Self.study)).members
        #expect([first.atStart, first.atEnd, first.joined, first.left] == [2, 2, 0, 0])
        let last = try #require(TermContinuity(course, term: 200...250, study: Self.study)).members
        #expect([last.atStart, last.atEnd, last.joined, last.left] == [2, 2, 0, 0])
    }

    @Test(arguments: [1...99, 201...300])
    func `a term outside the study has no figures`(term: ClosedRange<Int>) {
        #expect(TermContinuity(course(), term: term, study: Self.study) == nil)
        #expect(TermContinuity(course(), term: term, study: 1...300) != nil)
    }

    @Test func `meetings and feedback are the term's by its own days`() throws {
        let course = course {
            $0.meetings = held(49, 50, 90, 150, 250, 251)
            $0.leaderFeedback = [49, 50, 150, 150, 250, 251]
        }
        let long = try #require(TermContinuity(course, term: 50...250, study: Self.study))
        #expect(long.meetings.held == 4)
        #expect(long.meetings.longestGapDays == 100)
        #expect(long.leaderFeedback == 4)
    }

    @Test func `shown practice is everything up to the term's last day`() throws {
        let course = course {
            $0.showings = [
                .init(day: 160, person: 2), .init(day: 20, person: 1), .init(day: 250, person: 3),
                .init(day: 170, person: 1), .init(day: 251, person: 4),
            ]
        }
        func shown(_ term: ClosedRange<Int>) throws -> PracticeShown {
            try #require(TermContinuity(course, term: term, study: Self.study)).practiceShown
        }
        #expect(try shown(100...159).people == 1)
        #expect(try shown(100...159).first == 20)
        #expect(try shown(100...160).people == 2)
        // The term ends after the study, and so does what it looks at.
        #expect(try shown(180...250).people == 3)
        #expect(try shown(180...250).first == 20)
    }

    @Test func `a team that has only members has noughts and nothing else`() throws {
        let bare = try #require(TermContinuity(course(), term: 120...150, study: Self.study))
        #expect(bare.meetings == MeetingTally([], in: 120...150))
        #expect(bare.meetings.longestGapDays == nil)
        #expect(bare.practiceShown.first == nil)
        #expect(bare.practiceShown.people == 0)
        #expect(bare.leaderFeedback == 0)
    }

    @Test func `meetings without members do not make an entry`() {
        var course = TeamCourse()
        course.meetings = held(120, 130)
        course.leaderFeedback = [125]
        #expect(TermContinuity(course, term: 100...150, study: Self.study) == nil)
    }
}
