import Foundation
import Support
import Testing

/// R, which many have tried, reckons the measures from the bundle alone, and the pages say the same.
@Suite(.enabled(if: isLongRun)) struct MeasuresWitnessTests {
    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "R/measures.R").path

    @Test(arguments: RandomCountry.all)
    func `the reports say what R reckons from the bundle`(_ country: RandomCountry) async throws {
        try await withPlace(.sqlite) { place in
            let bundle = try await country.bundle(in: place.folder)
            let path = try bundle.write(to: place.folder + "/bundle")
            try await reckon(path, into: place.folder)
            let imported = try await place.kollegium("study", "import", path)
            try #require(imported.status == 0, "\(imported.errors)")

            let outcome = try WitnessTables(contents(place, "outcome.csv"))
            let change = try WitnessTables(contents(place, "change.csv"))
            for (witness, report) in [(outcome, "outcome"), (change, "change")] {
                let disagreements = witness.disagreements(with: try await page(place, report))
                #expect(disagreements.isEmpty, "\(report), \(disagreements.joined(separator: "\n"))")
            }
            let json = try await place.kollegium("report", "change", "national", "--format", "json").output
            let told = try #require(try object(Array(json.utf8)))
            #expect(try told == object(contents(place, "change.json")))
            #expect((told["teams"] as? [Any])?.count == 14 * 3 * 2)

            // That the two agree must say something.
            #expect(outcome.figures > 400)
            #expect(change.figures > 400)
            let texts = Set(outcome.cells.map(\.value))
            #expect(texts.isDisjoint(with: ["≥ 80%", "≤ 20%"]) == country.isPublished)
            #expect(country.isPublished || texts.contains("not shown"))
        }
    }

    private func reckon(_ bundle: String, into folder: String) async throws {
        let ending = try await run("Rscript", [Self.program, bundle, folder])
        try #require(
            ending.status != 127,
            "R is missing, the witness of the measures: script/bootstrap --witness installs it.")
        try #require(ending.status == 0, "\(ending.errors)")
    }

    private func page(_ place: Place, _ report: String) async throws -> PageTables {
        let ending = try await place.kollegium(
            "report", report, "national", "--format", "html", "--language", "en")
        try #require(ending.status == 0, "\(ending.errors)")
        return PageTables(html: ending.output)
    }

    private func contents(_ place: Place, _ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: place.folder + "/" + file)))
    }

    private func object(_ json: [UInt8]) throws -> NSDictionary? {
        try JSONSerialization.jsonObject(with: Data(json)) as? NSDictionary
    }
}
