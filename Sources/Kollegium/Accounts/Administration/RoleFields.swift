/// The choice of a role and where it is held, for the template `role-fields`.
struct RoleFields: Sendable {
    let roleFlaw: TextField.Remark?
    let programmeFlaw: TextField.Remark?
    let roles: [Option]
    let programmes: [Option]
    let school: TextField
    let schools: [String]

    struct Option: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

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
        let flaw = { (field: String) in
            problems?[field].map { TextField.Remark(id: field + "-e", words: $0.asWhole(language)) }
        }
        roleFlaw = flaw("role")
        programmeFlaw = flaw("programme")
        roles = Assignment.roles.map {
            Option(value: $0.rawValue, words: $0.name(language), isChosen: $0.rawValue == draft.role)
        }
        programmes = choices.programmes.map {
            Option(
                value: $0.publicID, words: $0.title(language), isChosen: $0.publicID == draft.programme)
        }
        school = TextField(
            "school", Sentence(sv: "Skola", en: "School"), language, value: draft.school,
            hint: Sentence(
                sv: "För skolledare och utvecklingsledare.", en: "For school leaders and development leaders."
            ),
            flaw: problems?["school"], isRequired: false, suggestions: "schools")
        schools = choices.schools
    }
}
