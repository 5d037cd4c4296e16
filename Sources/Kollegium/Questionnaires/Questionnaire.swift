/// One version of a questionnaire: its parts, each answered in one wave, and what its items ask.
struct Questionnaire: Sendable {
    let code: String
    let version: Int
    let title: Title
    let audience: String
    let scales: [Scale]
    let areas: [Area]
    let parts: [Part]
    let extra: String?

    static let audiences = ["teacher", "school-leader"]

    struct Scale: Sendable {
        let code: String
        let steps: [Step]
        let optOut: Title
        let extra: String?

        struct Step: Sendable {
            let value: String?
            let label: Title
        }
    }

    struct Area: Sendable {
        let code: String
        let label: Title
        let extra: String?
    }

    struct Part: Sendable {
        let code: String
        let wave: Int
        let title: Title
        let opens: Day?
        let items: [Item]
        let extra: String?
    }

    struct Item: Sendable {
        let code: String
        let type: ItemType
        let scale: String?
        let area: String?
        let form: String?
        let facet: String?
        let label: Title
        let looksBack: Bool
        let extra: String?

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
    var needsScale: Bool { [.rating, .choice, .goalReview].contains(self) }

    /// A goal review asks about the three goals of the part before.
    static let goalExtents = ["goal-1-extent", "goal-2-extent", "goal-3-extent"]
}
