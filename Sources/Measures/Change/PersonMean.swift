/// The mean of one person's answers to a form's items in one part of a questionnaire, kept as an exact
/// fraction so that two of them can be compared without rounding.
public struct PersonMean: Sendable, Equatable {
    /// The steps answered, added up; the lowest step is 1.
    public let sum: Int
    /// How many answers; at least one, or there is no mean. Opt-outs are no answers.
    public let answers: Int

    public init(sum: Int, answers: Int) {
        self.sum = sum
        self.answers = answers
    }
}

extension PersonMean: Comparable {
    /// By size, and of equals by the number of answers.
    public static func < (one: PersonMean, other: PersonMean) -> Bool {
        let (left, right) = (one.sum * other.answers, other.sum * one.answers)
        return left == right ? one.answers < other.answers : left < right
    }
}

/// Two limits with two decimals; lower <= upper.
public struct HundredthsInterval: Sendable, Equatable {
    public let lower: Hundredths
    public let upper: Hundredths

    public init(lower: Hundredths, upper: Hundredths) {
        self.lower = lower
        self.upper = upper
    }
}
