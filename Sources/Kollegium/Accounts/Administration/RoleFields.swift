/// The choice of a role and where it is held, for the template `role-fields`.
struct RoleFields: Sendable {
    let role: ChoiceField
    let programme: ChoiceField
    let school: TextField
    let schools: [String]
    /// Which of several schools is meant; nil where the name says it.
    let matches: ChoiceField?

    /// What can be chosen among.
    struct Choices: Sendable {
        let programmes: [AppointmentStore.Programme]
        let schools: [String]
        /// Those that fit what was typed, where they are several.
        let matches: [AppointmentStore.School]

        init(_ store: AppointmentStore, _ draft: RoleDraft) throws {
            programmes = try store.programmes()
            schools = try store.schools()
            let matching = try store.schools(named: draft.school)
            matches = matching.count > 1 ? matching : []
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
        matches =
            choices.matches.isEmpty
            ? nil
            : ChoiceField(
                "schoolID", Sentence(sv: "Vilken av skolorna", en: "Which of the schools"), language,
                options: [ChoiceField.nothingChosen]
                    + choices.matches.map { ($0.publicID, $0.words(language)) },
                chosen: draft.schoolID)
    }
}

extension AppointmentStore.School {
    /// `Skola 3, i Fem arbetslag i två år`.
    fileprivate func words(_ language: Language) -> String {
        let titles = programmes.map { $0.words(language) }.filter { !$0.isEmpty }
        guard !titles.isEmpty else { return name }
        return name + Sentence(sv: ", i ", en: ", in ")(language) + titles.joined(separator: ", ")
    }
}
