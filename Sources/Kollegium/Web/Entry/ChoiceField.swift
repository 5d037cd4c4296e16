/// A field of a form in which one of several is chosen, for the template `choice-field`.
struct ChoiceField: Sendable {
    let id: String
    let name: String
    let label: String
    let options: [Option]
    let hint: FieldRemarks.Remark?
    let flaw: FieldRemarks.Remark?
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
        let remarks = FieldRemarks(of: name, hint: hint, flaw: flaw, language)
        (self.hint, self.flaw, describedBy) = (remarks.hint, remarks.flaw, remarks.describedBy)
    }

    static let nothingChosen: (String, String) = ("", "–")
}
