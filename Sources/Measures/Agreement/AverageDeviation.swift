/// How far a team's members lie from their mean, in steps of the scale: for an item the mean of the absolute
/// differences from the item's mean, for a scale the mean over its items. 0 is full agreement.
///
/// It needs no null distribution. Up to a sixth of the number of steps, 0.83 for five, is often taken as
/// agreement (Burke and Dunlap 2002, Organizational Research Methods 5).
///
/// Source: Burke, Finkelstein and Dusig 1999, On average deviation indices for estimating interrater
/// agreement, Organizational Research Methods 2.
public struct AverageDeviation: Sendable, Equatable {
    /// By item, in the order given; nil for an item that fewer than two people answered.
    public let items: [Double?]
    /// The mean over the items that have one.
    public let scale: Double

    /// - Returns: nil where no item was answered by two people.
    public init?(_ ratings: TeamRatings) {
        items = ratings.answers.map { answers in
            guard answers.count > 1, let middle = mean(of: answers) else { return nil }
            return mean(of: answers.map { abs($0 - middle) })
        }
        guard let scale = mean(of: items.compactMap(\.self)) else { return nil }
        self.scale = scale
    }
}
