/// A part of a questionnaire as people here are asked to answer it: from the day it opens until the day it closes.
struct Wave: Sendable, Hashable {
    let publicID: String
    /// The key of the part that is answered.
    let part: Int64
    let questionnaire: Int64
    let programme: Int64
    let name: PartName
    /// Which wave of the questionnaire it is, from 1.
    let number: Int
    /// Whom it asks: those who are in a team, or those who have left one.
    let asks: Asked
    /// The first day on which it takes answers, where that is decided.
    let opens: Day?
    /// The first day on which it takes none any more, where that is decided.
    let closes: Day?
    let form: WaveForm
    /// In milliseconds since 1970, UTC: when what is asked was settled, and when its figures were.
    let openedAt: Int64?
    let closedAt: Int64?
    /// The programme is an imported one that nobody has taken over.
    let isImported: Bool

    enum Asked: String, Sendable, CaseIterable {
        case members, leavers
    }

    /// Whether answers are taken.
    func isOpen(on day: Day) -> Bool {
        openedAt != nil && closedAt == nil && !isImported && (opens.map { $0 <= day } ?? true)
            && (closes.map { day < $0 } ?? true)
    }

    /// The last day on which it takes answers, where that is decided.
    var lastDay: Day? { closes.flatMap { Day(number: $0.number - 1) } }

    /// Where it stands, for the decision about it.
    var place: Place { Place(programmes: [programme], isImported: isImported) }
}

/// How a questionnaire is put to people: a setting of the study, settled for each wave when it opens.
struct WaveForm: Sendable, Hashable {
    var trustItems = TrustItems.full
    var lookBack = LookBackTime.after
    var paging = Paging.sections

    /// How many of the thirty questions about trust are asked.
    enum TrustItems: String, Sendable, CaseIterable {
        case full, short
        /// Ten in each wave, so that three waves have asked them all.
        case inTurn = "in-turn"
    }

    /// When one's earlier answer to a rating is shown.
    enum LookBackTime: String, Sendable, CaseIterable {
        /// When the new one is given, so that the old one does not pull at it.
        case after
        case beside
    }

    enum Paging: String, Sendable, CaseIterable {
        case sections, whole
    }
}
