import Measures

extension TermContinuity {
    /// Whether a person may read the term's attendance: not where it would speak of one or two people.
    var tellsAttendance: Bool {
        members.atStart + members.joined >= 3 && meetings.attendance.present + meetings.attendance.absent >= 3
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
