/// What one person's questions are filled in with.
struct QuestionFilling: Sendable {
    let part: AskedPart
    /// By place in the part, as all of these: what the form is made from, where that is something else than what stands
    /// there.
    var bases: [Int: String] = [:]
    var flaws: [Int: String] = [:]
    /// The goals of the part before, by number.
    var goals: [Int: String] = [:]
    /// What somebody can put in the places of a ranking that has no alternatives of its own.
    var ownRanks: [Int: [String]] = [:]
    private var values: [AnswerValue?]
    /// Which of what is offered is chosen; opting out is 0.
    private var marks: [Int?]
    private var lookBacks = PageBytes()
    /// Where each one's stands among them.
    private var lookBackPlaces: [Range<Int>]

    init(_ part: AskedPart) {
        self.part = part
        values = Array(repeating: nil, count: part.questions.count)
        marks = Array(repeating: nil, count: part.questions.count)
        lookBackPlaces = Array(repeating: 0..<0, count: part.questions.count)
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
        let place = lookBacks.bytes.count
        form.write(part, into: &lookBacks)
        lookBackPlaces[question] = place..<lookBacks.bytes.count
    }

    func goal(_ question: Int) -> String? { part.questions[question].goal.flatMap { goals[$0] } }

    func write(_ slot: QuestionSlot, into page: inout PageBytes) {
        switch slot {
        case .mark(let question, let step): if marks[question] == step { page.add(" checked") }
        case .text(let question, let place): page.add(escaped: written(question, place))
        case .rank(let question, let place, let step):
            if part.questions[question].alternatives[step - 1] == rank(question, place) {
                page.add(" selected")
            }
        case .ownRanks(let question, let place): page.add(options(question, place))
        case .basis(let question):
            page.add(
                escaped: bases.isEmpty ? values[question].basis : bases[question] ?? values[question].basis)
        case .flaw(let question): if let flaw = flaws[question] { page.add(flaw) }
        case .earlier(let question): page.add(lookBacks, lookBackPlaces[question])
        case .goal(let question): page.add(escaped: goal(question) ?? "")
        case .ifGoal, .ifOwnRanks, .ifRank, .end: break
        }
    }

    /// Whether what an opening is about is there.
    func isThere(_ opening: QuestionSlot) -> Bool {
        switch opening {
        case .ifGoal(let question): goal(question) != nil
        case .ifOwnRanks(let question): ownRanks[question]?.isEmpty == false
        case .ifRank(let question, let place): rank(question, place) != nil
        default: true
        }
    }

    private func written(_ question: Int, _ place: Int) -> String {
        guard case .text(let text) = values[question] else { return "" }
        guard part.questions[question].type == .ranking else { return text }
        let rank = rank(question, place) ?? ""
        return ownRanks[question]?.contains(rank) == true ? "" : rank
    }

    /// What stands in a place of a ranking.
    private func rank(_ question: Int, _ place: Int) -> String? {
        let ranks = values[question]?.ranks ?? []
        return place < ranks.count ? ranks[place] : nil
    }

    /// The person's own words to choose from; where a ranking has alternatives, only what is none of them and stands
    /// there all the same.
    private func options(_ question: Int, _ place: Int) -> String {
        let (alternatives, rank) = (part.questions[question].alternatives, rank(question, place))
        let strange = rank.map { alternatives.contains($0) ? [] : [$0] } ?? []
        return (alternatives.isEmpty ? ownRanks[question] ?? [] : strange).map { text in
            let escaped = text.escapedForHTML
            return "<option value=\"\(escaped)\"\(text == rank ? " selected" : "")>\(escaped)</option>"
        }.joined()
    }
}

extension AskedPart.Question {
    /// What a ranking offers, as it is stored, from the first; empty where people rank what they write.
    var alternatives: [String] {
        guard type == .ranking else { return [] }
        return steps.map { AnswerValue.rank($0.value ?? $0.label.sv ?? $0.label.en ?? "") }
    }

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
