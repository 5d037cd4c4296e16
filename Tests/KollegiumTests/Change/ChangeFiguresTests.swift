import Support
import Testing

/// The figures of `report change`, by hand.
@Suite struct ChangeFiguresTests {
    private func entry(_ survey: TrustSurvey, on engine: TestEngine = .sqlite) async throws
        -> ToldChange.Entry
    {
        let entries = try await change(of: survey, on: engine)
        try #require(entries.count == 1)
        return entries[0]
    }

    @Test(arguments: TestEngine.allCases)
    func `five people have no interval, and no smaller p than one in sixteen`(_ engine: TestEngine)
        async throws
    {
        let entry = try await entry(
            .twice(items: 1).moving([(1, 2), (1, 3), (2, 4), (3, 4), (3, 5)]), on: engine)
        #expect(entry.n == 5)
        #expect([entry.meanFrom, entry.meanTo, entry.difference] == [2, 3.6, 1.6])
        #expect(entry.interval == nil)
        #expect(entry.intervalBy == nil)
        #expect(entry.counts == [5, 0, 0])
        #expect(entry.exactP == 0.0625)
    }

    @Test func `with six the interval goes from the lowest to the highest, and p has its halves up`()
        async throws
    {
        let entry = try await entry(
            .twice(items: 1).moving([(1, 2), (1, 3), (2, 4), (3, 4), (3, 5), (1, 4)]))
        // 2/64 = 0.03125.
        #expect(entry.exactP == 0.0313)
        #expect(entry.interval == [1, 3])
        #expect(entry.counts == [6, 0, 0])
    }

    @Test(arguments: TestEngine.allCases)
    func `nobody has moved`(_ engine: TestEngine) async throws {
        for count in [5, 6, 16, 17] {
            let steps = (0..<count).map { $0 % 5 + 1 }
            let still = TrustSurvey.twice(items: 1).moving(steps.map { ($0, $0) })
            let entry = try await entry(still, on: engine)
            #expect(entry.n == count)
            #expect(entry.difference == 0)
            #expect(entry.interval == (count == 5 ? nil : [0, 0]))
            #expect(entry.counts == [0, count, 0])
            #expect(entry.exactP == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `halves go away from zero, upwards and downwards`(_ engine: TestEngine) async throws {
        // Eight items: one answer moves a person by an eighth, and one of five people by a fortieth.
        let three: [Int?] = [3, 3, 3, 3, 3, 3, 3, 3]
        let more: [Int?] = [4, 3, 3, 3, 3, 3, 3, 3]
        let four = TrustSurvey.twice(items: 8).moving(TrustSurvey.alike(4, from: three, to: three))
        let up = try await entry(four.moving([(from: three, to: more)]), on: engine)
        #expect([up.meanFrom, up.meanTo, up.difference] == [3, 3.03, 0.03])
        let down = try await entry(four.moving([(from: more, to: three)]), on: engine)
        #expect([down.meanFrom, down.meanTo, down.difference] == [3.03, 3, -0.03])
        // With six the limits are those of one person: an eighth each way.
        let both = try await entry(
            four.moving([(from: three, to: more), (from: more, to: three)]), on: engine)
        #expect(both.interval == [-0.13, 0.13])
        #expect([both.meanFrom, both.meanTo, both.difference] == [3.02, 3.02, 0])
    }

    @Test func `each mean is rounded by itself`() async throws {
        // 3.375 and 3.5 over eight people: the difference is no difference of rounded means.
        let entry = try await entry(
            .twice(items: 1).moving([(3, 3), (3, 3), (3, 3), (3, 4), (3, 4), (4, 3), (4, 4), (4, 4)]))
        #expect([entry.meanFrom, entry.meanTo, entry.difference] == [3.38, 3.5, 0.13])
        #expect(entry.counts == [2, 5, 1])
    }

    @Test func `ties count as at least as far`() async throws {
        // Ones and minus ones: 4 up and 2 down come to 2, which 44 of 64 sign changes reach.
        let entry = try await entry(
            .twice(items: 1).moving([(1, 2), (1, 2), (1, 2), (1, 2), (2, 1), (2, 1)]))
        #expect(entry.exactP == 0.6875)
        #expect(entry.interval == [-1, 1])
    }

    @Test(arguments: TestEngine.allCases)
    func `gaps make fractions that are kept exactly`(_ engine: TestEngine) async throws {
        // Three of four: 7/3 → 10/3; two of four: 5/2 → 7/2. All moved by one step exactly.
        let survey = TrustSurvey.twice(items: 4)
            .moving(TrustSurvey.alike(3, from: [2, 2, 3, nil], to: [3, nil, 3, 4]))
            .moving(TrustSurvey.alike(3, from: [2, 3, nil, nil], to: [nil, 3, 4, nil]))
        let entry = try await entry(survey, on: engine)
        #expect([entry.meanFrom, entry.meanTo, entry.difference] == [2.42, 3.42, 1])
        #expect(entry.interval == [1, 1])
        #expect(entry.exactP == 0.0313)
    }
}
