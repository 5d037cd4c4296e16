/// What is told of the difference between teams. With few of them its variance is a guess, and all that rests on it
/// looks surer than it is.
enum BetweenTeams {
    static let fewest = 5

    /// The teams' values, where there are enough teams to compare them.
    static func enough(_ teams: [[Double]]) -> [[Double]]? {
        teams.count { !$0.isEmpty } >= fewest ? teams : nil
    }
}
