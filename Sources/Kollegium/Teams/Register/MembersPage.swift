import Storage

/// Who is, was and will be in a team, with the days: the working paper of those who lead the programme.
struct MembersPage: Page {
    static let template = "members"
    let heading: PageHeading
    let team: String
    let mistakes: Mistakes?
    let mayWrite: Bool
    let lists: [List]
    let isEmpty: Bool
    /// Who was found by `search`, to be chosen.
    let search: String
    let hasSearched: Bool
    let found: [Choice]
    let hasFound: Bool
    let fields: [EntryField]
    let path: String
    let editPath: String
    let codePath: String
    let newPersonPath: String

    /// Those of today, to come, or of former days.
    struct List: Sendable {
        let title: String
        let isOver: Bool
        let members: [Row]
    }

    struct Row: Sendable {
        let name: String
        let personPath: String
        let role: String
        let from: String
        let lastDay: String
        let reason: String
        let mayChange: Bool
        let changePath: String
        /// Whether it is in the list of former ones, which tells why.
        let isOver: Bool
    }

    struct Choice: Sendable {
        let id: String
        let value: String
        let name: String
        let words: String
        let isChosen: Bool
    }

    /// - Parameters:
    ///   - search: who is looked for to be added.
    ///   - draft: what was typed of a new membership.
    static func read(
        _ db: Session, _ id: String, _ reach: Reach, search: String, _ draft: MembershipDraft,
        _ problems: FormProblems?, today: Day, _ language: Language
    ) throws -> MembersPage {
        let here = try TeamInHand(db, id, reach, .read, .membership, today: today)
        let members = try TeamStore(db: db).members(of: here.team.key, today: today)
        let found =
            search.isEmpty
            ? []
            : try PersonStore(db: db).people(of: here.programme.key, search: search, today: today, size: 20)
                .rows
        let mayWrite = here.programme.isOpen && reach.may(.write, Thing(.membership, here.place))
        let entry = EntryFields(language: language, problems: problems)
        func list(_ title: Sentence, _ members: [TeamStore.Member], isOver: Bool = false) -> List? {
            guard !members.isEmpty else { return nil }
            return List(
                title: title(language), isOver: isOver,
                members: members.map { Row($0, of: id, mayWrite: mayWrite, isOver: isOver, language) })
        }
        let name = here.team.name
        let lists = [
            list(Sentence(sv: "I dag", en: "Today"), members.today),
            list(Sentence(sv: "Börjar senare", en: "To begin later"), members.coming),
            list(Sentence(sv: "Tidigare", en: "Former"), members.former, isOver: true),
        ].compactMap { $0 }
        return MembersPage(
            heading: here.heading(
                Sentence(sv: "Medlemmar", en: "Members"), language, problems: problems),
            team: name, mistakes: Mistakes(problems, language), mayWrite: mayWrite, lists: lists,
            isEmpty: lists.isEmpty, search: search, hasSearched: !search.isEmpty,
            found: found.enumerated().map { place, person in
                Choice(
                    id: place == 0 ? "person" : "person-\(place)", value: person.publicID,
                    name: person.name ?? "–",
                    words: [person.school, person.email].compactMap { $0 }.joined(separator: ", "),
                    isChosen: draft.person == person.publicID || found.count == 1)
            },
            hasFound: !found.isEmpty,
            fields: [
                entry.choice(
                    "role", Sentence(sv: "Roll", en: "Role"), TeamRole.choices(language), draft.role),
                entry.text(
                    "from", Sentence(sv: "Första dag i laget", en: "First day in the team"), draft.from,
                    hint: .dayHint),
            ],
            path: SiteURL.team(id, .members).path, editPath: SiteURL.team(id, .edit).path,
            codePath: SiteURL.team(id, .code).path,
            newPersonPath: SiteURL.programme(here.programme.publicID, .newPerson).path)
    }
}

extension MembersPage.Row {
    fileprivate init(
        _ member: TeamStore.Member, of team: String, mayWrite: Bool, isOver: Bool, _ language: Language
    ) {
        name = member.name ?? Sentence(sv: "borttagen person", en: "removed person")(language)
        personPath = SiteURL.person(member.personID).path
        role = member.role.name(language)
        from = language.date(member.from)
        lastDay = member.lastDay.map(language.date) ?? ""
        reason = member.reason.map { LeavingReason.words($0)(language) } ?? ""
        mayChange = mayWrite && member.name != nil
        changePath =
            SiteURL.teamMember(
                team: team, person: member.personID, role: member.role.rawValue, from: member.from.description
            ).path
        self.isOver = isOver
    }
}
