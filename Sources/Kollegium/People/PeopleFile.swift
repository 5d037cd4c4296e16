import Foundation
import Storage

/// `people.csv`: everybody who takes part. Their ids are pseudonyms within the study.
final class PeopleFile: BundleTable {
    static let file = "people.csv"
    static let columns = [
        CSVColumn(name: "id", required: true), CSVColumn(name: "name", required: true),
        CSVColumn(name: "email", required: false), CSVColumn(name: "school", required: false),
    ]
    static let privateColumns: Set = ["name", "email"]
    static let keyColumns = 1
    static let selection = """
        SELECT m.pseudonym, coalesce(p.name, m.pseudonym) AS name, p.email, c.code, x.attributes
        FROM studies t
        JOIN study_people m ON m.study_id = t.id
        JOIN people p ON p.id = m.person_id
        LEFT JOIN school_profiles c ON c.programme_id = t.programme_id AND c.school_id = p.school_id
        LEFT JOIN extras x ON x.id = m.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder = "1"

    private let intake: Intake
    private let people: TableLoad
    private let members: TableLoad

    init(_ intake: Intake) {
        self.intake = intake
        people = intake.writer.load(
            into: "people",
            [
                "id", "public_id", "organisation_id", "name", "email", "school_id", "sort_key", "search_key",
                "import_id",
            ])
        members = intake.writer.load(
            into: "study_people", ["study_id", "person_id", "pseudonym", "extra_id"])
    }

    func salvage(_ csv: CSVReader) {
        if csv.field(0).isEmpty {
            intake.roster.inDoubt.insert(Self.file)
        } else if intake.roster.people.insert(csv.field(0)).isNew {
            intake.roster.personKeys.append(0)
        }
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let id = row.identifier(0, "id")
        let name = row.text(1, "name")
        let email = row.optionalText(2).map(EmailAddress.folded)
        var school: Int64?
        if !csv.field(3).isEmpty {
            if let index = intake.roster.schools.find(csv.field(3)) {
                school = intake.roster.schoolKeys[index]
            } else {
                intake.rejectReference("school", csv.field(3), to: SchoolsFile.file, in: &row)
            }
        }
        guard let id else { return }
        let (index, isNew) = intake.roster.people.insert(id)
        guard isNew else { return row.reject(.repeated("id", id.string)) }
        let key = intake.isWriting ? try intake.writer.nextKey(in: "people") : 0
        intake.roster.personKeys.append(key)
        guard intake.isWriting, let name else { return }
        try people.rows().row(
            key, PublicID.make(), intake.keys.organisation, name, email, school, SwedishOrder.sortKey(name),
            SwedishOrder.searchKey(name), intake.keys.importing)
        try members.rows().row(
            intake.keys.study, key, intake.roster.people[index], try intake.extras.key(of: csv))
    }
}
