/// Asking somebody in.
struct AccountNewPage: Page {
    static let template = "account-new"
    let heading: PageHeading
    let mistakes: Mistakes?
    let email: TextField
    let name: TextField
    let isSwedish: Bool
    let role: RoleFields

    init(
        _ draft: AdmissionDraft, _ choices: RoleFields.Choices, _ language: Language,
        _ problems: FormProblems? = nil
    ) {
        let title = PageHeading.form(
            Sentence(sv: "Bjud in någon", en: "Invite somebody"), problems, language
        ).title
        heading = .accounts(title, isList: false, language)
        mistakes = Mistakes(problems, language)
        email = TextField(
            "email", Sentence(sv: "E-postadress", en: "E-mail address"), language, kind: .email,
            value: draft.email,
            hint: Sentence(sv: "Dit skickas inbjudan.", en: "The invitation is sent there."),
            flaw: problems?["email"])
        name = TextField(
            "name", Sentence(sv: "Namn", en: "Name"), language, value: draft.name,
            hint: Sentence(
                sv: "Är personen redan inlagd med den adressen behåller hen sitt namn.",
                en: "Somebody who is here with that address already keeps their name."),
            flaw: problems?["name"])
        isSwedish = draft.language.isEmpty ? language == .sv : draft.language == "sv"
        role = RoleFields(draft.role, choices, problems, language)
    }
}
