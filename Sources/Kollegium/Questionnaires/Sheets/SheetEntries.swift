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

    /// Characters that an answer may have.
    static let longest = 10_000
    static let longestLine = 300

    /// - Throws: `WebError.malformed` for what no form of ours sends.
    init(_ form: Form, _ part: AskedPart) throws {
        var fields: [String: [String]] = [:]
        for field in form.fields { fields[field.name, default: []].append(field.value) }
        for (index, question) in part.questions.enumerated() {
            guard let basis = fields["b\(index + 1)"]?.first else { continue }
            let sent = fields["q\(index + 1)"] ?? []
            let isOut = fields["o\(index + 1)"] != nil
            var reading = FormReading()
            let value = try Self.value(of: question, sent, isOut: isOut, field: "q\(index + 1)", &reading)
            for problem in reading.problems.all { problems.report(problem.field, problem.sentence) }
            // What cannot be kept is shown again as it was typed.
            given[index] =
                reading.problems.isEmpty ? value : .text(sent.joined(separator: AnswerValue.rankSeparator))
            bases[index] = basis
            places.append(index)
            entries.append(SheetStore.Entry(question: question, value: value, basis: basis))
        }
    }

    private static func value(
        of question: AskedPart.Question, _ sent: [String], isOut: Bool, field: String,
        _ reading: inout FormReading
    ) throws -> AnswerValue? {
        switch question.type {
        case .rating, .goalExtent, .goalReview, .choice:
            guard let typed = sent.first, !typed.isEmpty else { return nil }
            if typed == "-" { return .optedOut }
            guard let step = Int(typed), question.steps.indices.contains(step - 1) else {
                throw WebError.malformed
            }
            return question.type == .choice ? question.choice(step).map(AnswerValue.text) : .step(step)
        case .text:
            return written(sent.first ?? "", most: longest, field: field, &reading)
                ?? (isOut ? .optedOut : nil)
        case .goal:
            let line = (sent.first ?? "").replacing("\n", with: " ")
            return written(line, most: longestLine, field: field, &reading) ?? (isOut ? .optedOut : nil)
        case .ranking:
            let texts = sent.prefix(QuestionsPart.ranks).compactMap {
                written($0.replacing("\n", with: " "), most: longestLine, field: field, &reading)?.text
            }
            return .ranking(texts) ?? (isOut ? .optedOut : nil)
        }
    }

    /// Somebody who wrote something and said that they would rather not answer has answered.
    private static func written(
        _ typed: String, most: Int, field: String, _ reading: inout FormReading
    ) -> AnswerValue? {
        guard !WrittenText(typed).isEmpty else { return nil }
        return reading.writing(field, typed, most: most, missing: Sentence(sv: "", en: "")).map(
            AnswerValue.text)
    }
}
