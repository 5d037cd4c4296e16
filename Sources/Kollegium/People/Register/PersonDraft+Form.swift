extension PersonDraft {
    /// What somebody sent by the form of `EntryPage.person`.
    /// - Parameter basis: what the form was made from; nil for something new.
    init(_ form: Form, basis: String? = nil) {
        self.basis = basis
        name = form["name"]
        email = form["email"]
        school = form["school"]
    }
}

extension EntryPage {
    /// The form of a person, new or there already.
    /// - Parameter schools: to choose from.
    static func person(
        _ draft: PersonDraft, _ heading: PageHeading, schools: [SchoolStore.Choice], to url: SiteURL,
        problems: FormProblems?, back: SiteURL, _ language: Language
    ) -> EntryPage {
        let title =
            draft.basis == nil
            ? Sentence(sv: "Lägg till en person", en: "Add a person")
            : Sentence(sv: "Ändra personen", en: "Change the person")
        let fields = EntryFields(language: language, problems: problems)
        return EntryPage(
            title, heading, basis: draft.basis, to: url, back: back, fields,
            [
                EntryGroup(fields: [
                    fields.text("name", Sentence(sv: "Namn", en: "Name"), draft.name),
                    fields.text(
                        "email", Sentence(sv: "E-postadress", en: "E-mail address"), draft.email,
                        hint: Sentence(
                            sv: "Utan den kan personen inte logga in.",
                            en: "Without it the person can’t sign in."),
                        kind: .email),
                    fields.choice(
                        "school", Sentence(sv: "Skola", en: "School"),
                        [("", Sentence(sv: "Ingen av skolorna", en: "None of the schools")(language))]
                            + schools.options,
                        draft.school),
                ])
            ])
    }
}
