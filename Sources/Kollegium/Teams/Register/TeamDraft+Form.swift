extension TeamDraft {
    /// What somebody sent by the form of `EntryPage.team`.
    /// - Parameter basis: what the form was made from; nil for something new.
    init(_ form: Form, basis: String? = nil) {
        self.basis = basis
        school = form["school"]
        name = form["name"]
        grades = form["grades"]
        pupils = form["pupils"]
        kind = form["kind"]
    }
}

extension EntryPage {
    /// The form of a team, new or there already.
    /// - Parameter schools: to choose from.
    static func team(
        _ draft: TeamDraft, _ heading: PageHeading, schools: [SchoolStore.Choice], to url: SiteURL,
        problems: FormProblems?, back: SiteURL, _ language: Language
    ) -> EntryPage {
        let title =
            draft.basis == nil
            ? Sentence(sv: "Lägg till ett arbetslag", en: "Add a team")
            : Sentence(sv: "Ändra arbetslaget", en: "Change the team")
        let fields = EntryFields(language: language, problems: problems)
        return EntryPage(
            title, heading, basis: draft.basis, to: url, back: back, fields,
            [
                EntryGroup(fields: [
                    fields.choice(
                        "school", Sentence(sv: "Skola", en: "School"),
                        [ChoiceField.nothingChosen] + schools.options,
                        draft.school),
                    fields.text("name", Sentence(sv: "Namn", en: "Name"), draft.name),
                    fields.text(
                        "grades", Sentence(sv: "Årskurser", en: "School years"), draft.grades,
                        hint: Sentence(
                            sv: "Till exempel 4–6. Får vara tomt.", en: "For example 4–6. May be empty.")),
                    fields.text(
                        "pupils", Sentence(sv: "Elever i lagets klasser", en: "Pupils in its classes"),
                        draft.pupils),
                    fields.text(
                        "kind", Sentence(sv: "Vad som håller ihop laget", en: "What holds the team together"),
                        draft.kind,
                        hint: Sentence(
                            sv: "Till exempel ämnesövergripande. Får vara tomt.",
                            en: "For example across subjects. May be empty.")),
                ])
            ])
    }
}
