/// The five facets of each form of trust.
public enum TrustFacet: String, Sendable, CaseIterable {
    case benevolence, reliability, competence, honesty, openness
}

/// Where the borders between the levels run when they are read from answers. Hundredths of a step on a scale of five:
/// 400 is 4.00. A study may set its own.
public struct TrustThresholds: Sendable, Equatable {
    /// A high level asks for at least this mean of the form …
    public var highMean: Int
    /// … and at least this mean of each of its facets.
    public var highFacet: Int
    public var enoughMean: Int
    public var enoughFacet: Int
    /// How far past a border the figures have to be for a level to move at once.
    public var margin: Int
    /// How many of those asked have to answer, in per cent.
    public var answeringPercent: Int

    public init(
        highMean: Int = 400, highFacet: Int = 350, enoughMean: Int = 300, enoughFacet: Int = 250,
        margin: Int = 25, answeringPercent: Int = 60
    ) {
        self.highMean = highMean
        self.highFacet = highFacet
        self.enoughMean = enoughMean
        self.enoughFacet = enoughFacet
        self.margin = margin
        self.answeringPercent = answeringPercent
    }
}

/// How small a group may be told of.
public struct AnswerPrivacy: Sendable, Equatable {
    public let minimumGroup: Int
    public let minimumForSingleItems: Int
    /// Everybody can read the study's figures already, so that the rules on single questions and on waves protect
    /// nobody. The minimum group holds all the same.
    public let isPublished: Bool

    public init(minimumGroup: Int = 5, minimumForSingleItems: Int = 8, isPublished: Bool = false) {
        self.minimumGroup = max(5, minimumGroup)
        self.minimumForSingleItems = minimumForSingleItems
        self.isPublished = isPublished
    }
}
