/// What one person answered within an area: the unit that is resampled, since a person's answers go
/// together while people are taken to answer for themselves.
///
/// Counted are answers on rating items that are not opt-outs, so `0 <= top <= answers`.
public struct PersonTally: Sendable, Equatable {
    /// Counted answers.
    public let answers: Int
    /// Those of them on the two highest steps of their scale.
    public let top: Int
    /// The sum of their steps, the lowest step being 1.
    public let sum: Int

    public init(answers: Int, top: Int, sum: Int) {
        self.answers = answers
        self.top = top
        self.sum = sum
    }
}
