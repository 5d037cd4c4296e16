import Foundation
import Measures
import Support
import Testing

/// `report change` of teams with more than 16 people, whose interval is drawn.
@Suite struct SampledChangeTests {
    /// People who answered ten items with gaps here and there: their means are many different fractions.
    private static func people(_ count: Int) -> [TrustSurvey.Person] {
        var random = RepeatableRandom(seed: 7)
        func steps(_ range: ClosedRange<Int>) -> [Int?] {
            (0..<10).map { item in
                let isSkipped = item > 4 && Int.random(in: 0...3, using: &random) == 0
                return isSkipped ? nil : Int.random(in: range, using: &random)
            }
        }
        return (0..<count).map { _ in (from: steps(1...4), to: steps(2...5)) }
    }

    private static func survey(_ count: Int) -> TrustSurvey { .twice(items: 10).moving(people(count)) }

    private static func naive(_ count: Int) -> NaivePairs {
        NaivePairs(people(count).map { ($0.from.compactMap(\.self), $0.to.compactMap(\.self)) })
    }

    @Test(arguments: TestEngine.allCases)
    func `sixteen are gone through one and all`(_ engine: TestEngine) async throws {
        let entry = try #require(try await change(of: Self.survey(16), on: engine).first)
        #expect(entry.n == 16)
        #expect(entry.intervalBy == nil)
        #expect(entry.interval?.map { String(format: "%.2f", $0) } == Self.naive(16).interval)
    }

    @Test(arguments: TestEngine.allCases, [17, 19])
    func `more are drawn, and come close to all subsets`(_ engine: TestEngine, _ count: Int) async throws {
        let entry = try #require(try await change(of: Self.survey(count), on: engine).first)
        #expect(entry.n == count)
        #expect(entry.intervalBy == "sampling")
        let all = try #require(Self.naive(count).interval).compactMap(Double.init)
        let drawn = try #require(entry.interval)
        for (limit, exact) in zip(drawn, all) { #expect(abs(limit - exact) < 0.015, "\(drawn), \(all)") }
        #expect(String(format: "%.4f", entry.exactP ?? -1) == Self.naive(count).exactP)
    }

    @Test func `p is exact for forty people, too`() async throws {
        // 24 up and 16 down: how many of the 2⁴⁰ sign changes lie at least eight from zero is counted, not drawn.
        let moved = Array(repeating: (2, 3), count: 24) + Array(repeating: (3, 2), count: 16)
        let entry = try #require(try await change(of: .twice(items: 1).moving(moved)).first)
        #expect(entry.n == 40)
        #expect(entry.difference == 0.2)
        let pairs = NaivePairs(moved.map { (from: [$0.0], to: [$0.1]) })
        #expect(String(format: "%.4f", entry.exactP ?? -1) == pairs.exactP)
    }

    @Test func `CSV says how the interval was found`() async throws {
        let bundle = Self.survey(17).bundle
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            let ending = try await place.kollegium("report", "change", "trust", "--format", "csv")
            #expect(ending.lines.last?.contains(",sampling,") == true)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same study gives the same interval, in whatever order its rows stand`(
        _ engine: TestEngine
    ) async throws {
        let bundle = Self.survey(24).bundle
        let first = try await withPlace(engine) { place in
            try await place.holding(bundle)
            let report = try await place.change()
            #expect(try await place.change() == report)
            let exported = try await place.exported("trust")
            return (report: report, exported: exported)
        }
        #expect(first.report.teams.map(\.intervalBy) == ["sampling"])
        for file in ["responses.csv", "people.csv", "memberships.csv"] {
            let turned = first.exported.changed { bundle in
                let lines = bundle.lines(of: file).filter { !$0.isEmpty }
                bundle[file] = ([lines[0]] + lines.dropFirst().reversed()).map { $0 + "\n" }.joined()
            }
            for other in TestEngine.allCases {
                let report = try await withPlace(other) { place in
                    try await place.holding(turned)
                    return try await place.change()
                }
                #expect(report == first.report, "\(file) in another order, on \(other)")
            }
        }
    }
}
