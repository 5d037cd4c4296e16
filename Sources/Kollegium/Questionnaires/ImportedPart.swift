/// A part whose answers are about to be taken in: its items by code, and what a sound answer to each looks like.
struct ImportedPart {
    let questionnaire: String
    let part: String
    let key: Int64
    let items = IdentifierTable()
    private(set) var answers: [Answer] = []

    /// What an item takes for an answer.
    struct Answer {
        let key: Int64
        let kind: Kind

        enum Kind {
            case step(of: Int)
            case oneOf([String])
            case ranking
            case text
            /// A goal review is answered under its goals, never itself.
            case underGoals

            fileprivate static func on(_ type: ItemType, _ steps: [Questionnaire.Scale.Step]) -> Kind {
                guard type == .choice else { return .step(of: steps.count) }
                let values = steps.compactMap(\.value)
                return values.count == steps.count ? .oneOf(values) : .text
            }
        }
    }

    /// - Parameter keys: nil where nothing is written any more and answers are only examined.
    init(_ index: Int, of questionnaire: Questionnaire, keys: QuestionnaireStore.Keys?) {
        let part = questionnaire.parts[index]
        self.questionnaire = questionnaire.code
        self.part = part.code
        key = keys?.parts[index] ?? 0
        for item in part.items {
            let steps = questionnaire.scales.first { $0.code == item.scale }?.steps ?? []
            for (code, type) in item.answered {
                _ = items.insert(code)
                let kind: Answer.Kind =
                    switch type {
                    // A scale that could not be read has been reported; its answers are not held against it.
                    case .rating, .goalExtent, .choice: steps.isEmpty ? .text : .on(type, steps)
                    case .ranking: .ranking
                    case .text, .goal: .text
                    case .goalReview: .underGoals
                    }
                answers.append(Answer(key: keys?.items[code] ?? 0, kind: kind))
            }
        }
    }
}
