/// Beta-binomial reading of a team's share where each person gave several answers: the answers of one person
/// go together, so they are worth fewer than were given.
///
/// With p = top / answers, the correlation ρ within people and m = Σk²/Σk answers in the mean (weighted by
/// themselves, k being each person's answers), the answers are worth e = answers / (1 + (m − 1)ρ)
/// independent ones (Kish 1965, the design effect). From Jeffreys' prior the belief afterwards is
/// Beta(½ + pe, ½ + (1 − p)e). With one answer each that is the Jeffreys posterior of the plain share,
/// except that both limits stay its quantiles where nobody or everybody is on top.
///
/// How ρ is estimated is told at `WithinPersonCorrelation`. Where all answers are on top it is taken to be
/// 1, so the lower limit can then be lower than with one answer fewer on top: 0.738 where eight people gave
/// five answers each and all are, 0.796 where 39 of the 40 are. The like holds at the other end.
public struct BetaBinomial: Sendable, Equatable {
    /// The mean of the belief: p drawn a little towards one half.
    public let share: Double
    /// The middle 95 % of the belief, with 2.5 % left out on each side.
    public let interval: Interval
    /// How much alike one person's answers are, 0…1; 0 where everyone gave one, for then it has no meaning.
    public let correlation: Double
    /// How many independent answers the team's answers are worth.
    public let effectiveAnswers: Double

    /// As if the answers of each person were all alike: the widest that so many people allow. It says nothing but what
    /// share and people say, and so is for groups so small that how the answers lie must not show through.
    ///
    /// - Returns: nil where nobody answered, or where more answers are on top than there are.
    public init?(top: Int, of answers: Int, people: Int) {
        guard people > 0, answers > 0, (0...answers).contains(top) else { return nil }
        let share = Double(top) / Double(answers)
        self.init(
            share: share, mirrored: Double(answers - top) / Double(answers), worth: Double(people),
            correlation: 1)
    }

    /// - Parameter people: In any order. Those without answers are left out.
    /// - Returns: nil where nobody answered, or where a tally has more answers on top than answers, or fewer
    ///   than none: such counts have no share.
    public init?(_ people: [PersonTally]) {
        let people = people.filter { $0.answers > 0 }
        guard !people.isEmpty, people.allSatisfy({ (0...$0.answers).contains($0.top) }) else { return nil }
        let answers = people.reduce(0) { $0 + Double($1.answers) }
        let top = people.reduce(0) { $0 + Double($1.top) }
        let squares = people.reduce(0) { $0 + Double($1.answers) * Double($1.answers) }

        let correlation = WithinPersonCorrelation(people).cautious
        self.init(
            share: top / answers, mirrored: (answers - top) / answers,
            worth: answers / (1 + (squares / answers - 1) * correlation), correlation: correlation)
    }

    /// - Parameter mirrored: The share of those not on top, from their own count, so that mirrored answers have a
    ///   mirrored interval.
    private init(share: Double, mirrored: Double, worth effectiveAnswers: Double, correlation: Double) {
        self.correlation = correlation
        self.effectiveAnswers = effectiveAnswers
        let belief = BetaDistribution(0.5 + effectiveAnswers * share, 0.5 + effectiveAnswers * mirrored)
        self.share = belief.alpha / (belief.alpha + belief.beta)
        interval = Interval(
            lower: belief.quantile(Proportion.tail), upper: belief.quantile(1 - Proportion.tail))
    }
}
