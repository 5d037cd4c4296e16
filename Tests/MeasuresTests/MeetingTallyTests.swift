import Measures
import Testing

/// The days are 100 to 120, first and last among them.
@Suite struct MeetingTallyTests {
    private func tally(_ meetings: [(day: Int, status: MeetingStatus)]) -> MeetingTally {
        MeetingTally(
            meetings.map {
                .init(
                    day: $0.day, status: $0.status, plannedMinutes: 45,
                    attendance: .init(present: 3, absent: 2, excused: 1))
            }, in: 100...120)
    }

    @Test func `all meetings were planned, whatever became of them`() {
        let tally = tally([
            (100, .held), (105, .cancelled), (110, .planned), (111, .cancelled), (120, .held), (119, .held),
        ])
        #expect(tally.planned == 6)
        #expect(tally.held == 3)
        #expect(tally.cancelled == 2)
        #expect(tally.minutesHeld == 135)
        #expect(tally.attendance == AttendanceTally(present: 9, absent: 6, excused: 3))
    }

    @Test func `the day before and the day after are another term's`() {
        let tally = tally([(99, .held), (121, .held), (99, .cancelled)])
        #expect(tally == self.tally([]))
        #expect(tally.planned == 0)
        #expect(tally.attendance.share == nil)
    }

    @Test(
        arguments: [
            ([], nil), ([105], nil), ([105, 105], 0), ([105, 105, 105], 0), ([100, 120], 20),
            ([120, 100], 20), ([100, 107, 120], 13), ([120, 107, 100, 107], 13), ([100, 101, 102], 1),
            ([99, 101, 103, 140], 2),
        ] as [([Int], Int?)])
    func `the longest gap is the longest step between the days of held meetings`(days: [Int], gap: Int?) {
        #expect(tally(days.map { ($0, .held) }).longestGapDays == gap)
    }

    @Test func `a meeting that was not held does not shorten a gap`() {
        #expect(tally([(100, .held), (110, .cancelled), (115, .planned), (120, .held)]).longestGapDays == 20)
        #expect(tally([(100, .held), (110, .cancelled)]).longestGapDays == nil)
    }
}
