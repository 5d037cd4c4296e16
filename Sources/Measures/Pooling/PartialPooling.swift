/// What the means of many teams say when none is read alone: each is drawn towards the mean of all, the more
/// so the fewer people it rests on and the less teams differ.
///
/// A person's value is the mean of all teams, plus what the person's team adds, plus what is the person's
/// own; the two latter are normal with a variance each, estimated by restricted maximum likelihood
/// (`RestrictedLikelihood`). A team of n people keeps the share B = n τ² / (n τ² + σ²) of its mean's distance
/// from the mean of all, with τ² the variance between teams and σ² that within.
///
/// Source: Henderson 1975, Best linear unbiased estimation and prediction under a selection model, Biometrics
/// 31; Robinson 1991, Statistical Science 6.
public struct PartialPooling: Sendable, Equatable {
    /// One team's place among the teams.
    public struct Team: Sendable, Equatable {
        /// How many people.
        public let size: Int
        /// The plain mean of the team's values.
        public let rawMean: Double
        /// What the team adds to the mean of all: B times the raw mean's distance from it.
        public let effect: Double
        /// The mean of all plus the effect.
        public let mean: Double
        /// Where the team's own level lies with 95 %: the normal limits of the prediction, whose variance is
        /// τ² (1 − B) + (1 − B)² times the variance of the mean of all. That τ² and σ² are estimates
        /// themselves is not in it, so with few teams it is too narrow.
        public let interval: Interval
        /// 1 − B: the share of its distance that the team has lost, 0 where it keeps its mean and 1 where all
        /// teams have the same.
        public let shrinkage: Double
    }

    /// The mean of all teams, each weighted by how much it says.
    public let mean: Double
    /// τ², the variance between teams; 0 where the teams differ no more than people within them would make
    /// them.
    public let teamVariance: Double
    /// σ², the variance within teams.
    public let residualVariance: Double
    /// The teams in the order given; nil for a team without values, which has no part in the rest.
    public let teams: [Team?]

    /// - Parameter values: For each team one value a person, such as the person's mean over the items.
    /// - Returns: nil with fewer than two teams that have values, where every team has one person only, so
    ///   that the two variances cannot be told apart, and where a value is no number.
    public init?(_ values: [[Double]]) {
        guard let layout = OneWayLayout(values), layout.count > Double(layout.sizes.count) else { return nil }
        let variances = Variances(layout)
        mean = variances.mean
        teamVariance = variances.between
        residualVariance = variances.within
        var filled = 0
        var teams: [Team?] = []
        for team in values {
            guard !team.isEmpty else {
                teams.append(nil)
                continue
            }
            teams.append(Team(size: team.count, rawMean: layout.means[filled], variances))
            filled += 1
        }
        self.teams = teams
    }
}

/// The estimates that all teams share.
private struct Variances {
    let mean: Double
    let between: Double
    let within: Double
    /// The variance of the estimated mean of all.
    let ofMean: Double

    init(_ layout: OneWayLayout) {
        if layout.squaresWithin > 0 {
            let likelihood = RestrictedLikelihood(layout)
            let ratio = likelihood.largestAt
            let estimates = likelihood.estimates(at: ratio)
            mean = estimates.mean
            within = estimates.variance
            between = ratio * estimates.variance
            ofMean = estimates.variance / estimates.weight
        } else {
            // Nobody differs from their team: the limit of a growing ratio, in which every team weighs alike.
            let count = Double(layout.sizes.count)
            mean = layout.means[0] + layout.means.reduce(0) { $0 + ($1 - layout.means[0]) } / count
            within = 0
            between = layout.meansAreEqual ? 0 : sampleVariance(of: layout.means) ?? 0
            ofMean = between / count
        }
    }
}

extension PartialPooling.Team {
    /// The quantile of the normal distribution with 2.5 % beyond it.
    private static let normalQuantile = 1.959963984540054

    fileprivate init(size: Int, rawMean: Double, _ variances: Variances) {
        let spread = variances.between * Double(size)
        self.size = size
        self.rawMean = rawMean
        shrinkage = spread > 0 ? variances.within / (spread + variances.within) : 1
        effect = spread > 0 ? spread / (spread + variances.within) * (rawMean - variances.mean) : 0
        mean = variances.mean + effect
        let variance = shrinkage * (variances.between + shrinkage * variances.ofMean)
        let reach = Self.normalQuantile * variance.squareRoot()
        interval = Interval(lower: mean - reach, upper: mean + reach)
    }
}
