/// Values that fall into teams: what an analysis of variance and partial pooling need to know of them.
struct OneWayLayout: Sendable, Equatable {
    /// How many values each team has; teams without any are left out.
    let sizes: [Double]
    let means: [Double]
    /// The squares of the values' differences from their team's mean, added up. Exactly 0 where all values of
    /// each team are equal.
    let squaresWithin: Double
    /// Whether the team means are all equal, or so close that only rounding can have parted them.
    let meansAreEqual: Bool

    /// - Returns: nil with fewer than two teams that have values, and where a value is no number.
    init?(_ teams: [[Double]]) {
        let teams = teams.filter { !$0.isEmpty }
        guard teams.count > 1, teams.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
        sizes = teams.map { Double($0.count) }
        // From the first value on, so that equal values have exactly their own mean.
        means = teams.map { team in team[0] + team.reduce(0) { $0 + ($1 - team[0]) } / Double(team.count) }
        squaresWithin = zip(teams, means).reduce(0) { sum, team in
            team.0.reduce(sum) { $0 + ($1 - team.1) * ($1 - team.1) }
        }
        let lowest = means.min() ?? 0
        let highest = means.max() ?? 0
        meansAreEqual = highest - lowest <= 1e-12 * max(abs(lowest), abs(highest))
    }

    /// How many values there are in all teams.
    var count: Double { sizes.reduce(0, +) }
}
