/// What the answers say of one form of trust in one term.
public struct AnswersReading: Sendable, Equatable {
    public enum Reason: String, Sendable, CaseIterable {
        case high = "answers-high"
        case enough = "answers-enough"
        case low = "answers-low"
        /// The figures alone would give another level, but have not passed the border clearly or twice.
        case held = "answers-held"
        /// No round on the form belongs to the term.
        case noRound = "answers-not-asked"
        /// A round has not closed yet.
        case open = "answers-still-open"
        /// Fewer than the minimum group answered, or would be left of those who answered before too.
        case tooFew = "answers-too-few"
        /// Fewer than the share of those asked that the study wants.
        case smallShare = "answers-too-small-share"
    }

    /// What may be told of the answers. Nothing of it exists where the answers are insufficient.
    public struct Figures: Sendable, Equatable {
        /// What the round is called.
        public let round: String
        /// How many people the means are of, and how many were asked.
        public let people: Int
        public let asked: Int
        public let mean: Hundredths
        /// The facets that are asked about, in the order of `TrustFacet`; nil where too few answered to tell it.
        public let facets: [(facet: TrustFacet, mean: Hundredths?)]
        /// The level that each facet by itself would give, in the same order.
        public let facetLevels: [TrustLevel?]
        /// Whether only those are counted who answered an earlier round too, because a mean of the others could
        /// have been worked out.
        public let coversThoseBefore: Bool

        public static func == (one: Figures, other: Figures) -> Bool {
            one.round == other.round && one.people == other.people && one.asked == other.asked
                && one.mean == other.mean && one.coversThoseBefore == other.coversThoseBefore
                && one.facetLevels == other.facetLevels
                && one.facets.elementsEqual(other.facets) { $0 == $1 }
        }
    }

    /// Nil: insufficient.
    public let level: TrustLevel?
    public let reason: Reason
    /// The level that this round's figures give by themselves.
    public let bare: TrustLevel?
    public let figures: Figures?
    /// What would give another level in a coming round: upwards first, then downwards.
    public let wouldChange: [AnswersChange]

    init(
        level: TrustLevel?, reason: Reason, bare: TrustLevel?, figures: Figures?, wouldChange: [AnswersChange]
    ) {
        self.level = level
        self.reason = reason
        self.bare = bare
        self.figures = figures
        self.wouldChange = wouldChange
    }

    public static func insufficient(_ reason: Reason) -> AnswersReading {
        AnswersReading(level: nil, reason: reason, bare: nil, figures: nil, wouldChange: [])
    }
}

/// What the answers of a coming round would have to be for another level.
public struct AnswersChange: Sendable, Equatable {
    public enum Subject: Sendable, Hashable {
        case mean
        case facet(TrustFacet)
    }

    public struct Need: Sendable, Equatable {
        public let subject: Subject
        public let border: Hundredths
    }

    public enum Direction: Sendable { case reaches, fallsBelow }

    /// The level that the answers would then give.
    public let level: TrustLevel
    public let direction: Direction
    /// All of them together upwards; downwards the one that is nearest. Empty where the figures are past the border
    /// already and only have to stay there one round more.
    public let needs: [Need]
    /// The level moves at once where a border is passed by this much, else where it is passed in two rounds running.
    public let margin: Hundredths
    /// Facets that more people have to answer before a high level can be given.
    public let unanswered: [TrustFacet]
}
