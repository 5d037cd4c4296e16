/// Percentile bootstrap with people as the unit: the figure is taken again and again over as many people,
/// drawn from those there are with replacement, and the middle 95 % of what comes out is the interval.
///
/// Source: Efron 1979, Annals of Statistics. It asks for no model of the answers, and is too narrow for small
/// groups, since they are resampled as if nobody else could have answered: `docs/measures.md` tells how much.
///
/// The same seed gives the same interval for the same people in the same order, on every machine. In another
/// order other people are drawn and the limits may differ a little, so callers sort people first.
public struct PeopleBootstrap: Sendable {
    private let seed: UInt64
    private let resamples: Int

    /// - Parameter resamples: How many times the figure is taken; less than one counts as one.
    public init(seed: UInt64, resamples: Int = 2_000) {
        self.seed = seed
        self.resamples = max(resamples, 1)
    }

    /// The share of answers on the two highest steps, 0…1.
    ///
    /// - Returns: nil with fewer than two people who answered: there is nothing to resample.
    public func share(_ people: [PersonTally]) -> Interval? {
        interval(people, of: \.top)
    }

    /// The mean of the steps answered.
    ///
    /// - Returns: nil with fewer than two people who answered: there is nothing to resample.
    public func index(_ people: [PersonTally]) -> Interval? {
        interval(people, of: \.sum)
    }

    /// Limits are the ⌈0.025·B⌉-th smallest and largest of the B figures.
    private func interval(_ people: [PersonTally], of count: (PersonTally) -> Int) -> Interval? {
        let people = people.filter { $0.answers > 0 }.map { (answers: $0.answers, count: count($0)) }
        guard people.count > 1 else { return nil }
        var random = SeededRandom(seed: seed)
        var figures: [Double] = []
        figures.reserveCapacity(resamples)
        for _ in 0..<resamples {
            var (answers, counted) = (0, 0)
            for _ in people.indices {
                let drawn = people[random.next(below: people.count)]
                answers += drawn.answers
                counted += drawn.count
            }
            figures.append(Double(counted) / Double(answers))
        }
        figures.sort()
        // Every fortieth, rounded up: one for up to forty resamples.
        let cut = (resamples - 1) / 40
        return Interval(lower: figures[cut], upper: figures[resamples - 1 - cut])
    }
}
