/// A team's meetings in a stretch of days, counted.
public struct MeetingTally: Sendable, Equatable {
    /// All of them, whatever became of them.
    public private(set) var planned = 0
    public private(set) var held = 0
    public private(set) var cancelled = 0
    /// The planned minutes of those held.
    public private(set) var minutesHeld = 0
    /// The longest step, in days, from one held meeting to the next; 0 where all were on the same day, nil
    /// where fewer than two were held. What lies before the first and after the last does not count.
    public let longestGapDays: Int?
    /// Everybody's attendance of those held, one count for a person and meeting.
    public private(set) var attendance = AttendanceTally()

    public init(_ meetings: [TeamCourse.Meeting], in days: ClosedRange<Int>) {
        var heldOn: [Int] = []
        for meeting in meetings where days.contains(meeting.day) {
            planned += 1
            switch meeting.status {
            case .planned: break
            case .cancelled: cancelled += 1
            case .held:
                held += 1
                minutesHeld += meeting.plannedMinutes
                attendance += meeting.attendance
                heldOn.append(meeting.day)
            }
        }
        heldOn.sort()
        longestGapDays = zip(heldOn, heldOn.dropFirst()).map { $1 - $0 }.max()
    }
}
