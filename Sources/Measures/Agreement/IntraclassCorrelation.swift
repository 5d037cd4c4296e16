/// How much of what people say belongs to their team, from a one-way random effects analysis of variance over
/// teams. With MSB and MSW the mean squares between and within teams and k the mean number of people,
///
///     ICC(1) = (MSB − MSW) / (MSB + (k − 1) MSW)        ICC(2) = (MSB − MSW) / MSB
///
/// ICC(1) is the share of one person's value that the team explains, ICC(2) how reliably a team's mean tells
/// teams apart. Teams of different sizes have their plain mean size as k.
///
/// Both are negative where people differ more within teams than teams do. They are given as they are; to the
/// reader such a value says that no difference between teams can be seen.
///
/// Source: Shrout and Fleiss 1979, Psychological Bulletin 86, as used for teams by Bliese 2000, in Klein and
/// Kozlowski, Multilevel Theory, Research, and Methods in Organizations.
public struct IntraclassCorrelation: Sendable, Equatable {
    /// ICC(1), at most 1.
    public let icc1: Double
    /// ICC(2), at most 1; nil where all teams have the same mean, so that there is nothing to be reliable.
    public let icc2: Double?

    /// - Parameter teams: For each team one value a person, such as the person's mean over the items. Teams
    ///   without values are left out.
    /// - Returns: nil with fewer than two teams, where every team has one person only, and where all values
    ///   are equal.
    public init?(_ teams: [[Double]]) {
        guard let layout = OneWayLayout(teams) else { return nil }
        let count = layout.count
        let teams = Double(layout.sizes.count)
        let isConstant = layout.squaresWithin == 0 && layout.meansAreEqual
        guard count > teams, !isConstant else { return nil }

        let values = zip(layout.sizes, layout.means)
        let middle = values.reduce(0) { $0 + $1.0 * $1.1 } / count
        let squaresBetween =
            layout.meansAreEqual ? 0 : values.reduce(0) { $0 + $1.0 * ($1.1 - middle) * ($1.1 - middle) }
        let between = squaresBetween / (teams - 1)
        let within = layout.squaresWithin / (count - teams)
        icc1 = (between - within) / (between + (count / teams - 1) * within)
        icc2 = between > 0 ? (between - within) / between : nil
    }
}
