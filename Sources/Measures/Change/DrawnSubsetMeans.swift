/// The limits of `SubsetMeans` for teams so large that only some of the subsets are looked at: 100,000 drawn
/// at random, each person in with a chance of one half, and never nobody. Then k is 2,500.
///
/// The same seed and the same differences give the same limits, in whatever order they come.
struct DrawnSubsetMeans<Whole: FixedWidthInteger & SignedInteger & Sendable> {
    static var draws: Int { 100_000 }

    private let differences: PairedDifferences<Whole>
    /// For every eight people the 256 sums of those of them that may be drawn.
    private let sums: [Whole]

    init(of differences: PairedDifferences<Whole>) {
        self.differences = differences
        let values = differences.values.sorted()
        var sums: [Whole] = []
        for first in stride(from: 0, to: values.count, by: 8) {
            var eight: [Whole] = [0]
            for place in first..<first + 8 {
                let value = place < values.count ? values[place] : 0
                eight += eight.map { $0 + value }
            }
            sums += eight
        }
        self.sums = sums
    }

    /// Both limits, each rounded to hundredths from its exact fraction.
    func limits(seed: UInt64) -> HundredthsInterval? {
        var random = SeededRandom(seed: seed)
        // How many of the means round to each hundredth.
        var means: [Int: Int] = [:]
        for _ in 0..<Self.draws {
            let (sum, people) = draw(using: &random)
            guard let mean = differences.hundredths(sum, over: people) else { return nil }
            means[mean, default: 0] += 1
        }
        let ordered = means.keys.sorted()
        guard let lower = place(Self.draws / 40, in: ordered, of: means),
            let upper = place(Self.draws / 40, in: ordered.reversed(), of: means)
        else { return nil }
        return HundredthsInterval(lower: Hundredths(count: lower), upper: Hundredths(count: upper))
    }

    /// The sum of the differences of some people, at least one.
    private func draw(using random: inout SeededRandom) -> (sum: Whole, people: Int) {
        let count = differences.values.count
        var sum: Whole = 0
        var people = 0
        repeat {
            for first in stride(from: 0, to: count, by: 64) {
                var drawn = random.next()
                if count - first < 64 { drawn &= 1 << UInt64(count - first) - 1 }
                people += drawn.nonzeroBitCount
                var table = first / 8 * 256
                while drawn != 0 {
                    sum += sums[table + Int(drawn & 255)]
                    drawn >>= 8
                    table += 256
                }
            }
        } while people == 0
        return (sum, people)
    }

    /// The hundredth at a place, counted from the first of those given.
    private func place(_ place: Int, in hundredths: [Int], of means: [Int: Int]) -> Int? {
        var passed = 0
        return hundredths.first { hundredth in
            passed += means[hundredth, default: 0]
            return passed >= place
        }
    }
}
