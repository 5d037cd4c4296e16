/// What one person's questions are filled in with.
struct QuestionFilling: Sendable {
    /// By place in the part: what stands at the question.
    var values: [Int: AnswerValue] = [:]
    /// What the form is made from, where that is something else than what stands there.
    var bases: [Int: String] = [:]
    var flaws: [Int: String] = [:]
    /// Rendered, beside the question.
    var earlier: [Int: String] = [:]
    /// The goals of the part before, by number.
    var goals: [Int: String] = [:]
    let part: AskedPart

    init(_ part: AskedPart) {
        self.part = part
    }

    func goal(_ question: Int) -> String? { part.questions[question].goal.flatMap { goals[$0] } }

    func text(of slot: QuestionSlot) -> String {
        switch slot {
        case .mark(let question, let step): isMarked(question, step) ? " checked" : ""
        case .text(let question, let place): written(question, place).escapedForHTML
        case .basis(let question): bases[question] ?? values[question].basis
        case .flaw(let question): flaws[question] ?? ""
        case .earlier(let question): earlier[question] ?? ""
        case .goal(let question): (goal(question) ?? "").escapedForHTML
        case .ifGoal, .end: ""
        }
    }

    private func isMarked(_ question: Int, _ step: Int) -> Bool {
        switch values[question] {
        case nil: false
        case .optedOut: step == 0
        case .step(let given): given == step
        case .text(let text): step > 0 && part.questions[question].choice(step) == text
        }
    }

    private func written(_ question: Int, _ place: Int) -> String {
        guard case .text(let text) = values[question] else { return "" }
        guard part.questions[question].type == .ranking else { return text }
        let ranks = AnswerValue.text(text).ranks
        return place < ranks.count ? ranks[place] : ""
    }
}

extension AskedPart.Question {
    /// What is stored for one of what a choice offers, from 1.
    func choice(_ step: Int) -> String? {
        guard type == .choice, steps.indices.contains(step - 1) else { return nil }
        return steps[step - 1].value ?? steps[step - 1].label.sv ?? steps[step - 1].label.en
    }
}
