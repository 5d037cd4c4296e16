/// Reads what a form of questions sent: an entry for each question that stood on it.
struct SheetEntries: Sendable {
    private(set) var entries: [SheetStore.Entry] = []
    private(set) var problems = FormProblems()
    /// What was given, by place, to show it again.
    private(set) var given: [Int: AnswerValue] = [:]
    /// What the form was made from, by place.
    private(set) var bases: [Int: String] = [:]
    /// The places of the questions that stood on the form.
    private(set) var places: [Int] = []

    /// What can be kept: one answer that is too long does not keep the others from being saved.
    var sound: [SheetStore.Entry] {
        zip(places, entries).filter { problems["q\($0.0 + 1)"] == nil }.map(\.1)
    }

    /// Characters that an answer may have.
    static let longest = 10_000
    static let longestLine = 300

    /// - Throws: `WebError.malformed` for what no form of ours sends.
    init(_ form: Form, _ part: AskedPart) throws {
        var fields: [String: [String]] = [:]
        for field in form.fields { fields[field.name, default: []].append(field.value) }
        for (index, question) in part.questions.enumerated() {
            guard let basis = fields["b\(index + 1)"]?.first else { continue }
            guard AnswerValue.isBasis(basis) else { throw WebError.malformed }
            let sent = fields["q\(index + 1)"] ?? []
            let isOut = fields["o\(index + 1)"] != nil
            var reading = FormReading()
            let value = try Self.value(
                of: question, sent, isOut: isOut, basis: basis, field: "q\(index + 1)", &reading)
            for problem in reading.problems.all { problems.report(problem.field, problem.sentence) }
            // What cannot be kept is shown again as it was typed.
            given[index] = reading.problems.isEmpty ? value : Self.typed(sent, question)
            bases[index] = basis
            places.append(index)
            entries.append(SheetStore.Entry(question: question, value: value, basis: basis))
        }
    }

    private static func value(
        of question: AskedPart.Question, _ sent: [String], isOut: Bool, basis: String, field: String,
        _ reading: inout FormReading
    ) throws -> AnswerValue? {
        let value: AnswerValue?
        switch question.type {
        case .rating, .goalExtent, .goalReview, .choice:
            guard let typed = sent.first, !typed.isEmpty else { return nil }
            if typed == "-" { return .optedOut }
            guard let step = Int(typed), step > 0, step <= question.steps.count else {
                throw WebError.malformed
            }
            return question.type == .choice ? question.choice(step).map(AnswerValue.text) : .step(step)
        case .text:
            value = written(sent.first ?? "", most: longest, field: field, &reading)
        case .goal:
            let line = (sent.first ?? "").replacing("\n", with: " ")
            value = written(line, most: longestLine, field: field, &reading)
        case .ranking:
            value = ranking(of: question, sent, basis: basis, field: field, &reading)
        }
        guard isOut else { return value }
        // Whoever ticks it takes their words back; words that are written after it take the tick back.
        let wasOut = basis == (AnswerValue.optedOut as AnswerValue?).basis
        return wasOut ? value ?? .optedOut : .optedOut
    }

    /// What was typed, as it is shown again.
    private static func typed(_ sent: [String], _ question: AskedPart.Question) -> AnswerValue? {
        question.type == .ranking ? .ranking(sent) : .text(sent.joined())
    }

    /// In the order in which it stands on the page: a place may have something chosen and something written.
    private static func ranking(
        of question: AskedPart.Question, _ sent: [String], basis: String, field: String,
        _ reading: inout FormReading
    ) -> AnswerValue? {
        let alternatives = question.alternatives
        let most = alternatives.isEmpty ? QuestionsPart.mostRanks : alternatives.count
        let texts = sent.filter { !$0.isEmpty }.prefix(most).compactMap {
            written($0.replacing("\n", with: " "), most: longestLine, field: field, &reading)?.text
        }
        let value = AnswerValue.ranking(texts)
        // What stands there from before is not examined anew.
        guard value.basis != basis else { return value }
        let ranks = value?.ranks ?? []
        if Set(ranks.map { $0.lowercased() }).count < ranks.count {
            reading.report(field, .rankedTwice)
        }
        if !alternatives.isEmpty, !ranks.allSatisfy(alternatives.contains) {
            reading.report(field, .chooseOne)
        }
        return value
    }

    private static func written(
        _ typed: String, most: Int, field: String, _ reading: inout FormReading
    ) -> AnswerValue? {
        guard !WrittenText(typed).isEmpty else { return nil }
        return reading.writing(field, typed, most: most, missing: Sentence(sv: "", en: "")).map(
            AnswerValue.text)
    }
}

extension Sentence {
    fileprivate static let rankedTwice = Sentence(
        sv: "samma sak står på två platser; låt den stå på en",
        en: "the same thing stands in two places; let it stand in one")
}
