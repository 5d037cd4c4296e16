import Measures

extension AttendanceTally {
    /// Attendance of fewer would speak of one or two people.
    static let fewestKnown = 3

    /// Of how many it is known whether they came.
    var known: Int { present + absent }

    /// Whether a person may read it.
    var isTold: Bool { known >= Self.fewestKnown }
}

extension TermContinuity {
    /// Whether a person may read the term's attendance: not where it would speak of one or two people.
    var tellsAttendance: Bool {
        members.atStart + members.joined >= Frozen.fewestMembers && meetings.attendance.isTold
    }
}

extension ContinuityReport {
    /// The teams of whom anything is told.
    var teamsTold: [Team] { teams.filter { !$0.isFrozen } }

    /// A term's attendance, where it may be told: everywhere at the command line.
    func told(_ continuity: TermContinuity) -> AttendanceTally? {
        isForPages && !continuity.tellsAttendance ? nil : continuity.meetings.attendance
    }
}

extension StudyDocument.Period {
    /// Whether the day lies in it, both ends counted.
    func contains(_ day: Day) -> Bool {
        from <= day && day <= to
    }
}
