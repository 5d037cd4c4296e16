/// What one team answered within one area: the counts from which share and mean follow exactly, so that
/// no single answer needs to leave the database.
///
/// Counted are answers on rating items of the area that are not opt-outs.
public struct AnswerTally: Sendable, Equatable {
    /// People with at least one counted answer in the area.
    public var people: Int
    /// Counted answers.
    public var answers: Int
    /// Those of them on the two highest steps of their scale.
    public var top: Int
    /// The sum of their steps, the lowest step being 1.
    public var sum: Int

    public init(people: Int, answers: Int, top: Int, sum: Int) {
        self.people = people
        self.answers = answers
        self.top = top
        self.sum = sum
    }
}
