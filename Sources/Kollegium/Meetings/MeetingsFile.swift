import Storage

/// `meetings.csv`: planned, held and cancelled meetings of the teams.
final class MeetingsFile: BundleTable {
    static let file = "meetings.csv"
    static let columns = [
        CSVColumn(name: "id", required: true), CSVColumn(name: "team", required: true),
        CSVColumn(name: "kind", required: true), CSVColumn(name: "starts", required: true),
        CSVColumn(name: "planned_minutes", required: true), CSVColumn(name: "status", required: true),
    ]
    static let keyColumns = 1
    static let kinds = ["supervision", "learning-conversation", "training", "leader-dialogue"]
    static let statuses = ["planned", "held", "cancelled"]
    static let selection = """
        SELECT g.code, m.code AS team, g.kind, g.starts, g.planned_minutes, g.status, x.attributes
        FROM studies t
        JOIN teams m ON m.programme_id = t.programme_id
        JOIN meetings g ON g.team_id = m.id
        LEFT JOIN extras x ON x.id = g.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder = "1"

    private let intake: Intake
    private let meetings: TableLoad

    init(_ intake: Intake) {
        self.intake = intake
        meetings = intake.writer.load(
            into: "meetings",
            [
                "id", "public_id", "team_id", "code", "kind", "starts", "planned_minutes", "status",
                "import_id", "extra_id",
            ])
    }

    func salvage(_ csv: CSVReader) {
        guard !csv.field(0).isEmpty else {
            intake.roster.inDoubt.insert(Self.file)
            return
        }
        guard intake.roster.meetings.insert(csv.field(0)).isNew else { return }
        intake.roster.meetingKeys.append(0)
        intake.roster.meetingTeams.append(-1)
        intake.roster.meetingDays.append(.unknown)
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let id = row.identifier(0, "id")
        let team = intake.team(1, in: &row)
        let kind = row.word(2, "kind", of: Self.kinds)
        let starts = moment(in: &row)
        let status = row.word(5, "status", of: Self.statuses)
        if csv.field(4).isEmpty { row.reject(.empty("planned_minutes")) }
        let minutes = row.count(4, "planned_minutes", from: 1)
        guard let id else { return }
        let (index, isNew) = intake.roster.meetings.insert(id)
        guard isNew else { return row.reject(.repeated("id", id.string)) }
        let key = intake.isWriting ? try intake.writer.nextKey(in: "meetings") : 0
        intake.roster.meetingKeys.append(key)
        intake.roster.meetingTeams.append(Int32(team ?? -1))
        let local = starts?.local(in: intake.study.zone)
        intake.roster.meetingDays.append(local.flatMap { Day(String($0.prefix(10))) } ?? .unknown)
        guard intake.isWriting, let team, let kind, let local, let status else { return }
        try meetings.rows().row(
            key, PublicID.make(), intake.roster.teamKeys[team], intake.roster.meetings[index], kind,
            local, minutes, status, intake.keys.importing,
            try intake.extras.key(of: csv))
    }

    private func moment(in row: inout CheckedRow) -> Moment? {
        let field = row.csv.field(3)
        guard !field.isEmpty else {
            row.reject(.empty("starts"))
            return nil
        }
        guard let moment = Moment(field.bytes) else {
            row.reject(
                Sentence(
                    sv:
                        "”starts” är ”\(field.string.excerpt)”, som inte är en tid; skriv som 2014-06-05T14:30",
                    en:
                        "“starts” is “\(field.string.excerpt)”, which is no time; write it as 2014-06-05T14:30"
                ))
            return nil
        }
        return moment
    }
}

extension Day {
    /// Stands in where a record's own date could not be read, which has been reported by then.
    fileprivate static let unknown = Day(year: 1, month: 1, day: 1)!
}
