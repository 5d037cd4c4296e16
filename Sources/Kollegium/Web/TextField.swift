/// One field of a form, for the template `field`: its label, what was typed, and what is wrong with it.
struct TextField: Sendable {
    /// Unlike on one page; the name, where a page has one form.
    let id: String
    let name: String
    let label: String
    let type: String
    /// What was typed; never a password.
    let value: String
    let hint: FieldRemarks.Remark?
    let flaw: FieldRemarks.Remark?
    let describedBy: String?
    let autocomplete: String
    let inputMode: String?
    let style: String?
    /// The id of a list that the browser suggests from.
    let suggestions: String?
    let isRequired: Bool
    /// Whether it has several lines.
    let isLong: Bool

    /// What sort of thing is typed.
    enum Kind: String, Sendable {
        case text, email, password, code, long
    }

    init(
        _ name: String, _ label: Sentence, _ language: Language, kind: Kind = .text, value: String = "",
        hint: Sentence? = nil, flaw: Sentence? = nil, autocomplete: String = "off", isRequired: Bool = true,
        id: String? = nil, suggestions: String? = nil
    ) {
        let id = id ?? name
        self.id = id
        self.name = name
        self.label = label(language)
        type = kind == .code || kind == .long ? "text" : kind.rawValue
        isLong = kind == .long
        self.value = kind == .password ? "" : value
        let remarks = FieldRemarks(of: id, hint: hint, flaw: flaw, language)
        (self.hint, self.flaw, describedBy) = (remarks.hint, remarks.flaw, remarks.describedBy)
        self.autocomplete = autocomplete
        inputMode = kind == .code ? "numeric" : nil
        style = kind == .code ? "digits" : nil
        self.suggestions = suggestions
        self.isRequired = isRequired
    }
}

extension Sentence {
    /// As it stands alone on a page: with a capital letter and a full stop, which a sentence in a list has not.
    func asWhole(_ language: Language) -> String {
        let text = self(language)
        let isClosed = text.last.map { ".?:".contains($0) } ?? true
        return text.prefix(1).uppercased() + text.dropFirst() + (isClosed ? "" : ".")
    }
}
