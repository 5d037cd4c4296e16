import Foundation
import Measures
import Support
import Testing

/// The report is what the rows of the bundle say, whoever counts.
@Suite struct ChangePropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...(isLongRun ? 100 : 16)

    @Test(arguments: seeds)
    func `the report is what the bundle's own rows come to`(_ seed: UInt64) async throws {
        let survey = RandomTrustSurvey.make(seed: seed)
        let expected = NaiveChangeReport(survey).json
        for engine in TestEngine.allCases {
            let output = try await withPlace(engine) { place in
                try await place.holding(survey.bundle)
                return try await place.kollegium("report", "change", "trust", "--format", "json").output
            }
            #expect(
                output.split(separator: "\n") == expected.split(separator: "\n"), "\(engine), seed \(seed)")
        }
    }

    @Test func `the random studies try everything that a report can say`() {
        let reports = (1...16 as ClosedRange<UInt64>).map {
            NaiveChangeReport(RandomTrustSurvey.make(seed: $0)).json
        }.joined()
        let words = [
            "withheld", #""interval": null"#, #""interval": [-"#, #""interval": [0"#, #""instrument": "q2""#,
            #""difference": -"#, #""difference": 0.00"#, #""exactP": 1.0000"#, "process", "collegial",
            "collective",
        ]
        for word in words { #expect(reports.contains(word), "\(word)") }
    }
}
