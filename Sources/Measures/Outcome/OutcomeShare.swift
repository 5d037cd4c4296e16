/// One area of a questionnaire, as far as the outcome needs to know it.
public struct OutcomeArea: Sendable, Equatable {
    /// The instrument's code for the area, such as `team`.
    public let code: String
    /// How many rating items of the part belong to the area. With none it was not asked about.
    public let ratingItems: Int

    public init(code: String, ratingItems: Int) {
        self.code = code
        self.ratingItems = ratingItems
    }

    var isSingleItem: Bool { ratingItems == 1 }
}

/// The share of an area's answers that lie on the two highest steps of the scale.
public struct OutcomeShare: Sendable, Equatable {
    public enum Shown: Sendable, Equatable {
        /// The answers on the two highest steps, and their share in whole per cent, half up.
        case exact(top: Int, percent: Int)
        /// An extreme of a single item: so many per cent or more.
        case atLeast(Int)
        /// An extreme of a single item: so many per cent or fewer.
        case atMost(Int)
    }

    /// The area's code.
    public let area: String
    /// All counted answers in the area.
    public let of: Int
    /// People with at least one counted answer in the area.
    public let people: Int
    public let shown: Shown

    /// - Returns: nil where there is no answer to take a share of.
    init?(of area: OutcomeArea, tally: AnswerTally, withholding: Withholding) {
        // A share in hundredths is a share in per cent.
        guard let share = Hundredths(tally.top, over: tally.answers) else { return nil }
        self.area = area.code
        of = tally.answers
        people = tally.people
        shown = withholding.limit(tally, of: area) ?? .exact(top: tally.top, percent: share.count)
    }

    /// Whether the share is told as it is, and not as a limit.
    public var isExact: Bool {
        if case .exact = shown { true } else { false }
    }
}
