import Storage

/// The people of a programme by name, page by page: the register of those who lead it.
struct PeoplePage: Page {
    static let template = "people"
    let heading: PageHeading
    let tabs: ProgrammeTabs
    let search: String
    let people: [Row]
    let isEmpty: Bool
    let pager: Pager?
    let mayWrite: Bool
    let newPath: String
    let pastePath: String
    /// Where everybody is asked in who was not; nil where there is nobody, or not for the reader.
    let invitations: Link?

    struct Row: Sendable {
        let path: String
        let name: String
        let email: String
        let school: String
        /// Role and team of each place that they have or will have.
        let places: String
        let account: String
        /// Whether somebody has still to ask them in.
        let isMissing: Bool
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ asked: Asked, today: Day, _ language: Language
    ) throws -> PeoplePage {
        let here = try ProgrammeInHand(db, id, reach, .read, .person)
        let list = try PersonStore(db: db).people(
            of: here.key, search: asked.search, today: today, page: asked.page)
        let places = try TeamStore(db: db).places(of: list.rows.map(\.key), in: here.key, from: today)
        let waiting =
            reach.may(.write, Thing(.invitation, here.place))
            ? try AccountStore(db: db).uninvited(in: here.key, today: today).count : 0
        let standings = try AccountStore(db: db).standings(of: list.rows.map(\.key))
        return PeoplePage(
            heading: .programme(Sentence(sv: "Människor", en: "People"), here.summary, language),
            tabs: ProgrammeTabs(id, here.place, reach, at: .people, language), search: asked.search,
            people: list.rows.map { Row($0, places[$0.key] ?? [], standings[$0.key] ?? .none, language) },
            isEmpty: list.rows.isEmpty,
            pager: Pager(list, of: .programme(id, .people), [("q", asked.search)], language),
            mayWrite: here.summary.isOpen, newPath: SiteURL.programme(id, .newPerson).path,
            pastePath: SiteURL.programme(id, .paste).path,
            invitations: waiting == 0
                ? nil : Link(InvitationsPage.act(waiting, language), .programme(id, .invitations)))
    }
}

extension PeoplePage.Row {
    fileprivate init(
        _ person: PersonStore.Person, _ own: [TeamStore.ShortPlace], _ standing: AccountStanding,
        _ language: Language
    ) {
        path = SiteURL.person(person.publicID).path
        name = person.name ?? Sentence(sv: "borttagen person", en: "removed person")(language)
        email = person.email ?? "–"
        school = person.school ?? "–"
        places = own.isEmpty ? "–" : own.map { $0.words(language) }.joined(separator: "; ")
        account = standing.words(language)
        isMissing = standing == .none
    }
}
