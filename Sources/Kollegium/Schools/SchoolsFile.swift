import Storage

/// `schools.csv`: the schools that take part, each with its profile at the start of the programme.
final class SchoolsFile: BundleTable {
    static let file = "schools.csv"
    static let columns = [
        CSVColumn(name: "id", required: true), CSVColumn(name: "name", required: true),
        CSVColumn(name: "municipality", required: false),
        CSVColumn(name: "municipality_type", required: false),
        CSVColumn(name: "pupils", required: false),
        CSVColumn(name: "foreign_background_pct", required: false),
        CSVColumn(name: "parents_post_secondary_pct", required: false),
        CSVColumn(name: "grade9_passed_all_pct", required: false),
        CSVColumn(name: "merit_value", required: false),
    ]
    static let keyColumns = 1
    static let decimalColumns = 5..<9
    static let selection = """
        SELECT p.code, s.name, p.municipality, p.municipality_type, p.pupils, p.foreign_background_pct,
            p.parents_post_secondary_pct, p.grade9_passed_all_pct, p.merit_value, x.attributes
        FROM studies t
        JOIN school_profiles p ON p.programme_id = t.programme_id
        JOIN schools s ON s.id = p.school_id
        LEFT JOIN extras x ON x.id = p.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder = "1"

    private let intake: Intake
    private let schools: TableLoad
    private let profiles: TableLoad

    init(_ intake: Intake) {
        self.intake = intake
        schools = intake.writer.load(
            into: "schools",
            ["id", "public_id", "organisation_id", "name", "sort_key", "search_key", "import_id"])
        profiles = intake.writer.load(
            into: "school_profiles",
            [
                "programme_id", "school_id", "code", "municipality", "municipality_type", "pupils",
                "foreign_background_pct", "parents_post_secondary_pct", "grade9_passed_all_pct",
                "merit_value",
                "extra_id",
            ])
    }

    func salvage(_ csv: CSVReader) {
        if csv.field(0).isEmpty {
            intake.roster.inDoubt.insert(Self.file)
        } else if intake.roster.schools.insert(csv.field(0)).isNew {
            intake.roster.schoolKeys.append(0)
        }
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let id = row.identifier(0, "id")
        let name = row.text(1, "name")
        let pupils = row.count(4, "pupils")
        let shares = [
            row.decimal(5, "foreign_background_pct", within: 0...100),
            row.decimal(6, "parents_post_secondary_pct", within: 0...100),
            row.decimal(7, "grade9_passed_all_pct", within: 0...100),
        ]
        let merit = row.decimal(8, "merit_value", within: 0...1000)
        guard let id else { return }
        let (index, isNew) = intake.roster.schools.insert(id)
        guard isNew else { return row.reject(.repeated("id", id.string)) }
        let key = intake.isWriting ? try intake.writer.nextKey(in: "schools") : 0
        intake.roster.schoolKeys.append(key)
        guard intake.isWriting, let name else { return }
        try schools.rows().row(
            key, PublicID.make(), intake.keys.organisation, name, SwedishOrder.sortKey(name),
            SwedishOrder.searchKey(name), intake.keys.importing)
        try profiles.rows().row(
            intake.keys.programme, key, intake.roster.schools[index], row.optionalText(2),
            row.optionalText(3),
            pupils, shares[0], shares[1], shares[2], merit, try intake.extras.key(of: csv))
    }
}
