/// What a study has promised about small groups: which figures may be shown, and which could tell what a
/// single person answered.
///
/// Source: `report outcome` of the study format, on withholding; for pages and downloads also rule 4 of who
/// sees what.
public struct Withholding: Sendable, Equatable {
    /// The smallest promise there is. A study may ask for larger groups, never for smaller.
    public static let smallestGroup = 5

    /// People who must have answered before anything is said of a team or of an area.
    public let minimumGroup: Int
    /// People who must have answered an area that is a single item.
    public let minimumForSingleItems: Int
    /// Whether the figures have been published already; then fewer people will do for single items, because
    /// hiding them could only hide what everyone can read. The minimum group always holds.
    public let published: Bool
    /// What holds beyond that.
    public let rules: Rules

    /// Rules of pages and downloads, where the same people see many figures beside each other. The study format's
    /// reports, which somebody at the command line hands on one by one, have none of them.
    public struct Rules: OptionSet, Sendable, Hashable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Between waves of the same questions a later figure covers those who answered alike much, where few differ.
        public static let waves = Rules(rawValue: 1)
        /// A total is not told where few people are outside it.
        public static let remainders = Rules(rawValue: 2)
        /// That all answered alike is told as a limit, in areas of several questions too, and in published studies.
        public static let unanimity = Rules(rawValue: 4)
        /// The index leaves out an area of which only a limit is told.
        public static let limitsApart = Rules(rawValue: 8)
        /// How changes fall on the people takes as many of them as a single item.
        public static let spread = Rules(rawValue: 16)
        /// Means of two changes over the same wave are of the same people, or not told.
        public static let chains = Rules(rawValue: 32)
        /// A question that counts in the outcome does not count in the change as well.
        public static let oneUse = Rules(rawValue: 64)
        /// What answers say of forms of trust is told by levels and not by means, which stand beside differences of
        /// nearly the same people and, where a question counts in the outcome too, beside an index.
        public static let levels = Rules(rawValue: 128)
        /// Attendance is counted of meetings at which at least three people are noted: from one day to the next a
        /// term's figure tells of a single meeting.
        public static let meetings = Rules(rawValue: 256)

        /// The mean of the people is told where all of them answered as many questions: elsewhere it tells, beside the
        /// index of the same answers, of whoever left one out.
        public static let evenMeans = Rules(rawValue: 512)

        /// Alternatives of a question that few chose are told together with others: a limit on one of them would be the
        /// rest of all others.
        public static let alternatives = Rules(rawValue: 1024)

        /// For reports of the study format.
        public static let format: Rules = []
        /// For pages and downloads.
        public static let pages: Rules = [
            .waves, .remainders, .unanimity, .limitsApart, .spread, .chains, .oneUse, .levels, .meetings,
            .evenMeans, .alternatives,
        ]
    }

    /// A minimum group below `smallestGroup` counts as `smallestGroup`.
    public init(
        minimumGroup: Int = smallestGroup, minimumForSingleItems: Int = 8, published: Bool = false,
        rules: Rules = .format
    ) {
        self.minimumGroup = max(minimumGroup, Self.smallestGroup)
        self.minimumForSingleItems = minimumForSingleItems
        self.published = published
        self.rules = rules
    }

    /// Whether the answers of so many people to this area may be shown at all.
    public func shows(_ area: OutcomeArea, answeredBy people: Int) -> Bool {
        guard people >= minimumGroup else { return false }
        return published || !area.isSingleItem || people >= minimumForSingleItems
    }

    /// What may be told of a share. When nearly all answered one item alike, the exact share tells what each of
    /// them answered; when all answered an area alike, it does however many items there are.
    public func limit(_ tally: AnswerTally, of area: OutcomeArea) -> OutcomeShare.Shown? {
        // The border is crossed by the exact share, never by the rounded one.
        let border: (most: Int, least: Int)? =
            if area.isSingleItem, !published || rules.contains(.unanimity) {
                (80, 20)
            } else if rules.contains(.unanimity) {
                (100, 0)
            } else {
                nil
            }
        guard let border else { return nil }
        if 100 * tally.top >= border.most * tally.answers { return .atLeast(80) }
        if 100 * tally.top <= border.least * tally.answers { return .atMost(20) }
        return nil
    }

    /// Whether how so many people's answers are spread may be told: it tells more of each than a mean.
    public func showsSpread(of people: Int) -> Bool {
        people >= (published ? minimumGroup : max(minimumGroup, minimumForSingleItems))
    }

    /// Whether something may be told of some people where so many others are left out of it.
    public func showsTotal(leavingOut people: Int) -> Bool {
        !rules.contains(.remainders) || people == 0 || people >= minimumGroup
    }
}
