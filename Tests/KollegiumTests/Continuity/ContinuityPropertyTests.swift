import Foundation
import Support
import Testing

/// The report is what the rows of the bundle say, whoever counts.
@Suite struct ContinuityReportPropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...(isLongRun ? 100 : 10)

    private func expectAgreement(_ bundle: TestBundle, _ id: String) async throws {
        let expected = try NaiveContinuity(bundle).json
        for engine in TestEngine.allCases {
            let output = try await withPlace(engine) { place in
                try await place.holding(bundle)
                return try await place.kollegium("report", "continuity", id, "--format", "json").output
            }
            let report = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? NSDictionary
            #expect(report == expected, "\(engine): \(output) and \(expected)")
        }
    }

    @Test(arguments: seeds)
    func `the report is what the bundle's own rows come to`(_ seed: UInt64) async throws {
        try await expectAgreement(RandomTerms.make(seed: seed), "terms")
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `so it is with ids and columns of the oddest kind`(_ seed: UInt64) async throws {
        try await expectAgreement(RandomBundle.make(seed: seed), "random")
    }

    @Test func `the witness says what the contract's example says`() throws {
        let json = try NaiveContinuity(try .fiveSchools()).json
        let spring = (json["teams"] as? [NSDictionary])?.first {
            $0["team"] as? String == "t1" && $0["term"] as? String == "VT2014"
        }
        #expect(
            spring == [
                "team": "t1", "term": "VT2014", "meetings": ["planned": 11, "held": 11, "cancelled": 0],
                "minutesHeld": 1320, "longestGapDays": 14,
                "attendance": ["present": 80, "absent": 8, "excused": 0, "share": 0.9091],
                "members": ["atStart": 8, "atEnd": 6, "joined": 0, "left": 2],
                "practiceShown": ["first": NSNull(), "people": 0], "leaderFeedback": 1,
            ])
    }

    @Test func `the random studies try everything that a report can say`() throws {
        let entries = try Self.seeds.flatMap { seed in
            (try NaiveContinuity(RandomTerms.make(seed: seed)).json["teams"] as? [[String: Any]]) ?? []
        }
        /// Whether some entry has a number that fits, nil being none, under a key or a key within it.
        func some(_ path: String, _ fits: (Double?) -> Bool) -> Bool {
            entries.contains { entry in
                let value = path.split(separator: ".").reduce(entry as Any?) {
                    ($0 as? [String: Any])?[String($1)]
                }
                return fits((value as? NSNumber)?.doubleValue ?? (value as? Int).map(Double.init))
            }
        }
        for path in [
            "meetings.cancelled", "longestGapDays", "attendance.share", "members.joined", "members.left",
            "practiceShown.people", "leaderFeedback",
        ] {
            #expect(some(path) { ($0 ?? 0) > 0 }, "\(path)")
            #expect(some(path) { ($0 ?? 0) == 0 }, "\(path)")
        }
        #expect(some("longestGapDays") { $0 == 0 })
        #expect(some("longestGapDays") { $0 == nil })
        #expect(some("attendance.share") { $0 == nil })
    }
}
