/// How a team's work held together in one term: how often it met, who was there, who came and left, whether
/// practice was shown and leaders answered.
///
/// It counts what was noted and judges nothing: a team that noted no attendance has none here.
///
/// Source: `report continuity` of the study format.
public struct TermContinuity: Sendable, Equatable {
    public let meetings: MeetingTally
    public let members: MemberTurnover
    /// Up to the term's last day, earlier terms included.
    public let practiceShown: PracticeShown
    /// How often leaders answered what the team does, in the term.
    public let leaderFeedback: Int

    /// - Parameters:
    ///   - course: Everything known of the team, in any term.
    ///   - term: Its first and last day. Meetings and events are the term's by these.
    ///   - study: Its first and last day. Nobody counts as a member outside them, so the term's first day is
    ///     the study's where that is later, and its last day the study's where that is earlier.
    /// - Returns: nil where the team has no member on any day that is both the term's and the study's.
    public init?(_ course: TeamCourse, term: ClosedRange<Int>, study: ClosedRange<Int>) {
        guard term.overlaps(study),
            let members = MemberTurnover(course.memberships, in: term.clamped(to: study))
        else { return nil }
        self.members = members
        meetings = MeetingTally(course.meetings, in: term)
        practiceShown = PracticeShown(course.showings, upTo: term.upperBound)
        leaderFeedback = course.leaderFeedback.count { term.contains($0) }
    }
}
