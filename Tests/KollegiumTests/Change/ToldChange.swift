import Foundation
import Support
import Testing

/// `report change` as the contract of its JSON has it.
struct ToldChange: Decodable, Equatable {
    let format, study: String
    let minimumGroup: Int
    let teams: [Entry]

    struct Entry: Decodable, Equatable {
        let team, form: String
        let instrument: String?
        let from, to: String
        let n: Int?
        let meanFrom, meanTo, difference: Double?
        let interval: [Double]?
        let intervalBy: String?
        let up, same, down: Int?
        let exactP: Double?
        let withheld: Bool?

        /// Which step of which team: `t1 collegial start–end`.
        var place: String { "\(team) \(form) \(from)–\(to)" }
        var counts: [Int?] { [up, same, down] }
    }
}

extension Place {
    /// What the study's report says as JSON.
    func change(
        _ study: String = "trust", sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ToldChange {
        let ending = try await kollegium("report", "change", study, "--format", "json")
        try #require(ending.status == 0, "\(ending.errors)", sourceLocation: sourceLocation)
        #expect(ending.errors == "", sourceLocation: sourceLocation)
        return try JSONDecoder().decode(ToldChange.self, from: Data(ending.output.utf8))
    }
}

/// What the report says of a study that is held by an engine for the time of asking.
func change(
    of survey: TrustSurvey, on engine: TestEngine = .sqlite, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> [ToldChange.Entry] {
    try await withPlace(engine) { place in
        try await place.holding(survey.bundle, sourceLocation: sourceLocation)
        return try await place.change(sourceLocation: sourceLocation).teams
    }
}
