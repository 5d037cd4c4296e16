import Storage

/// `attendance.csv`: who was there.
final class AttendanceFile: BundleTable {
    static let file = "attendance.csv"
    static let columns = [
        CSVColumn(name: "meeting", required: true), CSVColumn(name: "person", required: true),
        CSVColumn(name: "status", required: true),
    ]
    static let keyColumns = 2
    static let statuses = ["present", "absent", "excused"]
    static let selection = """
        SELECT g.code, p.pseudonym, a.status, x.attributes
        FROM studies t
        JOIN teams m ON m.programme_id = t.programme_id
        JOIN meetings g ON g.team_id = m.id
        JOIN attendance a ON a.meeting_id = g.id
        JOIN study_people p ON p.study_id = t.id AND p.person_id = a.person_id
        LEFT JOIN extras x ON x.id = a.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder = "1, 2"

    private let intake: Intake
    private let attendance: TableLoad
    /// One bit for each member of the meeting's team, so that a second row of the same person is found without
    /// remembering all rows.
    private var seen: [Int: BitRow] = [:]

    init(_ intake: Intake) {
        self.intake = intake
        attendance = intake.writer.load(
            into: "attendance", ["meeting_id", "person_id", "status", "import_id", "extra_id"])
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let meeting = meeting(in: &row)
        let person = intake.person(1, in: &row)
        let status = row.word(2, "status", of: Self.statuses)
        guard let meeting, let person, intake.roster.meetingTeams[meeting] >= 0 else { return }
        let team = Int(intake.roster.meetingTeams[meeting])
        let day = intake.roster.meetingDays[meeting]
        guard intake.belongs(person, to: team, on: day, in: &row) else { return }
        guard let place = intake.roster.place(of: person, in: team) else { return }
        guard seen[meeting, default: BitRow(intake.roster.memberCount(of: team))].insert(place) else {
            return row.reject(
                Sentence(
                    sv: "närvaron för samma person och möte står redan på en tidigare rad; behåll en",
                    en: "attendance of the same person and meeting stands in an earlier row; keep one"))
        }
        guard intake.isWriting, let status else { return }
        let rows = try attendance.rows()
        rows.integer(intake.roster.meetingKeys[meeting])
        rows.integer(intake.roster.personKeys[person])
        rows.text(status)
        rows.integer(intake.keys.importing)
        rows.integer(try intake.extras.key(of: csv))
        try rows.endRow()
    }

    private func meeting(in row: inout CheckedRow) -> Int? {
        guard let id = row.identifier(0, "meeting") else { return nil }
        guard let meeting = intake.roster.meetings.find(id) else {
            intake.rejectReference("meeting", id, to: MeetingsFile.file, in: &row)
            return nil
        }
        return meeting
    }
}
