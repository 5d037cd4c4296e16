/// The course of one team's work, as far as its continuity is read from it. All lists may come in any order.
///
/// Days are whole numbers, one more for each next day, counted from anywhere as long as it is the same for
/// all.
public struct TeamCourse: Sendable, Equatable {
    /// A time in the team, in any role that makes a member.
    public struct Membership: Sendable, Equatable {
        /// Who, by a number of their own. Somebody in two roles has two memberships and is one person.
        public let person: Int64
        public let from: Int
        /// The first day no longer a member; nil while it lasts.
        public let to: Int?

        public init(person: Int64, from: Int, to: Int?) {
            self.person = person
            self.from = from
            self.to = to
        }

        /// Whether it covers some of the days, first and last among them.
        func touches(_ days: ClosedRange<Int>) -> Bool {
            from <= days.upperBound && (to.map { $0 > days.lowerBound } ?? true)
        }
    }

    public struct Meeting: Sendable, Equatable {
        public let day: Int
        public let status: MeetingStatus
        public let plannedMinutes: Int
        public let attendance: AttendanceTally

        public init(day: Int, status: MeetingStatus, plannedMinutes: Int, attendance: AttendanceTally) {
            self.day = day
            self.status = status
            self.plannedMinutes = plannedMinutes
            self.attendance = attendance
        }
    }

    /// Somebody let colleagues see their own teaching.
    public struct Showing: Sendable, Equatable {
        public let day: Int
        public let person: Int64

        public init(day: Int, person: Int64) {
            self.day = day
            self.person = person
        }
    }

    public var memberships: [Membership] = []
    public var meetings: [Meeting] = []
    public var showings: [Showing] = []
    /// The days on which leaders answered what the team does, a day as often as they did.
    public var leaderFeedback: [Int] = []

    public init() {}
}

/// What became of a meeting; *planned* where nobody has said yet.
public enum MeetingStatus: String, Sendable, CaseIterable {
    case planned, held, cancelled
}
