/// How the answers to one question fall on its alternatives, as far as that may be told.
///
/// Shares of all alternatives but one give the last one away, so a limit alone hides nothing. Therefore only those that
/// more than a third chose are told by themselves, and all others together: at least two, and no extreme when taken
/// together. All ways in which of several sizes up to twenty people can answer were gone through: whoever knows the rules finds no share
/// of 80 % and more or 20 % and less that the figures would settle.
public struct Distribution: Sendable, Equatable {
    /// Alternatives that are told by one share.
    public struct Group: Sendable, Equatable {
        /// By their places, from 0, in the question's order.
        public let alternatives: [Int]
        public let shown: OutcomeShare.Shown
    }

    /// How many people answered; nil where they are too few for anything to be told.
    public let people: Int?
    /// Empty where nothing may be told: too few answered, or no alternative was chosen by more than a third.
    public let groups: [Group]

    /// Shares of five people settle what one of them answered.
    public static let fewest = 6

    /// - Parameter counts: How many people chose each alternative; everybody chose one.
    public init(_ counts: [Int], _ withholding: Withholding) {
        let people = counts.reduce(0, +)
        guard people >= Self.fewest, withholding.showsSpread(of: people) else {
            self.people = nil
            groups = []
            return
        }
        self.people = people
        groups = Self.groups(counts, people, withholding)
    }

    private static func groups(_ counts: [Int], _ people: Int, _ withholding: Withholding) -> [Group] {
        func limit(_ count: Int) -> OutcomeShare.Shown? {
            withholding.limit(
                AnswerTally(people: people, answers: people, top: count, sum: 0),
                of: OutcomeArea(code: "", ratingItems: 1))
        }
        func group(_ alternatives: [Int]) -> Group {
            let count = alternatives.reduce(0) { $0 + counts[$1] }
            let percent = Hundredths(count, over: people)?.count ?? 0
            return Group(
                alternatives: alternatives, shown: limit(count) ?? .exact(top: count, percent: percent))
        }
        guard withholding.rules.contains(.alternatives) else { return counts.indices.map { group([$0]) } }
        // Nearly all chose one: of it and of all others together only that is told.
        if let most = counts.indices.first(where: { limit(counts[$0]) == .atLeast(80) }) {
            let others = counts.indices.filter { $0 != most }
            return (others.isEmpty ? [[most]] : [[most], others]).map(group)
        }
        guard counts.count > 2 else { return counts.indices.map { group([$0]) } }
        // The most chosen first; of as many the earlier.
        var apart = counts.indices.filter { 3 * counts[$0] > people }.sorted {
            (-counts[$0], $0) < (-counts[$1], $1)
        }
        var together = counts.indices.filter { !apart.contains($0) }
        while together.count < 2 || limit(together.reduce(0) { $0 + counts[$1] }) != nil,
            let least = apart.popLast()
        {
            together.append(least)
        }
        guard !apart.isEmpty else { return [] }
        return apart.sorted().map { group([$0]) } + [group(together.sorted())]
    }
}
