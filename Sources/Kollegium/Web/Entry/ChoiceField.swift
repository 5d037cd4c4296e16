/// A field of a form in which one of several is chosen, for the template `choice-field`.
struct ChoiceField: Sendable {
    let id: String
    let name: String
    let label: String
    let options: [Option]
    let hint: TextField.Remark?
    let flaw: TextField.Remark?
    let describedBy: String?

    struct Option: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

    /// - Parameter options: values with their words, in the order to show them.
    init(
        _ name: String, _ label: Sentence, _ language: Language, options: [(String, String)], chosen: String,
        hint: Sentence? = nil, flaw: Sentence? = nil
    ) {
        id = name
        self.name = name
        self.label = label(language)
        self.options = options.map { Option(value: $0.0, words: $0.1, isChosen: $0.0 == chosen) }
        self.hint = hint.map { TextField.Remark(id: name + "-h", words: $0(language)) }
        self.flaw = flaw.map { TextField.Remark(id: name + "-e", words: $0.asWhole(language)) }
        let remarks = [self.hint?.id, self.flaw?.id].compactMap { $0 }
        describedBy = remarks.isEmpty ? nil : remarks.joined(separator: " ")
    }

    static let nothingChosen: (String, String) = ("", "–")
}
