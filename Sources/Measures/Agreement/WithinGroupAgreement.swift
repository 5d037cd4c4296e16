/// How much a team's members agree, r_wg(j): with J items, s̄² the mean of their variances within the team
/// and σ² the variance under the null distribution,
///
///     r_wg(j) = J (1 − s̄²/σ²) / (J (1 − s̄²/σ²) + s̄²/σ²)
///
/// For one item that is r_wg = 1 − s²/σ². It is 1 where all answer alike, and 0 where they differ as much as
/// under the null distribution or more.
///
/// It rises with the number of items by itself: ten items of which each has 0.5 have 0.91 together.
///
/// Source: James, Demaree and Wolf 1984, Estimating within-group interrater reliability with and without
/// response bias, Journal of Applied Psychology 69.
public struct WithinGroupAgreement: Sendable, Equatable {
    /// How many items count: those that at least two people answered.
    public let items: Int
    /// s̄²: the mean of the items' variances, each over the people who answered it.
    public let meanVariance: Double
    /// r_wg(j), in 0…1.
    public let value: Double

    /// - Returns: nil where no item was answered by two people, which is so with one member and with none,
    ///   and where the null distribution has no variance.
    public init?(_ ratings: TeamRatings, null: NullDistribution) {
        let variances = ratings.answers.compactMap(sampleVariance(of:))
        guard let meanVariance = mean(of: variances), let nullVariance = null.variance else { return nil }
        items = variances.count
        self.meanVariance = meanVariance
        let disagreement = meanVariance / nullVariance
        let agreement = Double(items) * (1 - disagreement)
        value = disagreement < 1 ? agreement / (agreement + disagreement) : 0
    }
}
