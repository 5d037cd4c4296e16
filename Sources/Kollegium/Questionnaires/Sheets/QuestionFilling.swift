/// What one person's questions are filled in with.
struct QuestionFilling: Sendable {
    let part: AskedPart
    /// By place in the part, as all of these: what the form is made from, where that is something else than what stands
    /// there.
    var bases: [Int: String] = [:]
    var flaws: [Int: String] = [:]
    /// The goals of the part before, by number.
    var goals: [Int: String] = [:]
    private var values: [AnswerValue?]
    /// Which of what is offered is chosen; opting out is 0.
    private var marks: [Int?]
    private var lookBacks: [(form: LookBackForm, part: LookBackPart)?]

    init(_ part: AskedPart) {
        self.part = part
        values = Array(repeating: nil, count: part.questions.count)
        marks = Array(repeating: nil, count: part.questions.count)
        lookBacks = Array(repeating: nil, count: part.questions.count)
    }

    /// What stands at a question.
    mutating func answer(_ question: Int, _ value: AnswerValue?) {
        values[question] = value
        marks[question] =
            switch value {
            case nil: nil
            case .optedOut: 0
            case .step(let step): step
            case .text(let text): part.questions[question].place(ofChoice: text)
            }
    }

    /// The earlier self, beside the question.
    mutating func lookBack(_ question: Int, _ part: LookBackPart, in form: LookBackForm) {
        lookBacks[question] = (form, part)
    }

    func goal(_ question: Int) -> String? { part.questions[question].goal.flatMap { goals[$0] } }

    func write(_ slot: QuestionSlot, into page: inout PageBytes) {
        switch slot {
        case .mark(let question, let step): if marks[question] == step { page.add(" checked") }
        case .text(let question, let place): page.add(escaped: written(question, place))
        case .basis(let question):
            page.add(bases.isEmpty ? values[question].basis : bases[question] ?? values[question].basis)
        case .flaw(let question): if let flaw = flaws[question] { page.add(flaw) }
        case .earlier(let question):
            if let lookBack = lookBacks[question] { lookBack.form.write(lookBack.part, into: &page) }
        case .goal(let question): page.add(escaped: goal(question) ?? "")
        case .ifGoal, .end: break
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

    /// Which of what a choice offers is stored so.
    func place(ofChoice text: String) -> Int? {
        type == .choice ? steps.indices.first { choice($0 + 1) == text }.map { $0 + 1 } : nil
    }
}
