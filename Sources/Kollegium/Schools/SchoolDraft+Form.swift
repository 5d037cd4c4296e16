extension SchoolDraft {
    /// What somebody sent by the form of `EntryPage.school`.
    /// - Parameter basis: what the form was made from; nil for something new.
    init(_ form: Form, basis: String? = nil) {
        self.basis = basis
        name = form["name"]
        municipality = form["municipality"]
        municipalityType = form["municipalityType"]
        pupils = form["pupils"]
        foreignBackground = form["foreignBackground"]
        parentsPostSecondary = form["parentsPostSecondary"]
        grade9PassedAll = form["grade9PassedAll"]
        meritValue = form["meritValue"]
    }
}

extension EntryPage {
    /// The form of a school, new or there already.
    static func school(
        _ draft: SchoolDraft, in programme: ProgrammeSummary, to url: SiteURL, problems: FormProblems?,
        back: SiteURL, _ language: Language
    ) -> EntryPage {
        let title =
            draft.basis == nil
            ? Sentence(sv: "Lägg till en skola", en: "Add a school")
            : Sentence(sv: "Ändra skolan", en: "Change the school")
        var heading = PageHeading.programme(title, programme, language, problems: problems)
        heading.trail.append(
            Link(Sentence(sv: "Skolor", en: "Schools")(language), .programme(programme.publicID, .schools)))
        let fields = EntryFields(language: language, problems: problems)
        return EntryPage(
            title, heading, basis: draft.basis, to: url, back: back, fields,
            [
                EntryGroup(fields: [fields.text("name", Sentence(sv: "Namn", en: "Name"), draft.name)]),
                profile(draft, fields),
            ])
    }

    private static func profile(_ draft: SchoolDraft, _ fields: EntryFields) -> EntryGroup {
        EntryGroup(
            legend: Sentence(sv: "När programmet började", en: "When the programme began")(fields.language),
            hint: Sentence(
                sv: "Det som inte är känt lämnas tomt. Andelar i procent.",
                en: "Leave empty what is not known. Shares in per cent.")(fields.language),
            fields: [
                fields.text("municipality", Sentence(sv: "Kommun", en: "Municipality"), draft.municipality),
                fields.text(
                    "municipalityType", Sentence(sv: "Kommuntyp", en: "Type of municipality"),
                    draft.municipalityType),
                fields.text("pupils", Sentence(sv: "Elever", en: "Pupils"), draft.pupils),
                fields.text(
                    "foreignBackground",
                    Sentence(sv: "Elever med utländsk bakgrund", en: "Pupils with foreign background"),
                    draft.foreignBackground),
                fields.text(
                    "parentsPostSecondary",
                    Sentence(
                        sv: "Föräldrar med eftergymnasial utbildning",
                        en: "Parents with post-secondary education"),
                    draft.parentsPostSecondary),
                fields.text(
                    "grade9PassedAll",
                    Sentence(sv: "Nådde målen i alla ämnen i åk 9", en: "Passed all subjects in year 9"),
                    draft.grade9PassedAll),
                fields.text("meritValue", Sentence(sv: "Meritvärde", en: "Merit value"), draft.meritValue),
            ])
    }
}
