import Storage

/// `memberships.csv`: who was in which team, in which role and when.
final class MembershipsFile: BundleTable {
    static let file = "memberships.csv"
    static let columns = [
        CSVColumn(name: "team", required: true), CSVColumn(name: "person", required: true),
        CSVColumn(name: "role", required: true), CSVColumn(name: "from", required: true),
        CSVColumn(name: "to", required: false), CSVColumn(name: "reason", required: false),
    ]
    static let privateColumns: Set = ["reason"]
    static let keyColumns = 4
    static let roles = ["teacher", "conversation-leader", "team-leader", "supervisor", "school-leader"]
    static let selection = """
        SELECT m.code, p.pseudonym, s.role, s.starts, s.ends, s.reason, x.attributes
        FROM studies t
        JOIN teams m ON m.programme_id = t.programme_id
        JOIN memberships s ON s.team_id = m.id
        JOIN study_people p ON p.study_id = t.id AND p.person_id = s.person_id
        LEFT JOIN extras x ON x.id = s.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder = "1, 2, 3, 4"

    private let intake: Intake
    private let memberships: TableLoad

    init(_ intake: Intake) {
        self.intake = intake
        memberships = intake.writer.load(
            into: "memberships",
            ["id", "team_id", "person_id", "role", "starts", "ends", "reason", "import_id", "extra_id"])
    }

    func salvage(_ csv: CSVReader) {
        if let team = intake.roster.teams.find(csv.field(0)),
            let person = intake.roster.people.find(csv.field(1))
        {
            intake.roster.addInDoubt(person: person, team: team)
        } else {
            intake.roster.inDoubt.insert(Self.file)
        }
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let team = intake.team(0, in: &row)
        let person = intake.person(1, in: &row)
        let role = row.word(2, "role", of: Self.roles)
        let starts = row.day(3, "from")
        let ends = row.optionalDay(4, "to")
        if let starts, let ends, ends <= starts {
            row.reject(
                Sentence(
                    sv:
                        "”to” är \(ends), som inte är efter ”from” \(starts); ange första dagen utanför laget",
                    en:
                        "“to” is \(ends), which is not after “from” \(starts); give the first day no longer in"
                ))
        }
        guard row.isSound, let team, let person, let role, let starts else { return salvage(csv) }
        guard intake.roster.add(.init(role: role, starts: starts, ends: ends), person: person, team: team)
        else {
            return row.reject(
                Sentence(
                    sv: "tiden överlappar en tidigare rad för samma person, lag och roll; dela upp tiderna",
                    en: "the time overlaps an earlier row of the same person, team and role; split the times")
            )
        }
        guard intake.isWriting else { return }
        try memberships.rows().row(
            try intake.writer.nextKey(in: "memberships"), intake.roster.teamKeys[team],
            intake.roster.personKeys[person], role, starts.description, ends?.description,
            row.optionalText(5),
            intake.keys.importing, try intake.extras.key(of: csv))
    }
}

extension Intake {
    /// The team that a record names, by its number in the roster.
    func team(_ column: Int, in row: inout CheckedRow) -> Int? {
        guard let id = row.identifier(column, "team") else { return nil }
        guard let team = roster.teams.find(id) else {
            rejectReference("team", id, to: TeamsFile.file, in: &row)
            return nil
        }
        return team
    }

    /// The person that a record names, by their number in the roster.
    func person(_ column: Int, in row: inout CheckedRow) -> Int? {
        guard let id = row.identifier(column, "person") else { return nil }
        guard let person = roster.people.find(id) else {
            rejectReference("person", id, to: PeopleFile.file, in: &row)
            return nil
        }
        return person
    }

    /// Whether the person may be named with the team at all; a day outside their time there is only noticed.
    func belongs(_ person: Int, to team: Int, on day: Day?, in row: inout CheckedRow) -> Bool {
        let membership = roster.membership(of: person, in: team, on: day)
        if !membership.ever, roster.inDoubt.contains(MembershipsFile.file) {
            row.passOver()
        } else if !membership.ever {
            if roster.absent.contains(MembershipsFile.file) { roster.inDoubt.insert(MembershipsFile.file) }
            row.reject(.neverMember(roster.people[person], roster.teams[team]))
        } else if !membership.then {
            row.notice(.outsideMembership(roster.people[person], roster.teams[team]))
        }
        return membership.ever
    }
}
