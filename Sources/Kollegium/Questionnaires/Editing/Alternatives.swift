/// What can be chosen, as an author types it at the question: one on each line, in one language or in both.
struct Alternatives: Sendable {
    private let sv: [String]
    private let en: [String]
    private let isChosenToo: Bool

    init(_ form: QuestionForm, _ reading: inout FormReading) {
        let isAsked = form.type.takesAlternatives
        sv = isAsked ? Self.lines("alternativesSV", form.alternativesSV, &reading) : []
        en = isAsked ? Self.lines("alternativesEN", form.alternativesEN, &reading) : []
        isChosenToo = !form.scale.isEmpty
    }

    private static func lines(_ field: String, _ typed: String, _ reading: inout FormReading) -> [String] {
        let lines = typed.split(separator: "\n").map { String($0) }.filter { !TypedText($0).isEmpty }
        let read = lines.compactMap { reading.text(field, $0) }
        if Set(read.map { $0.lowercased() }).count < read.count, reading.problems[field] == nil {
            reading.report(
                field, Sentence(sv: "ett alternativ står två gånger", en: "an alternative stands twice"))
        }
        return read
    }

    /// The scale that they make; nil where none are written.
    /// - Parameter code: of the question, by which the scale is called too.
    func scale(
        called code: String, in content: Questionnaire, _ reading: inout FormReading
    ) -> Questionnaire.Scale? {
        let count = max(sv.count, en.count)
        guard count > 0 else { return nil }
        let field = sv.isEmpty ? "alternativesEN" : "alternativesSV"
        if isChosenToo {
            reading.report(
                field,
                Sentence(
                    sv: "välj en skala eller skriv alternativ, inte båda",
                    en: "choose a scale or write alternatives, not both"))
        } else if count < 2 || count > ScaleForm.mostSteps {
            reading.report(
                field,
                Sentence(
                    sv: "skriv minst två alternativ och högst \(ScaleForm.mostSteps), ett på varje rad",
                    en: "write two alternatives at least and \(ScaleForm.mostSteps) at most, one on each line"
                ))
        } else if !sv.isEmpty, !en.isEmpty, sv.count != en.count {
            reading.report(
                "alternativesEN",
                Sentence(
                    sv:
                        "skriv lika många alternativ på båda språken: här är \(en.count), på svenska \(sv.count)",
                    en:
                        "write as many alternatives in both languages: here are \(en.count), in Swedish \(sv.count)"
                ))
        }
        var values: Set<String> = []
        let steps = (0..<count).map { place in
            let label = Title(
                sv: place < sv.count ? sv[place] : nil, en: place < en.count ? en[place] : nil)
            let value = ReadableCode.free(
                ReadableCode.from(label.sv ?? label.en ?? "", otherwise: "\(place + 1)"), among: values)
            values.insert(value)
            return Questionnaire.Scale.Step(value: value, label: label)
        }
        return Questionnaire.Scale(
            code: ReadableCode.free(code, among: Set(content.scales.map(\.code))), steps: steps,
            optOut: Title(sv: nil, en: nil), extra: nil)
    }
}
