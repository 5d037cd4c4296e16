/// Whether a team has changed, by the order of its people's changes: Wilcoxon's signed rank test, from the
/// distribution of the ranks there are, ties and all, and not from a table or a normal curve.
///
/// The sizes of the differences are ranked, those tied sharing the middle of their ranks, and W⁺ is the sum
/// of the ranks of those above zero. p is the share of all ways to give the ranks signs whose W⁺ lies at
/// least as far from its mean as the observed one does. That is the sign-change test (`SignChanges`) of the
/// ranks with their signs.
///
/// Source: Wilcoxon 1945, Biometrics Bulletin 1; for zero differences that are ranked, Pratt 1959, Journal
/// of the American Statistical Association 54.
public struct SignedRankTest: Sendable, Equatable {
    /// What becomes of people without a change.
    public enum Zeros: Sendable {
        /// They are left out before ranking, as Wilcoxon did.
        case dropped
        /// They are ranked first, and their ranks are left out, as Pratt did.
        case ranked
    }

    /// How many people have changed.
    public let differing: Int
    /// W⁺: the ranks of the people who rose, added up.
    public let ranksUp: Double
    /// W⁻: the ranks of the people who fell, added up.
    public let ranksDown: Double
    /// Two-sided. Exact, to the last digit of a `Double`, with up to 127 people who changed.
    public let p: Double

    /// - Returns: nil where nobody has changed, and where there is no `PairedChange`.
    public init?(_ people: [(from: PersonMean, to: PersonMean)], zeros: Zeros) {
        guard let ranked = RankedDifferences(people) else { return nil }
        var ranks = ranked.doubledRanks.compactMap(\.self)
        guard !ranks.isEmpty else { return nil }
        if zeros == .dropped {
            // Every other rank stands above those of the zeros, so without them it is that much lower.
            let doubledZeros = 2 * (people.count - ranks.count)
            ranks = ranks.map { $0 > 0 ? $0 - doubledZeros : $0 + doubledZeros }
        }
        differing = ranks.count
        ranksUp = Double(ranks.reduce(0) { $0 + max(0, $1) }) / 2
        ranksDown = Double(ranks.reduce(0) { $0 - min(0, $1) }) / 2
        p = SignChanges(ranks).share
    }
}
