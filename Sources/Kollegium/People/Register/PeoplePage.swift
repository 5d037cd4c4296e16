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

    struct Row: Sendable {
        let path: String
        let name: String
        let email: String
        let school: String
        let teams: String
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
        let standings = try AccountStore(db: db).standings(of: list.rows.map(\.key))
        return PeoplePage(
            heading: .programme(Sentence(sv: "Människor", en: "People"), here.summary, language),
            tabs: ProgrammeTabs(id, here.place, reach, at: .people, language), search: asked.search,
            people: list.rows.map { Row($0, standings[$0.key] ?? .none, language) },
            isEmpty: list.rows.isEmpty,
            pager: Pager(list, of: .programme(id, .people), [("q", asked.search)], language),
            mayWrite: here.summary.isOpen, newPath: SiteURL.programme(id, .newPerson).path,
            pastePath: SiteURL.programme(id, .paste).path)
    }
}

extension PeoplePage.Row {
    fileprivate init(_ person: PersonStore.Person, _ standing: AccountStanding, _ language: Language) {
        path = SiteURL.person(person.publicID).path
        name = person.name ?? Sentence(sv: "borttagen person", en: "removed person")(language)
        email = person.email ?? "–"
        school = person.school ?? "–"
        teams = language.grouped(person.teams)
        account = standing.words(language)
        isMissing = standing == .none
    }
}
