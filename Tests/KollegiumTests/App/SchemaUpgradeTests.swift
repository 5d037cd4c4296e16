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
            try await place.witness("DELETE FROM migrations WHERE number > 1")
            let again = try await place.kollegium("report", "continuity", "five-schools", "--format", "json")
            #expect(again.status == 0, "\(again.errors)")
            #expect(again.output == report.output)
            #expect(try await place.dump().filter { !$0.contains("'migrations'") } == before)
            #expect(
                try await place.witness("SELECT count(*) FROM migrations") == ["\(Schema.migrations.count)"])
            #expect(try await place.kollegium("check").status == 0)
        }
    }
}
