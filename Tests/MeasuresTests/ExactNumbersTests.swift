import Testing

@testable import Measures

@Suite struct ExactNumbersTests {
    /// Answer counts that give the same means, but with a common denominator that is larger by the product
    /// of all these primes.
    private func disguised(
        _ people: [(from: PersonMean, to: PersonMean)], by primes: [Int]
    ) -> [(from: PersonMean, to: PersonMean)] {
        people.enumerated().map { place, person in
            let before = primes[2 * place % primes.count]
            let after = primes[(2 * place + 1) % primes.count]
            return (
                PersonMean(sum: person.from.sum * before, answers: person.from.answers * before),
                PersonMean(sum: person.to.sum * after, answers: person.to.answers * after)
            )
        }
    }

    private static let largePrimes = [
        61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
    ]

    private func randomTeam(using generator: inout SeededRandom) -> [(from: PersonMean, to: PersonMean)] {
        (0..<Int.random(in: 9...12, using: &generator)).map { _ in
            let before = Int.random(in: 2...4, using: &generator)
            let after = Int.random(in: 2...4, using: &generator)
            return (
                PersonMean(sum: Int.random(in: before...3 * before, using: &generator), answers: before),
                PersonMean(sum: Int.random(in: before...3 * before, using: &generator), answers: after)
            )
        }
    }

    @Test(arguments: [9, 22]) func `common denominators beyond 64 and 127 bits change nothing`(primes: Int)
        throws
    {
        var generator = SeededRandom(seed: UInt64(primes))
        for _ in 0..<100 {
            let team = randomTeam(using: &generator)
            let disguised = disguised(team, by: Array(Self.largePrimes.prefix(primes)))
            #expect(PairedDifferences<Int>(disguised) == nil)
            #expect((PairedDifferences<Int128>(disguised) == nil) == (primes == 22))
            #expect(PairedChange(disguised, seed: 1) == PairedChange(team, seed: 1), "\(team)")
            for zeros in [SignedRankTest.Zeros.dropped, .ranked] {
                #expect(
                    SignedRankTest(disguised, zeros: zeros) == SignedRankTest(team, zeros: zeros), "\(team)")
            }
            #expect(SignTest(disguised) == SignTest(team))
        }
    }

    @Test func `a tie stays a tie where the means are cut off`() throws {
        var generator = SeededRandom(seed: 22)
        for _ in 0..<60 {
            // Many means of eighths lie on a border between hundredths, and many sums of them are equal.
            let least = Int.random(in: -1...2, using: &generator)
            let team = (0..<12).map { _ in
                let before = PersonMean(sum: Int.random(in: 20...28, using: &generator), answers: 8)
                let after = before.sum + Int.random(in: least...least + 4, using: &generator)
                return (from: before, to: PersonMean(sum: after, answers: 8))
            }
            for team in [team, team.map { (from: $1, to: $0) }] {
                let disguised = disguised(team, by: Self.largePrimes)
                #expect(PairedChange(disguised, seed: 1) == PairedChange(team, seed: 1), "\(team)")
            }
        }
        let balanced = [1, 2, 4, -7, 3, -3, 2, -2, 5, -5, 1, -1].map {
            (from: PersonMean(sum: 20, answers: 7), to: PersonMean(sum: 20 + $0, answers: 7))
        }
        let change = try #require(PairedChange(disguised(balanced, by: Self.largePrimes), seed: 1))
        #expect(change.exactP.count == 10_000)
        #expect(change.difference.count == 0)
    }

    @Test func `means that no scale has are no means, and the largest ones do not overflow`() throws {
        let huge = PersonMean(sum: .max, answers: 1)
        let one = PersonMean(sum: 1, answers: 1)
        #expect(PairedChange([(one, huge)], seed: 1) == nil)
        #expect(PairedChange([(PersonMean(sum: .min, answers: 1), one)], seed: 1) == nil)
        #expect(SignTest([(huge, one)]) == nil)
        let most = PersonMean(sum: 1_000_000_000_000_000, answers: 1)
        let long = PersonMean(sum: .max, answers: .max - 1)
        let change = try #require(PairedChange(Array(repeating: (from: long, to: most), count: 6), seed: 1))
        #expect(change.meanFrom.description == "1.00")
        #expect(change.meanTo.description == "1000000000000000.00")
        #expect(change.difference.description == "999999999999999.00")
        #expect(change.interval?.lower.description == "999999999999999.00")
    }

    @Test(arguments: [
        (1, 64, 156), (1, 32, 313), (10, 11, 9091), (1, 3, 3333), (2, 3, 6667), (1, 20_000, 1),
        (-1, 20_000, -1), (-1, 20_001, 0), (0, 5, 0), (7, 7, 10_000), (5, 2, 25_000),
    ])
    func `a fraction goes to the nearest ten-thousandth, halves away from zero`(
        numerator: Int, denominator: Int, count: Int
    ) {
        #expect(TenThousandths(numerator, over: denominator)?.count == count)
        #expect(TenThousandths(Int128(numerator), over: Int128(denominator))?.count == count)
        #expect(
            TenThousandths(Int128(numerator) << 100, over: Int128(denominator) << 100)?.count == count)
    }

    @Test func `ten-thousandths overflow nothing, and are nil where there is no number`() {
        #expect(TenThousandths(Int.max, over: .max)?.count == 10_000)
        #expect(TenThousandths(Int.min, over: .max)?.count == -10_000)
        #expect(TenThousandths(1, over: .max)?.count == 0)
        #expect(TenThousandths(.max, over: 1) == nil)
        #expect(TenThousandths(1, over: 0) == nil)
        #expect(TenThousandths(1, over: -1) == nil)
        #expect(TenThousandths(Int128.max, over: Int128(Int.max)) == nil)
        #expect(Hundredths(Int128.max - 1, over: Int128.max)?.count == 100)
    }

    @Test(arguments: [
        (156, "0.0156", "0,0156"), (10_000, "1.0000", "1,0000"), (0, "0.0000", "0,0000"),
        (9091, "0.9091", "0,9091"), (-7, "-0.0007", "-0,0007"), (123_456, "12.3456", "12,3456"),
        (Int.min, "-922337203685477.5808", "-922337203685477,5808"),
    ])
    func `ten-thousandths print four decimals, after a point or a comma`(
        count: Int, point: String, comma: String
    ) {
        #expect(TenThousandths(count: count).description == point)
        #expect(TenThousandths(count: count).printed(decimalSeparator: ",") == comma)
    }

    @Test func `ten-thousandths are ordered as the numbers they stand for`() {
        #expect(
            [156, -3, 9091, 0].map(TenThousandths.init(count:)).sorted().map(\.count) == [-3, 0, 156, 9091])
    }

    @Test func `hundredths of any integer type round alike`() {
        for denominator in 1...45 {
            for numerator in -450...450 {
                let wide = Hundredths(Int128(numerator), over: Int128(denominator))
                #expect(wide == Hundredths(numerator, over: denominator))
            }
        }
    }
}
