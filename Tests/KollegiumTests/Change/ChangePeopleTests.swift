import Support
import Testing

/// Who counts in `report change`: people who gave answers to at least half of a form's items, in one team, both times.
@Suite struct ChangePeopleTests {
    private static let optOut = TrustSurvey.optOut
    /// Five people who answered four items 3, 3, 3, 3 and later 4, 4, 4, 4.
    private static let five = TrustSurvey.twice(items: 4).moving(
        TrustSurvey.alike(5, from: [3, 3, 3, 3], to: [4, 4, 4, 4]))

    /// What the one entry says when a sixth person answers so.
    private func entry(
        withSixth from: [Int?], _ to: [Int?], on engine: TestEngine = .sqlite
    ) async throws -> ToldChange.Entry {
        let entries = try await change(of: Self.five.moving([(from: from, to: to)]), on: engine)
        try #require(entries.count == 1)
        return entries[0]
    }

    @Test(arguments: TestEngine.allCases)
    func `exactly half of the items is enough, both times`(_ engine: TestEngine) async throws {
        let entry = try await entry(withSixth: [5, nil, 1, nil], [nil, nil, 2, 1], on: engine)
        #expect(entry.n == 6)
        // 15 + 3 over 6, 20 + 1.5 over 6: the mean is over the answers given.
        #expect(entry.meanFrom == 3)
        #expect(entry.meanTo == 3.58)
        #expect(entry.difference == 0.58)
        #expect(entry.counts == [5, 0, 1])
    }

    @Test(arguments: TestEngine.allCases)
    func `less than half in one part is too little, however much there is in the other`(
        _ engine: TestEngine
    ) async throws {
        let early = try await entry(withSixth: [1, nil, nil, nil], [5, 5, 5, 5], on: engine)
        let late = try await entry(withSixth: [5, 5, 5, 5], [nil, nil, nil, 1], on: engine)
        for entry in [early, late] {
            #expect(entry.n == 5)
            #expect([entry.meanFrom, entry.meanTo] == [3, 4])
        }
    }

    @Test func `of five items half is three`() async throws {
        let survey = TrustSurvey.twice(items: 5).moving(
            TrustSurvey.alike(5, from: [3, 3, 3], to: [3, 3, 3, nil, nil]))
        let three = try await change(of: survey)
        #expect(three.map(\.n) == [5])
        let two = try await change(of: survey.moving([(from: [3, 3], to: [3, 3, 3, 3, 3])]))
        #expect(two.map(\.n) == [5])
    }

    @Test(arguments: TestEngine.allCases)
    func `an opt-out is no answer`(_ engine: TestEngine) async throws {
        let tooFew = try await entry(
            withSixth: [1, Self.optOut, Self.optOut, Self.optOut], [1, 1, 1, 1], on: engine)
        #expect(tooFew.n == 5)
        let half = try await entry(
            withSixth: [1, Self.optOut, 1, Self.optOut], [Self.optOut, 3, Self.optOut, 3], on: engine)
        #expect(half.n == 6)
        #expect(half.meanFrom == 2.67)
        #expect(half.meanTo == 3.83)
        let none = try await entry(
            withSixth: Array(repeating: Self.optOut, count: 4), [1, 1, 1, 1], on: engine)
        #expect(none.n == 5)
    }

    @Test func `who answered one time only is in no comparison`() async throws {
        #expect(try await entry(withSixth: [1, 1, 1, 1], []).n == 5)
        #expect(try await entry(withSixth: [], [1, 1, 1, 1]).n == 5)
    }

    @Test(arguments: TestEngine.allCases)
    func `who answered from another team the second time counts in neither`(_ engine: TestEngine) async throws
    {
        var survey = Self.five
        survey.teams = ["t1", "t2"]
        survey.answer("start", "mover", [1, 1, 1, 1], team: "t1")
        survey.answer("end", "mover", [5, 5, 5, 5], team: "t2")
        let four = TrustSurvey.alike(4, from: [2, 2, 2, 2], to: [2, 2, 2, 2])
        let entries = try await change(of: survey.moving(four, team: "t2"), on: engine)
        #expect(entries.map(\.n) == [5, nil])
        #expect(entries[0].meanFrom == 3)
        #expect(entries[1].withheld == true)
    }

    @Test func `each form counts its own items and people`() async throws {
        var survey = TrustSurvey([
            "q": [
                .init("start", wave: 1, [.process: 2, .collegial: 4]),
                .init("end", wave: 2, [.process: 4, .collegial: 2]),
            ]
        ])
        for index in 0..<6 {
            survey.answer("start", "p\(index)", [2, index == 0 ? nil : 2], on: .process)
            survey.answer("start", "p\(index)", [3, 3], on: .collegial)
            survey.answer("end", "p\(index)", [2, index == 1 ? nil : 3], on: .process)
            survey.answer("end", "p\(index)", [index == 2 ? nil : 3], on: .collegial)
        }
        let entries = try await change(of: survey)
        #expect(entries.map(\.form) == ["process", "collegial"])
        #expect(entries.map(\.n) == [5, 5])
        #expect(entries.map(\.difference) == [0.5, 0])
    }

    @Test func `items that are no ratings and ratings of no form are not asked about`() async throws {
        // Two of these three items are not counted, so one answer is all there is to give.
        let bundle = TrustSurvey.twice(items: 3).moving(TrustSurvey.alike(5, from: [3], to: [4])).bundle
            .changed {
                $0.replace(
                    "{id: collegial-2, type: rating, scale: s, form: collegial}",
                    with: "{id: collegial-2, type: text, form: collegial}", in: "instruments/q.yaml")
                $0.replace(
                    "{id: collegial-3, type: rating, scale: s, form: collegial}",
                    with: "{id: collegial-3, type: rating, scale: s}", in: "instruments/q.yaml")
            }
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            #expect(try await place.change().teams.map(\.n) == [5])
        }
    }
}
