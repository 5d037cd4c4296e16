import Testing

@testable import Measures

/// The figures are what one gets by going through the days one by one.
@Suite struct ContinuityPropertyTests {
    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func `a random course comes to what its days say`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let course = course(&random)
        let study = days(&random)
        let term = days(&random)
        let figures = TermContinuity(course, term: term, study: study)

        let common = term.filter(study.contains)
        func members(on day: Int) -> Set<Int64> {
            Set(course.memberships.filter { day >= $0.from && day < $0.to ?? .max }.map(\.person))
        }
        let ever = common.reduce(into: Set<Int64>()) { $0.formUnion(members(on: $1)) }
        guard let first = common.first, let last = common.last, !ever.isEmpty else {
            #expect(figures == nil)
            return
        }
        #expect(figures?.members.atStart == members(on: first).count)
        #expect(figures?.members.atEnd == members(on: last).count)
        #expect(figures?.members.joined == ever.subtracting(members(on: first)).count)
        #expect(figures?.members.left == ever.subtracting(members(on: last)).count)

        let meetings = term.flatMap { day in course.meetings.filter { $0.day == day } }
        let held = meetings.filter { $0.status == .held }
        #expect(figures?.meetings.planned == meetings.count)
        #expect(figures?.meetings.held == held.count)
        #expect(figures?.meetings.cancelled == meetings.filter { $0.status == .cancelled }.count)
        #expect(figures?.meetings.minutesHeld == held.map(\.plannedMinutes).reduce(0, +))
        #expect(figures?.meetings.longestGapDays == longestGap(held.map(\.day)))
        #expect(figures?.meetings.attendance.present == held.map(\.attendance.present).reduce(0, +))
        #expect(figures?.meetings.attendance.absent == held.map(\.attendance.absent).reduce(0, +))
        #expect(figures?.meetings.attendance.excused == held.map(\.attendance.excused).reduce(0, +))

        let showings = (0...term.upperBound).flatMap { day in course.showings.filter { $0.day == day } }
        #expect(figures?.practiceShown.first == showings.first?.day)
        #expect(figures?.practiceShown.people == Set(showings.map(\.person)).count)
        #expect(
            figures?.leaderFeedback
                == term.map { day in course.leaderFeedback.filter { $0 == day }.count }.reduce(0, +))
    }

    /// Waits day by day from the first held meeting to the last.
    private func longestGap(_ days: [Int]) -> Int? {
        guard days.count > 1, let first = days.min(), let last = days.max() else { return nil }
        var longest = 0
        var waited = 0
        for day in (first...last).dropFirst() {
            waited += 1
            guard days.contains(day) else { continue }
            longest = max(longest, waited)
            waited = 0
        }
        return longest
    }

    private func days(_ random: inout SeededRandom) -> ClosedRange<Int> {
        let first = Int.random(in: 0...30, using: &random)
        return first...Int.random(in: first...40, using: &random)
    }

    private func course(_ random: inout SeededRandom) -> TeamCourse {
        func day() -> Int { Int.random(in: 0...45, using: &random) }
        func person() -> Int64 { Int64.random(in: -3...4, using: &random) }
        func times() -> Range<Int> { 0..<Int.random(in: 0...6, using: &random) }
        var course = TeamCourse()
        course.memberships = times().map { _ in
            let from = day()
            let to = Bool.random(using: &random) ? Int.random(in: (from + 1)...47, using: &random) : nil
            return .init(person: person(), from: from, to: to)
        }
        course.meetings = (times().map { _ in day() } + times().map { _ in day() }).map {
            .init(
                day: $0, status: MeetingStatus.allCases.randomElement(using: &random) ?? .held,
                plannedMinutes: Int.random(in: 1...240, using: &random),
                attendance: .init(present: times().count, absent: times().count, excused: times().count))
        }
        course.showings = times().map { _ in .init(day: day(), person: person()) }
        course.leaderFeedback = times().map { _ in day() }
        return course
    }
}
