/// The forms of a questionnaire's draft: one thing at a time.
extension EntryPage {
    static func question(
        _ form: QuestionForm, _ here: DraftInHand, _ part: Questionnaire.Part, present: Questionnaire.Item?,
        _ problems: FormProblems?, _ language: Language, basis: String? = nil
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let name =
            present == nil
            ? Sentence(sv: "Lägg till en fråga", en: "Add a question")
            : Sentence(sv: "Ändra frågan", en: "Change the question")
        var groups = [
            EntryGroup(
                hint: "\(form.type.name(language)). \(form.type.purpose(language))"
                    + ([.text, .ranking].contains(form.type)
                        ? " " + Sentence.readersOfOwnWords(language) : ""),
                fields: [
                    fields.text(
                        "sv", Sentence(sv: "Frågan på svenska", en: "The question in Swedish"), form.sv,
                        hint: present?.missing == .sv
                            ? Sentence(
                                sv: "Saknas. Den som läser på svenska får frågan på engelska.",
                                en: "Missing. Whoever reads Swedish gets the question in English.") : nil,
                        kind: .long),
                    fields.text(
                        "en", Sentence(sv: "Frågan på engelska", en: "The question in English"), form.en,
                        hint: present?.missing == .en
                            ? Sentence(
                                sv: "Saknas. Den som läser på engelska får frågan på svenska.",
                                en: "Missing. Whoever reads English gets the question in Swedish.")
                            : Sentence(sv: "Ett av språken räcker.", en: "One of the languages is enough."),
                        kind: .long),
                ])
        ]
        var answers: [EntryField] = []
        if form.type.needsScale || form.type == .ranking {
            let scales = scales(for: form.type, here)
            // Where there is none to choose, its place is empty; a rating's says where scales are made.
            if !form.type.takesAlternatives || !scales.isEmpty {
                answers.append(scale(form, scales, fields, language))
            }
        }
        if form.type.takesAlternatives {
            answers += alternatives(form, hasScales: !scales(for: form.type, here).isEmpty, fields)
        }
        answers.append(
            fields.choice(
                "looksBack", Sentence(sv: "Eget tidigare svar", en: "One’s own earlier answer"),
                [
                    ("yes", Sentence(sv: "Visas bredvid frågan", en: "Shown beside the question")(language)),
                    ("", Sentence(sv: "Visas inte", en: "Not shown")(language)),
                ], form.looksBack,
                hint: Sentence(
                    sv: "Bara den som svarar ser det.", en: "Only the person answering sees it.")))
        groups.append(EntryGroup(fields: answers))
        if form.isMeasured { groups.append(measured(form, here, fields, language)) }
        if present == nil {
            groups.append(
                EntryGroup(fields: [
                    fields.text(
                        "code", Sentence(sv: "Kortnamn i filer", en: "Short name in files"), form.code,
                        hint: Sentence(
                            sv:
                                "Lämna tomt för ett nytt. Skriv kortnamnet från en annan del om det är samma fråga en gång till.",
                            en:
                                "Leave empty for a new one. Write the short name from another part if it is the same question once more."
                        ))
                ]))
        }
        return EntryPage(
            name, here.heading(name, problems, language, under: part), basis: basis,
            to: .draft(
                here.id, .question, part: part.code, item: present?.code ?? "",
                type: present == nil ? form.type.rawValue : ""),
            back: .draft(here.id, .part, part: part.code), fields, groups)
    }

    /// The scales that a question of a type can be answered on.
    private static func scales(for type: ItemType, _ here: DraftInHand) -> [Questionnaire.Scale] {
        here.draft.content.scales.filter { scale in
            type != .choice || !scale.steps.contains { $0.value == nil }
        }
    }

    /// What can be chosen, where no scale has it yet.
    private static func alternatives(
        _ form: QuestionForm, hasScales: Bool, _ fields: EntryFields
    ) -> [EntryField] {
        let (sv, en) =
            hasScales ? (", om inga finns att välja ovan", ", if there are none to choose above") : ("", "")
        return [
            fields.text(
                "alternativesSV", Sentence(sv: "Alternativ på svenska", en: "Alternatives in Swedish"),
                form.alternativesSV,
                hint: form.type == .ranking
                    ? Sentence(
                        sv:
                            "Ett på varje rad\(sv). Utan alternativ rangordnar var och en det de själva skriver.",
                        en:
                            "One on each line\(en). Without alternatives people rank what they write themselves."
                    )
                    : Sentence(
                        sv: "Ett på varje rad\(sv).",
                        en: "One on each line\(en)."), kind: .long),
            fields.text(
                "alternativesEN", Sentence(sv: "Alternativ på engelska", en: "Alternatives in English"),
                form.alternativesEN,
                hint: Sentence(
                    sv: "I samma ordning. Ett av språken räcker.",
                    en: "In the same order. One of the languages is enough."), kind: .long),
        ]
    }

    private static func scale(
        _ form: QuestionForm, _ scales: [Questionnaire.Scale], _ fields: EntryFields, _ language: Language
    ) -> EntryField {
        fields.choice(
            "scale", Sentence(sv: "Skala", en: "Scale"),
            [ChoiceField.nothingChosen] + scales.map { ($0.code, $0.words(language)) }, form.scale,
            hint: form.type == .choice
                ? Sentence(
                    sv: "Bara skalor vars steg har värden går att välja bland.",
                    en: "Only scales whose steps have values can be chosen from.") : nil)
    }

    private static func measured(
        _ form: QuestionForm, _ here: DraftInHand, _ fields: EntryFields, _ language: Language
    ) -> EntryGroup {
        let areas = here.draft.content.areas.map { ($0.code, $0.name(language)) }
        return EntryGroup(
            legend: Sentence(sv: "Vad svaren räknas till", en: "What the answers count towards")(language),
            fields: [
                fields.choice(
                    "area", Sentence(sv: "Område i utfallet", en: "Area of the outcome"),
                    [ChoiceField.nothingChosen] + areas, form.area),
                fields.choice(
                    "form", Sentence(sv: "Form av tillit", en: "Form of trust"),
                    [ChoiceField.nothingChosen]
                        + TrustIndicators.forms.map { ($0, TrustItemWords.form($0, language)) }, form.form),
                fields.choice(
                    "facet", Sentence(sv: "Sida av tilliten", en: "Side of trust"),
                    [ChoiceField.nothingChosen]
                        + TrustIndicators.facets.map { ($0, TrustItemWords.facet($0, language)) }, form.facet),
            ])
    }

    static func part(
        _ form: PartForm, _ here: DraftInHand, present: Questionnaire.Part?, _ problems: FormProblems?,
        _ language: Language, basis: String? = nil
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let name =
            present == nil
            ? Sentence(sv: "Lägg till en del", en: "Add a part")
            : Sentence(sv: "Ändra delens namn", en: "Change the part’s name")
        return EntryPage(
            name, here.heading(name, problems, language, under: present), basis: basis,
            to: .draft(here.id, .partHeading, part: present?.code ?? ""),
            back: present.map { .draft(here.id, .part, part: $0.code) } ?? .draft(here.id), fields,
            [
                EntryGroup(fields: [
                    fields.text("sv", Sentence(sv: "Namn på svenska", en: "Name in Swedish"), form.sv),
                    fields.text("en", Sentence(sv: "Namn på engelska", en: "Name in English"), form.en),
                    fields.text(
                        "wave", Sentence(sv: "Vilken gång i ordningen", en: "Which time in the order"),
                        form.wave,
                        hint: Sentence(
                            sv: "1 för den första delen som besvaras, 2 för nästa.",
                            en: "1 for the first part that is answered, 2 for the next.")),
                ])
            ])
    }

    static func area(
        _ form: AreaForm, _ here: DraftInHand, present: Questionnaire.Area?, _ problems: FormProblems?,
        _ language: Language, basis: String? = nil
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let name =
            present == nil
            ? Sentence(sv: "Lägg till ett område", en: "Add an area")
            : Sentence(sv: "Ändra området", en: "Change the area")
        return EntryPage(
            name, here.heading(name, problems, language), basis: basis,
            to: .draft(here.id, .area, item: present?.code ?? ""), back: .draft(here.id), fields,
            [
                EntryGroup(fields: [
                    fields.text("sv", Sentence(sv: "Namn på svenska", en: "Name in Swedish"), form.sv),
                    fields.text("en", Sentence(sv: "Namn på engelska", en: "Name in English"), form.en),
                ])
            ])
    }

    static func questionnaireHeading(
        _ form: HeadingForm, _ here: DraftInHand, _ problems: FormProblems?, _ language: Language,
        basis: String
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let name = Sentence(sv: "Enkätens namn", en: "The questionnaire’s name")
        var entries = [
            fields.text("sv", Sentence(sv: "Namn på svenska", en: "Name in Swedish"), form.sv),
            fields.text("en", Sentence(sv: "Namn på engelska", en: "Name in English"), form.en),
        ]
        if here.draft.standing.locked.isEmpty {
            entries += [
                fields.choice(
                    "audience", Sentence(sv: "Vem den är till för", en: "Whom it is for"),
                    [
                        ("teacher", Sentence(sv: "Lärare", en: "Teachers")(language)),
                        ("school-leader", Sentence(sv: "Skolledare", en: "School leaders")(language)),
                    ], form.audience),
                fields.choice(
                    "asks", Sentence(sv: "Vilka som frågas", en: "Who is asked"),
                    [
                        (
                            Wave.Asked.members.rawValue,
                            Sentence(sv: "De som är med", en: "Those who take part")(language)
                        ),
                        (
                            Wave.Asked.leavers.rawValue,
                            Sentence(sv: "De som slutar", en: "Those who leave")(language)
                        ),
                    ], form.asks),
            ]
        }
        return EntryPage(
            name, here.heading(name, problems, language), basis: basis, to: .draft(here.id, .heading),
            back: .draft(here.id), fields, [EntryGroup(fields: entries)])
    }

    static func scale(
        _ form: ScaleForm, _ here: DraftInHand, present: Questionnaire.Scale?, _ problems: FormProblems?,
        _ language: Language, basis: String? = nil
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let name =
            present == nil
            ? Sentence(sv: "Lägg till en skala", en: "Add a scale")
            : Sentence(sv: "Ändra skalan", en: "Change the scale")
        var groups: [EntryGroup] = []
        if present == nil {
            groups.append(
                EntryGroup(fields: [
                    fields.text(
                        "code", Sentence(sv: "Skalans kortnamn", en: "The scale’s short name"), form.code)
                ]))
        }
        let rows = form.steps.count < ScaleForm.mostSteps ? max(5, form.steps.count + 1) : form.steps.count
        let steps = form.steps + Array(repeating: ScaleForm.Step(), count: rows - form.steps.count)
        for (place, step) in steps.enumerated() {
            let row = "steps.\(place)"
            groups.append(
                EntryGroup(
                    legend: Sentence(sv: "Steg \(place + 1)", en: "Step \(place + 1)")(language),
                    hint: place == 0
                        ? Sentence(
                            sv: "Det lägsta steget först. En tom rad räknas inte.",
                            en: "The lowest step first. An empty row does not count.")(language) : nil,
                    fields: [
                        fields.text(row + ".sv", Sentence(sv: "Svenska", en: "Swedish"), step.sv),
                        fields.text(row + ".en", Sentence(sv: "Engelska", en: "English"), step.en),
                        fields.text(
                            row + ".value", Sentence(sv: "Värde i filer", en: "Value in files"), step.value,
                            hint: place == 0
                                ? Sentence(
                                    sv:
                                        "Så står svaret i filer. Lämna tomt i alla steg, så blir det 1, 2, 3 …",
                                    en:
                                        "How the answer stands in files. Leave it empty in all steps, and it is 1, 2, 3 …"
                                ) : nil),
                    ]))
        }
        groups.append(
            EntryGroup(
                legend: Sentence(sv: "Att inte svara", en: "Not answering")(language),
                hint: Sentence(
                    sv: "Till exempel ”vet ej / vill inte svara”. Det går alltid att hoppa över en fråga.",
                    en:
                        "For example “don’t know / prefer not to answer”. A question can always be passed over."
                )(
                    language),
                fields: [
                    fields.text("optOutSV", Sentence(sv: "Svenska", en: "Swedish"), form.optOutSV),
                    fields.text("optOutEN", Sentence(sv: "Engelska", en: "English"), form.optOutEN),
                ]))
        return EntryPage(
            name, here.heading(name, problems, language), basis: basis,
            to: .draft(here.id, .scale, item: present?.code ?? ""), back: .draft(here.id), fields, groups)
    }
}

extension Questionnaire.Scale {
    /// `stämmer inte alls … stämmer helt (5)`.
    func words(_ language: Language) -> String {
        let labels = steps.map { $0.label(language).isEmpty ? $0.value ?? "" : $0.label(language) }
        guard let first = labels.first, let last = labels.last, labels.count > 1 else {
            return "\(code) (\(steps.count))"
        }
        return "\(first) … \(last) (\(steps.count))"
    }
}
