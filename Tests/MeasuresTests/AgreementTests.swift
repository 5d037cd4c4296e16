import Measures
import Testing

private let uniform = NullDistribution.uniform(steps: 5)

private func ratings(of team: String) -> TeamRatings { TeamRatings(rows: SmallTeams.rows(of: team)) }

@Suite struct AgreementTests {
    @Test(arguments: [
        // R 4.2.2 with multilevel 2.7: over four items with both null distributions, and of the first alone.
        ("A", 0.9182879377, 0.8612945839, 0.65), ("B", 0.8484848485, 0.7086247086, 0.5238095238),
        ("C", 0.844783715, 0.6993889217, 0.5),
    ])
    func `within-group agreement is R's`(team: String, even: Double, skewed: Double, first: Double) throws {
        let all = try #require(WithinGroupAgreement(ratings(of: team), null: uniform))
        #expect(all.items == 4)
        #expect(abs(all.value - even) < 1e-10)
        let lean = WithinGroupAgreement(ratings(of: team), null: .slightSkew(steps: 5))
        #expect(abs((lean?.value ?? 0) - skewed) < 1e-10)
        let one = WithinGroupAgreement(ratings(of: team).item(0), null: uniform)
        #expect(abs((one?.value ?? 0) - first) < 1e-10)
    }

    @Test(arguments: [("A", 0.5, 0.64), ("B", 0.6836734694, 0.7755102041), ("C", 0.7345679012, 0.8148148148)])
    func `the average deviation is R's`(team: String, scale: Double, first: Double) throws {
        let deviation = try #require(AverageDeviation(ratings(of: team)))
        #expect(abs(deviation.scale - scale) < 1e-10)
        #expect(abs((deviation.items[0] ?? 0) - first) < 1e-10)
        #expect(AverageDeviation(ratings(of: team).item(0))?.scale == deviation.items[0])
    }

    @Test func `a team that answers alike agrees wholly`() throws {
        let alike = TeamRatings(rows: Array(repeating: [4, 2, 5], count: 7))
        #expect(WithinGroupAgreement(alike, null: uniform)?.value == 1)
        #expect(AverageDeviation(alike)?.scale == 0)
    }

    @Test func `a team that differs as much as chance, or more, does not agree`() throws {
        // Variance 2, as under the uniform distribution; then 3; then 4 in both items.
        let chance = TeamRatings(rows: [[2], [4]])
        #expect(WithinGroupAgreement(chance, null: uniform)?.value == 0)
        let more = TeamRatings(rows: [[1], [4], [4]])
        #expect(WithinGroupAgreement(more, null: uniform)?.meanVariance == 3)
        #expect(WithinGroupAgreement(more, null: uniform)?.value == 0)
        let split = TeamRatings(rows: [[1, 1], [5, 5], [1, 5], [5, 1], [3, 3]])
        let agreement = try #require(WithinGroupAgreement(split, null: uniform))
        #expect(agreement.meanVariance == 4)
        #expect(agreement.value == 0)
        #expect(AverageDeviation(split)?.scale == 1.6)
    }

    @Test func `nobody agrees alone`() {
        for rows: [[Int?]] in [[], [[]], [[4, 5]], [[4, 5], [nil, nil]], [[nil, nil], [nil, nil]]] {
            #expect(WithinGroupAgreement(TeamRatings(rows: rows), null: uniform) == nil)
            #expect(AverageDeviation(TeamRatings(rows: rows)) == nil)
        }
    }

    @Test func `an item counts where two people answered it, over those who did`() throws {
        let gaps = TeamRatings(rows: [
            [4, nil, 1, nil], [4, nil, nil, nil], [nil, nil, nil, 3], [5, nil, nil, 5],
        ])
        let agreement = try #require(WithinGroupAgreement(gaps, null: uniform))
        #expect(agreement.items == 2)
        // Variances 1/3 over three people and 2 over two.
        #expect(abs(agreement.meanVariance - 7.0 / 6) < 1e-15)
        let deviation = try #require(AverageDeviation(gaps))
        #expect(deviation.items.map { $0 == nil } == [false, true, true, false])
        #expect(abs((deviation.items[0] ?? 0) - 4.0 / 9) < 1e-15)
        #expect(deviation.items[3] == 1)
        #expect(abs(deviation.scale - 13.0 / 18) < 1e-15)
    }

    @Test func `a short row lacks the answers at its end`() {
        let short = TeamRatings(rows: [[4, 5], [3], [], [2, 1]])
        let filled = TeamRatings(rows: [[4, 5], [3, nil], [nil, nil], [2, 1]])
        #expect(AverageDeviation(short) == AverageDeviation(filled))
        #expect(WithinGroupAgreement(short.item(1), null: uniform)?.meanVariance == 8)
        #expect(AverageDeviation(short.item(2)) == nil)
    }

    @Test func `agreement rises with the number of items by itself`() {
        // Variance 1 in each, half of what chance would give.
        let values = (1...10).map { items in
            let rows = [2, 3, 4].map { step in Array(repeating: Int?(step), count: items) }
            return WithinGroupAgreement(TeamRatings(rows: rows), null: uniform)?.value ?? 0
        }
        #expect(values[0] == 0.5)
        #expect(abs(values[9] - 10.0 / 11) < 1e-15)
        #expect(values == values.sorted())
    }

    @Test(arguments: [(2, 0.25), (3, 2.0 / 3), (4, 1.25), (5, 2.0), (7, 4.0), (11, 10.0)])
    func `a uniform null distribution has the variance of its steps`(steps: Int, variance: Double) {
        #expect(NullDistribution.uniform(steps: steps).variance == variance)
        let middle = Double(steps + 1) / 2
        let counted = (1...steps).map { (Double($0) - middle) * (Double($0) - middle) }.reduce(0, +)
        #expect(abs(counted / Double(steps) - variance) < 1e-12)
    }

    @Test func `a scale without two steps, or not in the table, has no null distribution`() {
        #expect(NullDistribution.uniform(steps: 1).variance == nil)
        #expect(NullDistribution.uniform(steps: 0).variance == nil)
        #expect(NullDistribution.slightSkew(steps: 4).variance == nil)
        #expect(NullDistribution.slightSkew(steps: 5).variance == 1.34)
        #expect(NullDistribution.slightSkew(steps: 7).variance == 2.9)
        #expect(NullDistribution.slightSkew(steps: 12).variance == nil)
        #expect(WithinGroupAgreement(ratings(of: "A"), null: .slightSkew(steps: 4)) == nil)
        // A skew leaves less variance than evenness, so it asks for more agreement.
        for steps in 5...11 {
            let lean = NullDistribution.slightSkew(steps: steps).variance ?? .infinity
            #expect(lean < NullDistribution.uniform(steps: steps).variance ?? 0)
        }
    }
}
