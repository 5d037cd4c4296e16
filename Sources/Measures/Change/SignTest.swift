/// Whether more people rose than fell than chance would give, by their number alone: the exact binomial test
/// with a chance of one half. People without a change are left out.
///
/// Source: Arbuthnott 1710, Philosophical Transactions 27; Dixon and Mood 1946, Journal of the American
/// Statistical Association 41.
public struct SignTest: Sendable, Equatable {
    /// How many people's means have risen.
    public let up: Int
    /// How many people's means have fallen.
    public let down: Int
    /// Two-sided: the chance that the numbers of those who rise and who fall differ by at least as much as
    /// they do. Exact, to the last digit of a `Double`, with up to 127 people who changed.
    public let p: Double

    /// - Returns: nil where nobody has changed, and where there is no `PairedChange`.
    public init?(_ people: [(from: PersonMean, to: PersonMean)]) {
        guard let ranked = RankedDifferences(people) else { return nil }
        let signs = ranked.doubledRanks.compactMap { $0?.signum() }
        guard !signs.isEmpty else { return nil }
        up = signs.count { $0 > 0 }
        down = signs.count - up
        p = SignChanges(signs).share
    }
}
