/// What coded evidence says of one form of trust, both sides side by side.
public struct CodedReading: Sendable, Equatable {
    public enum Reason: String, Sendable, CaseIterable {
        case organisationDistrusted = "organisation-distrusted"
        case purposeDisputed = "purpose-disputed"
        case leadershipApart = "leadership-apart"
        case organisationTrusted = "organisation-trusted"
        case efficacyLow = "efficacy-low"
        case efficacyCarried = "efficacy-carried"
        case efficacyOnItsWay = "efficacy-on-its-way"
        case efficacyNotDoubted = "efficacy-not-doubted"
        case relationsDoubted = "relations-doubted"
        case harmonyWithoutPractice = "harmony-without-practice"
        case relationsAffirmed = "relations-affirmed"
        /// Sources disagree. Counts as high enough, and as no high.
        case dividedViews = "divided-views"
        /// One source speaks of low trust, and no second one does: too little for a low level.
        case lowFromOneSource = "low-from-one-source"
        case noEvidence = "evidence-missing"
    }

    /// Nil: insufficient. Divided views are high enough with `isDivided`.
    public let level: TrustLevel?
    public let isDivided: Bool
    public let reason: Reason
    /// What the level rests on: ids of the evidence, in the order in which the rule asks for it.
    public let evidence: [String]
    /// What speaks for trust of the form, and what against it, whether it decides or not.
    public let speaksFor: [CodedStatement]
    public let speaksAgainst: [CodedStatement]

    /// Somebody speaks of low trust, whether or not that is enough for a low level. The form is no high then: a lone low
    /// voice would else weigh less than the same voice with another against it.
    public var isDoubted: Bool { isDivided || level == .low || reason == .lowFromOneSource }
}

/// One more piece of evidence, from a source that has not spoken yet, or another value in one that there is.
public struct CodedChange: Sendable, Equatable {
    public let indicator: String
    public let value: String
    /// The id of the evidence that would have to say this; nil where it is a further source.
    public let instead: String?

    public init(indicator: String, value: String, instead: String?) {
        self.indicator = indicator
        self.value = value
        self.instead = instead
    }
}
