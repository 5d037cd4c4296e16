import Support
import Testing

/// The example's pages in Swedish, letter by letter.
@Suite struct PageSnapshotTests {
    @Test(arguments: reportNames)
    func `a page of the example`(_ report: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            try expectSnapshot(try await place.page(report, of: "five-schools"), "report-\(report).html")
        }
    }
}
