import Storage

/// `teams.csv`: the teams of the programme, each at a school.
final class TeamsFile: BundleTable {
    static let file = "teams.csv"
    static let columns = [
        CSVColumn(name: "id", required: true), CSVColumn(name: "school", required: true),
        CSVColumn(name: "name", required: true), CSVColumn(name: "grades", required: false),
        CSVColumn(name: "pupils", required: false), CSVColumn(name: "kind", required: false),
    ]
    static let keyColumns = 1
    static let selection = """
        SELECT m.code, c.code AS school, m.name, m.grades, m.pupils, m.kind, x.attributes
        FROM studies t
        JOIN teams m ON m.programme_id = t.programme_id
        JOIN school_profiles c ON c.programme_id = t.programme_id AND c.school_id = m.school_id
        LEFT JOIN extras x ON x.id = m.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder = "1"

    private let intake: Intake
    private let teams: TableLoad

    init(_ intake: Intake) {
        self.intake = intake
        teams = intake.writer.load(
            into: "teams",
            [
                "id", "public_id", "programme_id", "school_id", "code", "name", "sort_key", "search_key",
                "grades", "pupils", "kind", "import_id", "extra_id",
            ])
    }

    func salvage(_ csv: CSVReader) {
        if csv.field(0).isEmpty {
            intake.roster.inDoubt.insert(Self.file)
        } else if intake.roster.teams.insert(csv.field(0)).isNew {
            intake.roster.teamKeys.append(0)
        }
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let id = row.identifier(0, "id")
        let schoolID = row.identifier(1, "school")
        let name = row.text(2, "name")
        let pupils = row.count(4, "pupils")
        let school = schoolID.flatMap(intake.roster.schools.find)
        if let schoolID, school == nil {
            intake.rejectReference("school", schoolID, to: SchoolsFile.file, in: &row)
        }
        guard let id else { return }
        let (index, isNew) = intake.roster.teams.insert(id)
        guard isNew else { return row.reject(.repeated("id", id.string)) }
        let key = intake.isWriting ? try intake.writer.nextKey(in: "teams") : 0
        intake.roster.teamKeys.append(key)
        guard intake.isWriting, let name, let school else { return }
        try teams.rows().row(
            key, PublicID.make(), intake.keys.programme, intake.roster.schoolKeys[school],
            intake.roster.teams[index], name, SwedishOrder.sortKey(name), SwedishOrder.searchKey(name),
            row.optionalText(3), pupils, row.optionalText(5), intake.keys.importing,
            try intake.extras.key(of: csv))
    }
}
