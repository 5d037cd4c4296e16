/// How far the items of a scale go together, from the people who answered all of them. With J items, vⱼ their
/// variances, v that of the people's sums and r̄ the mean correlation between two items,
///
///     raw = J / (J − 1) · (1 − Σ vⱼ / v)        standardised = J r̄ / (1 + (J − 1) r̄)
///
/// It is told of all teams together and not of one: a few people cannot say how items go together.
///
/// Source: Cronbach 1951, Coefficient alpha and the internal structure of tests, Psychometrika 16.
public struct CronbachAlpha: Sendable, Equatable {
    /// How many people answered all items.
    public let people: Int
    /// At most 1; negative where items go against each other.
    public let raw: Double
    /// As if all items had the same variance; nil where an item has none, because nothing can go together
    /// with it, and where the standardised items cancel each other out.
    public let standardised: Double?
    /// r̄; nil where an item has no variance.
    public let averageInterItemCorrelation: Double?

    /// - Parameter ratings: Of people of all teams.
    /// - Returns: nil with fewer than two items, with fewer than two people who answered all of them, and
    ///   where all of those have the same sum.
    public init?(_ ratings: TeamRatings) {
        let rows = ratings.completeRows
        let count = ratings.itemCount
        guard count > 1, let total = sampleVariance(of: rows.map { $0.reduce(0, +) }), total > 0
        else { return nil }
        let items = (0..<count).map { item in rows.map { $0[item] } }
        let variances = items.compactMap(sampleVariance(of:))
        let factor = Double(count) / Double(count - 1)
        people = rows.count
        raw = factor * (1 - variances.reduce(0, +) / total)

        guard variances.allSatisfy({ $0 > 0 }) else {
            standardised = nil
            averageInterItemCorrelation = nil
            return
        }
        // The variance of the sum of standardised items is J plus all their correlations, each twice.
        let scaled = rows.map { row in zip(row, variances).reduce(0) { $0 + $1.0 / $1.1.squareRoot() } }
        let whole = sampleVariance(of: scaled) ?? 0
        let correlation = (whole / Double(count) - 1) / Double(count - 1)
        averageInterItemCorrelation = correlation
        // Below this only rounding is left of the sum.
        standardised = whole > 1e-12 ? factor * (1 - Double(count) / whole) : nil
    }
}
