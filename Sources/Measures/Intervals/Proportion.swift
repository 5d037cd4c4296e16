/// A share of people where each gave one answer, with its 95 % intervals by three methods.
///
/// All three take the answers to be independent of each other. Where each person gave several answers they
/// are not: see `BetaBinomial`.
public struct Proportion: Sendable, Equatable {
    /// How many of them answered so.
    public let count: Int
    /// How many answered.
    public let of: Int

    /// - Returns: nil unless `0 <= count <= of` and somebody answered.
    public init?(_ count: Int, of: Int) {
        guard of > 0, (0...of).contains(count) else { return nil }
        self.count = count
        self.of = of
    }

    /// The shares that a score test would not reject: with z = 1.96 and p = count / of,
    /// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
    ///
    /// Source: Wilson 1927, Journal of the American Statistical Association. It ends at 0 where nobody and at
    /// 1 where everybody answered so.
    public var wilson: Interval {
        let (successes, failures, people) = (Double(count), Double(of - count), Double(of))
        let z = Self.normalQuantile
        let middle = successes + z * z / 2
        let reach = z * (successes * failures / people + z * z / 4).squareRoot()
        return Interval(
            lower: count == 0 ? 0 : (middle - reach) / (people + z * z),
            upper: count == of ? 1 : (middle + reach) / (people + z * z))
    }

    /// The middle 95 % of what one believes afterwards, having begun with Jeffreys' prior:
    /// Beta(½ + count, ½ + of − count).
    ///
    /// Source: Brown, Cai and DasGupta 2001, Statistical Science, who let the lower limit be 0 where nobody
    /// and the upper be 1 where everybody answered so. The other limit then stays where the quantile puts it.
    public var jeffreys: Interval {
        let belief = BetaDistribution(0.5 + Double(count), 0.5 + Double(of - count))
        return Interval(
            lower: count == 0 ? 0 : belief.quantile(Self.tail),
            upper: count == of ? 1 : belief.quantile(1 - Self.tail))
    }

    /// The shares that neither one-sided binomial test at 2.5 % would reject. It covers the true share in at
    /// least 95 cases of 100, and for small groups in clearly more: it is wider than it needs to be.
    ///
    /// Source: Clopper and Pearson 1934, Biometrika.
    public var clopperPearson: Interval {
        let (successes, failures) = (Double(count), Double(of - count))
        return Interval(
            lower: count == 0 ? 0 : BetaDistribution(successes, failures + 1).quantile(Self.tail),
            upper: count == of ? 1 : BetaDistribution(successes + 1, failures).quantile(1 - Self.tail))
    }

    /// What a 95 % interval leaves out on each side.
    static let tail = 0.025
    /// The normal distribution's quantile at 1 − `tail`.
    private static let normalQuantile = 1.959963984540054
}
