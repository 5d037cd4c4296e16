import Storage

/// `events.csv`: what happened to a team and its frame.
final class EventsFile: BundleTable {
    static let file = "events.csv"
    static let columns = [
        CSVColumn(name: "team", required: true), CSVColumn(name: "date", required: true),
        CSVColumn(name: "kind", required: true), CSVColumn(name: "detail", required: false),
    ]
    static let keyColumns = 4
    static let kinds = [
        "leader-joins-supervision", "leader-leaves-supervision", "individual-exemption",
        "exclusion-agreed-jointly", "team-split", "team-merged", "frame-reduced", "organisation-unresolved",
        "leader-feedback", "driving-leader-left", "filming-offered", "practice-shown", "programme-ended",
        "note",
    ]
    /// Events have no id, and the same may stand twice: the last column tells such twins apart.
    static let selection = """
        SELECT m.code, e.date, e.kind, coalesce(p.pseudonym, e.detail) AS detail, x.attributes,
            row_number() OVER (
                PARTITION BY m.code, e.date, e.kind, coalesce(p.pseudonym, e.detail), x.attributes) AS nth
        FROM studies t
        JOIN teams m ON m.programme_id = t.programme_id
        JOIN events e ON e.team_id = m.id
        LEFT JOIN study_people p ON p.study_id = t.id AND p.person_id = e.person_id
        LEFT JOIN extras x ON x.id = e.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder =
        "1, 2, 3, coalesce(coalesce(p.pseudonym, e.detail), ''), coalesce(x.attributes, '')"

    private let intake: Intake
    private let events: TableLoad

    init(_ intake: Intake) {
        self.intake = intake
        events = intake.writer.load(
            into: "events",
            ["id", "team_id", "date", "kind", "person_id", "detail", "import_id", "extra_id"])
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let team = intake.team(0, in: &row)
        let date = row.day(1, "date")
        let kind = row.text(2, "kind")
        if let kind, !Self.kinds.contains(kind) {
            row.notice(
                Sentence(
                    sv: "händelsen ”\(kind.excerpt)” är okänd; den behålls som den är",
                    en: "the kind “\(kind.excerpt)” is not known; it is kept as it is"))
        }
        var person: Int?
        if kind == "practice-shown" {
            person = shower(of: team, on: date, in: &row)
        }
        guard row.isSound, intake.isWriting, let team, let date, let kind else { return }
        try events.rows().row(
            try intake.writer.nextKey(in: "events"), intake.roster.teamKeys[team], date.description, kind,
            person.map { intake.roster.personKeys[$0] }, person == nil ? row.optionalText(3) : nil,
            intake.keys.importing, try intake.extras.key(of: csv))
    }

    /// Who showed practice: the detail names the person.
    private func shower(of team: Int?, on date: Day?, in row: inout CheckedRow) -> Int? {
        guard let id = row.identifier(3, "detail") else { return nil }
        guard let person = intake.roster.people.find(id) else {
            intake.rejectReference("detail", id, to: PeopleFile.file, in: &row)
            return nil
        }
        guard let team, intake.belongs(person, to: team, on: date, in: &row) else { return nil }
        return person
    }
}
