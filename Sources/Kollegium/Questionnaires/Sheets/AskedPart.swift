import Measures

/// A part as people are asked it: its questions in their order. What is asked is settled when the wave opens, so two
/// readings of it are the same.
struct AskedPart: Sendable {
    let key: Int64
    let questions: [Question]
    let sections: [SheetSection]
    /// Whether goals of earlier parts come up again.
    let recallsGoals: Bool

    init(key: Int64, questions: [Question]) {
        self.key = key
        self.questions = questions
        sections = SheetSection.sections(of: questions)
        recallsGoals = questions.contains { $0.type == .goalExtent || $0.type == .ranking }
    }

    /// Something that has an answer of its own. A goal review is three of them, one for each goal of the part before.
    /// Held, not copied: a page passes questions on by the hundred.
    final class Question: Sendable {
        let item: Int64
        let code: String
        let type: ItemType
        let label: Title
        /// From the lowest; empty where the answer is written.
        let steps: [Questionnaire.Scale.Step]
        /// What opting out is called, where the scale names it.
        let optOut: Title
        let form: TrustForm?
        let area: Title?
        let looksBack: Bool
        /// Which goal it states or reviews, from 1; nil where it is about none.
        let goal: Int?

        init(
            item: Int64, code: String, type: ItemType, label: Title, steps: [Questionnaire.Scale.Step],
            optOut: Title, form: TrustForm?, area: Title?, looksBack: Bool, goal: Int?
        ) {
            self.item = item
            self.code = code
            self.type = type
            self.label = label
            self.steps = steps
            self.optOut = optOut
            self.form = form
            self.area = area
            self.looksBack = looksBack
            self.goal = goal
        }

        /// Answered by a step of a scale.
        var isRated: Bool { type == .rating || type == .goalExtent }
        /// Answered by one of what is offered.
        var isChosen: Bool { isRated || type == .choice }
    }
}
