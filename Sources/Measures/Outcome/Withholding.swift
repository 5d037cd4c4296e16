/// What a study has promised about small groups: which figures may be shown, and which could tell what a
/// single person answered.
///
/// Source: `report outcome` of the study format, on withholding.
public struct Withholding: Sendable, Equatable {
    /// The smallest promise there is. A study may ask for larger groups, never for smaller.
    public static let smallestGroup = 5

    /// People who must have answered before anything is said of a team or of an area.
    public let minimumGroup: Int
    /// People who must have answered an area that is a single item.
    public let minimumForSingleItems: Int
    /// Whether the figures have been published already; then the two rules about single items, which
    /// could only hide what everyone can read, do not apply. The minimum group always does.
    public let published: Bool

    /// A minimum group below `smallestGroup` counts as `smallestGroup`.
    public init(minimumGroup: Int = smallestGroup, minimumForSingleItems: Int = 8, published: Bool = false) {
        self.minimumGroup = max(minimumGroup, Self.smallestGroup)
        self.minimumForSingleItems = minimumForSingleItems
        self.published = published
    }

    /// Whether the answers of so many people to this area may be shown at all.
    func shows(_ area: OutcomeArea, answeredBy people: Int) -> Bool {
        guard people >= minimumGroup else { return false }
        return published || !area.isSingleItem || people >= minimumForSingleItems
    }

    /// Whether a share of this area must not be told exactly when it is extreme: when nearly all
    /// answered one item alike, the exact share tells what each of them answered.
    func masksExtremes(of area: OutcomeArea) -> Bool {
        area.isSingleItem && !published
    }
}
