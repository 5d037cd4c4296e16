import Testing

@testable import Measures

/// A team whose changes spread evenly enough for limits to lie close together wherever they are counted.
private func team(_ count: Int, seed: UInt64) -> [(from: PersonMean, to: PersonMean)] {
    var generator = SeededRandom(seed: seed)
    return (0..<count).map { _ in
        let before = Int.random(in: 7...10, using: &generator)
        let after = Int.random(in: 7...10, using: &generator)
        return (
            PersonMean(sum: Int.random(in: 2 * before...4 * before, using: &generator), answers: before),
            PersonMean(sum: Int.random(in: 2 * after...5 * after, using: &generator), answers: after)
        )
    }
}

@Suite struct DrawnIntervalTests {
    @Test func `up to 16 people nothing is drawn, and from 17 on it is`() throws {
        let sixteen = team(16, seed: 1)
        #expect(PairedChange(sixteen, seed: 1) == PairedChange(sixteen, seed: 2))
        #expect(PairedChange(sixteen, seed: 1)?.isSampled == false)
        let seventeen = try #require(PairedChange(team(17, seed: 1), seed: 1))
        #expect(seventeen.isSampled)
        #expect(seventeen.interval != nil)
    }

    @Test func `the same seed draws the same limits, whoever comes first`() {
        let people = team(40, seed: 2)
        #expect(PairedChange(people, seed: 5) == PairedChange(people.reversed(), seed: 5))
    }

    @Test(arguments: 17...20) func `drawn limits lie within a hundredth of those of all subsets`(
        count: Int
    ) throws {
        let differences = try #require(PairedDifferences<Int>(team(count, seed: UInt64(count))))
        var means = SubsetMeans(of: differences)
        let limits = means.limits()
        let exact = try #require(limits)
        let drawn = try #require(DrawnSubsetMeans(of: differences).limits(seed: 3))
        #expect(abs(drawn.lower.count - exact.lower.count) <= 1)
        #expect(abs(drawn.upper.count - exact.upper.count) <= 1)
        #expect(exact.lower < exact.upper)
    }

    @Test(arguments: [63, 64, 65, 130]) func `everybody has the same chance to be drawn`(count: Int) throws {
        let people = team(count, seed: UInt64(count))
        let interval = try #require(PairedChange(people, seed: 4)?.interval)
        // Drawn person by person, in floating point.
        var generator = SeededRandom(seed: 9)
        let changes = people.map {
            Double($0.to.sum) / Double($0.to.answers) - Double($0.from.sum) / Double($0.from.answers)
        }
        let means = (0..<20_000).map { _ in
            let drawn = changes.filter { _ in Bool.random(using: &generator) }
            return drawn.reduce(0, +) / Double(drawn.count)
        }.sorted()
        #expect(abs(Double(interval.lower.count) / 100 - means[499]) < 0.015)
        #expect(abs(Double(interval.upper.count) / 100 - means[19_500]) < 0.015)
    }

    @Test func `when all changed alike both limits are that change`() throws {
        for count in [17, 64, 90] {
            let alike = (from: PersonMean(sum: 31, answers: 10), to: PersonMean(sum: 31, answers: 8))
            let interval = try #require(
                PairedChange(Array(repeating: alike, count: count), seed: 1)?.interval)
            // 0.775 exactly, which goes away from zero.
            #expect([interval.lower.count, interval.upper.count] == [78, 78])
            let back = try #require(
                PairedChange(Array(repeating: (from: alike.to, to: alike.from), count: count), seed: 1)?
                    .interval)
            #expect([back.lower.count, back.upper.count] == [-78, -78])
        }
    }
}
