/// How one team's answers on one form of trust have changed between two waves, over the people who answered
/// in both. Source: `report change` of the study format.
///
/// Everything is decided in whole numbers (`PairedDifferences`): a difference of nothing is nothing, equal
/// sums are equal, and a mean halfway between two hundredths goes away from zero.
public struct PairedChange: Sendable, Equatable {
    /// How many people, n.
    public let people: Int
    /// The mean of the people's means before, in steps.
    public let meanFrom: Hundredths
    /// The mean of the people's means after, in steps.
    public let meanTo: Hundredths
    /// The mean of the people's differences: after less before, rounded from its own exact fraction, so it
    /// need not be the difference between the two rounded means.
    public let difference: Hundredths
    /// How many people's means have risen.
    public let up: Int
    /// How many people's means are what they were.
    public let same: Int
    /// How many people's means have fallen.
    public let down: Int
    /// The share of the 2ⁿ ways to change the signs of the differences whose sum lies at least as far from
    /// zero as the observed one. Source: Fisher 1935; see `SignChanges` on how far it is exact.
    public let exactP: TenThousandths
    /// The same share, not rounded to four decimals.
    public let permutationP: Double
    /// The k-th smallest and k-th largest of the means of all subsets of the differences, k = ⌊0.025 · 2ⁿ⌋.
    /// Source: Hartigan 1969; see `SubsetMeans`. Nil where k is 0: with fewer than six people.
    public let interval: HundredthsInterval?
    /// Whether the interval is from 100,000 drawn subsets rather than from all: with more than 16 people.
    public let isSampled: Bool

    /// - Parameters:
    ///   - people: Each person's mean before and after, in any order.
    ///   - seed: Decides which subsets are drawn.
    /// - Returns: nil where there is nobody, where somebody has no answers, or where a mean is larger than
    ///   any scale has steps (10¹⁵).
    public init?(_ people: [(from: PersonMean, to: PersonMean)], seed: UInt64) {
        if let differences = PairedDifferences<Int>(people) {
            self.init(differences, seed: seed)
        } else if let differences = PairedDifferences<Int128>(people) {
            self.init(differences, seed: seed)
        } else if let differences = PairedDifferences<Int128>(cutOff: people) {
            self.init(differences, seed: seed)
        } else {
            return nil
        }
    }

    private init?<Whole>(_ differences: PairedDifferences<Whole>, seed: UInt64) {
        let values = differences.values
        guard let from = differences.hundredths(differences.sumFrom, over: values.count),
            let to = differences.hundredths(differences.sumTo, over: values.count),
            let difference = differences.hundredths(values.reduce(0, +), over: values.count)
        else { return nil }
        people = values.count
        meanFrom = Hundredths(count: from)
        meanTo = Hundredths(count: to)
        self.difference = Hundredths(count: difference)
        // Equal means are cut off alike, so these are exact even where the differences are not.
        up = values.count { $0 > 0 }
        down = values.count { $0 < 0 }
        same = people - up - down

        let signs = SignChanges(
            values, unit: differences.unit, error: differences.error * Whole(values.count))
        exactP = signs.rounded
        permutationP = signs.share

        isSampled = people > SubsetMeans<Whole>.mostPeople
        if isSampled {
            interval = DrawnSubsetMeans(of: differences).limits(seed: seed)
        } else {
            var means = SubsetMeans(of: differences)
            interval = means.limits()
        }
    }
}
