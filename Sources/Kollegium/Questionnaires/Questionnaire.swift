/// One version of a questionnaire: its parts, each answered in one wave, and what its items ask.
struct Questionnaire: Sendable, Equatable {
    var code: String
    var version: Int
    var title: Title
    var audience: String
    /// Whom it asks of those whom it is for: who is in a team, or who has left one.
    var asks = Wave.Asked.members
    var scales: [Scale]
    var areas: [Area]
    var parts: [Part]
    var extra: String?

    static let audiences = ["teacher", "school-leader"]

    struct Scale: Sendable, Equatable {
        var code: String
        var steps: [Step]
        var optOut: Title
        var extra: String?

        struct Step: Sendable, Equatable {
            var value: String?
            var label: Title
        }
    }

    struct Area: Sendable, Equatable {
        var code: String
        var label: Title
        var extra: String?
    }

    struct Part: Sendable, Equatable {
        var code: String
        var wave: Int
        var title: Title
        var opens: Day?
        var items: [Item]
        var extra: String?
    }

    struct Item: Sendable, Equatable {
        var code: String
        var type: ItemType
        var scale: String?
        var area: String?
        var form: String?
        var facet: String?
        var label: Title
        var looksBack: Bool
        var extra: String?

        /// What its answers stand under: its own code, and for a goal review also those of the three goals.
        var answered: [(code: String, type: ItemType)] {
            type == .goalReview
                ? [(code, type)] + ItemType.goalExtents.map { ($0, .goalExtent) } : [(code, type)]
        }
    }
}

/// What kind of answer an item asks for.
enum ItemType: String, Sendable, CaseIterable {
    case rating, choice, text, goal, ranking
    case goalReview = "goal-review"
    /// How far one of the goals of the part before was reached: what a goal review is answered under.
    case goalExtent = "goal-extent"

    /// The types that a questionnaire's author chooses among.
    static let askable: [ItemType] = [.rating, .choice, .text, .goal, .goalReview, .ranking]
    /// Whether its author may write what it offers at the question itself.
    var takesAlternatives: Bool { self == .choice || self == .ranking }
    var needsScale: Bool { [.rating, .choice, .goalReview].contains(self) }

    /// A goal review asks about the three goals of the part before.
    static let goalExtents = ["goal-1-extent", "goal-2-extent", "goal-3-extent"]
}
