/// The choice of a role and where it is held, for the template `role-fields`.
struct RoleFields: Sendable {
    let role: ChoiceField
    let programme: ChoiceField
    let school: TextField
    let schools: [String]

    /// What can be chosen among.
    struct Choices: Sendable {
        let programmes: [AppointmentStore.Programme]
        let schools: [String]

        init(_ store: AppointmentStore) throws {
            programmes = try store.programmes()
            schools = try store.schools()
        }
    }

    init(_ draft: RoleDraft, _ choices: Choices, _ problems: FormProblems?, _ language: Language) {
        let noRole = Sentence(sv: "Ingen vald", en: "None chosen")(language)
        role = ChoiceField(
            "role", Sentence(sv: "Roll", en: "Role"), language,
            options: [("", noRole)] + Assignment.roles.map { ($0.rawValue, $0.name(language)) },
            chosen: draft.role, flaw: problems?["role"])
        let noProgramme = Sentence(sv: "Inget valt", en: "None chosen")(language)
        programme = ChoiceField(
            "programme", Sentence(sv: "Program", en: "Programme"), language,
            options: [("", noProgramme)] + choices.programmes.map { ($0.publicID, $0.title(language)) },
            chosen: draft.programme,
            hint: Sentence(
                sv: "För programledare, forskare och handledares handledare.",
                en: "For programme leaders, researchers and supervisors of supervisors."),
            flaw: problems?["programme"])
        school = TextField(
            "school", Sentence(sv: "Skola", en: "School"), language, value: draft.school,
            hint: Sentence(
                sv: "För skolledare och utvecklingsledare.", en: "For school leaders and development leaders."
            ),
            flaw: problems?["school"], isRequired: false, suggestions: "schools")
        schools = choices.schools
    }
}
