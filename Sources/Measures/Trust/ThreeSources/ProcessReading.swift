/// What the process itself says of one form of trust in one term. Collegial trust has none: nothing in meetings or
/// attendance shows it.
public struct ProcessReading: Sendable, Equatable {
    public enum Reason: String, Sendable, CaseIterable {
        case meetingsHeld = "meetings-held"
        case heldWithoutFeedback = "meetings-held-without-feedback"
        case mostlyHeld = "meetings-mostly-held"
        case tooFewHeld = "meetings-too-few-held"
        case noMeetings = "meetings-none-planned"
        case attendanceHigh = "attendance-high"
        case attendanceInReducedFrame = "attendance-high-in-reduced-frame"
        case attendanceEnough = "attendance-enough"
        case attendanceLow = "attendance-low"
        case noAttendance = "attendance-not-noted"
    }

    /// Nil: insufficient.
    public let level: TrustLevel?
    public let reason: Reason

    static let highPercent = 85
    static let enoughPercent = 65
    /// Shares in per cent at which a level begins.
    public static let borders = [highPercent, enoughPercent]
    /// Fewer rows than this would tell of one or two people.
    static let fewestRows = 3

    init?(_ form: TrustForm, _ process: TermProcess) {
        switch form {
        case .process:
            guard process.planned > 0 else {
                (level, reason) = (nil, .noMeetings)
                return
            }
            if process.held * 100 >= process.planned * Self.highPercent {
                (level, reason) =
                    process.leaderFeedback > 0 ? (.high, .meetingsHeld) : (.enough, .heldWithoutFeedback)
            } else if process.held * 100 >= process.planned * Self.enoughPercent {
                (level, reason) = (.enough, .mostlyHeld)
            } else {
                (level, reason) = (.low, .tooFewHeld)
            }
        case .collective:
            let (present, all) = (
                process.attendance.present, process.attendance.present + process.attendance.absent
            )
            guard all >= Self.fewestRows else {
                (level, reason) = (nil, .noAttendance)
                return
            }
            if present * 100 >= all * Self.highPercent {
                (level, reason) =
                    process.standing.isEmpty ? (.high, .attendanceHigh) : (.enough, .attendanceInReducedFrame)
            } else if present * 100 >= all * Self.enoughPercent {
                (level, reason) = (.enough, .attendanceEnough)
            } else {
                (level, reason) = (.low, .attendanceLow)
            }
        case .collegial: return nil
        }
    }
}

/// One thing in the process that could be otherwise.
public enum ProcessChange: Sendable, Hashable {
    /// So many of the meetings held, out of those planned; none planned is told as 0 of 0.
    case meetingsHeld(Int, of: Int)
    /// Leaders give feedback, or gave none.
    case leaderFeedback(Bool)
    /// The organisation of the term is settled.
    case organisationResolved
    /// Attendance reaches, or falls below, so many per cent.
    case attendance(percent: Int, reaches: Bool)
    /// What stands of the kind is over, or is agreed jointly.
    case lifted(FrameChange.Kind)

    /// Those that are nearest on each question, upwards and downwards.
    static func candidates(_ form: TrustForm, _ process: TermProcess) -> [ProcessChange] {
        let borders = ProcessReading.borders
        switch form {
        case .collegial: return []
        case .process:
            let meetings = borders.flatMap { border -> [ProcessChange] in
                let enough = (process.planned * border + 99) / 100
                return [enough, enough - 1].filter {
                    (0...process.planned).contains($0) && $0 != process.held
                }
                .filter { ($0 >= enough) != (process.held >= enough) }
                .map { .meetingsHeld($0, of: process.planned) }
            }
            return meetings + [.leaderFeedback(process.leaderFeedback == 0)]
                + (process.unresolved.isEmpty ? [] : [.organisationResolved])
        case .collective:
            let (present, all) = (
                process.attendance.present, process.attendance.present + process.attendance.absent
            )
            let attendance = borders.map { border in
                ProcessChange.attendance(percent: border, reaches: present * 100 < all * border)
            }
            let kinds = FrameChange.Kind.allCases.filter { kind in
                process.standing.contains { $0.kind == kind }
            }
            return (all < ProcessReading.fewestRows ? [] : attendance) + kinds.map { .lifted($0) }
        }
    }
}

extension TermProcess {
    /// As it would be after the change.
    func with(_ change: ProcessChange) -> TermProcess {
        var other = self
        switch change {
        case .meetingsHeld(let held, _): other.held = held
        case .leaderFeedback(let given): other.leaderFeedback = given ? 1 : 0
        case .organisationResolved: other.unresolved = []
        case .attendance(let percent, let reaches):
            let all = attendance.present + attendance.absent
            let enough = (all * percent + 99) / 100
            other.attendance.present = reaches ? enough : enough - 1
            other.attendance.absent = all - other.attendance.present
        case .lifted(let kind): other.standing.removeAll { $0.kind == kind }
        }
        return other
    }
}
