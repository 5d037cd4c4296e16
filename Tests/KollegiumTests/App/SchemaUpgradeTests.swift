import Storage
import Support
import Testing

@testable import Kollegium

/// What lies in a database is there after it has been brought up to date.
@Suite struct SchemaUpgradeTests {
    @Test(arguments: TestEngine.allCases)
    func `a database of the first schema keeps everything when it is next read`(_ engine: TestEngine)
        async throws
    {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let before = try await place.dump().filter { !$0.contains("'migrations'") }
            let report = try await place.kollegium("report", "continuity", "five-schools", "--format", "json")
            // As if the later steps had not been taken; each of them must bear to find its table filled.
            let tables = Set(try await place.tables()).subtracting(Self.first)
            try await place.witness(
                Self.dropping(tables).joined(separator: "; ")
                    + "; DROP INDEX people_by_email; DROP INDEX teams_in_order; "
                    + "DROP INDEX memberships_of_supervisors; DROP INDEX meetings_of_team; DROP INDEX sheets_by_day; "
                    + "DROP INDEX answers_of_another_day; "
                    + Self.added.map { "ALTER TABLE \($0) DROP COLUMN \($1); " }.joined()
                    + "DELETE FROM migrations WHERE number > 1")
            let again = try await place.kollegium("report", "continuity", "five-schools", "--format", "json")
            #expect(again.status == 0, "\(again.errors)")
            #expect(again.output == report.output)
            #expect(try await place.dump().filter { !$0.contains("'migrations'") } == before)
            #expect(
                try await place.witness("SELECT count(*) FROM migrations") == ["\(Schema.migrations.count)"])
            #expect(try await place.kollegium("check").status == 0)
        }
    }

    /// The tables of the first step.
    private static let first: Set<String> = [
        "organisations", "imports", "import_files", "extras", "programmes", "phases", "terms", "studies",
        "schools",
        "school_profiles", "people", "study_people", "consents", "teams", "memberships", "meetings",
        "attendance",
        "events", "evidence", "questionnaires", "questionnaire_versions", "scales", "scale_steps", "areas",
        "parts",
        "items", "part_items", "sheets", "answers", "activity",
    ]

    /// The columns that later steps have added to them.
    private static let added = [
        ("parts", "closes"), ("questionnaires", "asks"), ("sheets", "counted"), ("sheets", "reflection"),
        ("answers", "first_step"), ("consents", "information_id"), ("consents", "receipt"),
    ]

    /// Statements that remove the tables, those that others point to last.
    private static func dropping(_ tables: Set<String>) -> [String] {
        let last = ["accounts", "goal_headings"]
        return tables.sorted { (last.contains($0) ? 1 : 0, $0) < (last.contains($1) ? 1 : 0, $1) }.map {
            "DROP TABLE \($0)"
        }
    }
}
