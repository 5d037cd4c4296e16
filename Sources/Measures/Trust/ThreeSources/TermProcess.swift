/// What a term shows by itself: meetings, attendance and what happened to the team's frame.
public struct TermProcess: Sendable, Equatable {
    /// The term's meetings as far as they lie behind, whatever became of them.
    public var planned: Int
    public var held: Int
    /// Of the held meetings.
    public var attendance: AttendanceTally
    /// How many times leaders gave feedback in the term.
    public var leaderFeedback: Int
    /// Days in the term on which the organisation was said to be unresolved.
    public var unresolved: [Int]
    /// What stands of splits, exemptions and reductions at the end of the term.
    public var standing: [FrameChange]

    public init(
        planned: Int = 0, held: Int = 0, attendance: AttendanceTally = AttendanceTally(),
        leaderFeedback: Int = 0,
        unresolved: [Int] = [], standing: [FrameChange] = []
    ) {
        self.planned = planned
        self.held = held
        self.attendance = attendance
        self.leaderFeedback = leaderFeedback
        self.unresolved = unresolved
        self.standing = standing
    }
}

/// A change of who is in the team or how much it may do.
public struct FrameChange: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case split = "team-split"
        case exemption = "individual-exemption"
        case reduction = "frame-reduced"
    }

    public let kind: Kind
    public let day: Int

    public init(kind: Kind, day: Int) {
        self.kind = kind
        self.day = day
    }

    /// What stands on the last of the days of a term: a split until the team is merged again; an exemption or a
    /// reduction for good, unless it was agreed jointly who is not to take part. An agreement covers what came before
    /// it and what comes in the same term, not what is decided later.
    ///
    /// - Parameters:
    ///   - changes: All of the team's, up to that day.
    ///   - merged: The days on which the team was merged.
    ///   - agreed: For each joint agreement up to that day the last day of the term it was made in.
    public static func standing(_ changes: [FrameChange], merged: [Int], agreed: [Int]) -> [FrameChange] {
        changes.filter { change in
            switch change.kind {
            case .split: !merged.contains { $0 > change.day }
            case .exemption, .reduction: !agreed.contains { $0 >= change.day }
            }
        }
    }
}
