/// A form in which one thing is entered or changed, whatever the thing is.
struct EntryPage: Page {
    static let template = "entry"
    let heading: PageHeading
    let name: String
    let mistakes: Mistakes?
    /// Where the form is sent.
    let path: String
    /// What it was made from; nil for something new.
    let basis: String?
    let groups: [EntryGroup]
    /// The words of its button, which name the act.
    let act: String
    /// Where one goes who changes nothing.
    let back: String

    /// - Parameters:
    ///   - name: of the form, and of the act where something new is made.
    ///   - basis: what the form was made from; nil for something new.
    init(
        _ name: Sentence, _ heading: PageHeading, basis: String?, to url: SiteURL, back: SiteURL,
        _ fields: EntryFields, _ groups: [EntryGroup]
    ) {
        let language = fields.language
        self.heading = heading
        self.name = name(language)
        mistakes = Mistakes(fields.problems, language)
        path = url.path
        self.basis = basis
        self.groups = groups
        act = (basis == nil ? name : Sentence(sv: "Spara", en: "Save"))(language)
        self.back = back.path
    }
}

/// Fields that belong together.
struct EntryGroup: Sendable {
    var legend: String?
    var hint: String?
    let fields: [EntryField]
}

/// A field of either kind.
struct EntryField: Sendable {
    let text: TextField?
    let choice: ChoiceField?

    init(_ text: TextField) {
        self.text = text
        choice = nil
    }

    init(_ choice: ChoiceField) {
        text = nil
        self.choice = choice
    }
}

/// Makes the fields of one form, each with what was typed and what is wrong with it.
struct EntryFields {
    let language: Language
    let problems: FormProblems?

    func text(
        _ name: String, _ label: Sentence, _ value: String, hint: Sentence? = nil,
        kind: TextField.Kind = .text,
        isRequired: Bool = false
    ) -> EntryField {
        EntryField(
            TextField(
                name, label, language, kind: kind, value: value, hint: hint, flaw: problems?[name],
                isRequired: isRequired))
    }

    func choice(
        _ name: String, _ label: Sentence, _ options: [(String, String)], _ chosen: String,
        hint: Sentence? = nil
    ) -> EntryField {
        EntryField(
            ChoiceField(
                name, label, language, options: options, chosen: chosen, hint: hint, flaw: problems?[name]))
    }
}
