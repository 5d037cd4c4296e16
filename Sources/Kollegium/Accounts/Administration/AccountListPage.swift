import Storage

/// Who can sign in, and what they are appointed to; nothing of what they write.
struct AccountListPage: Page {
    static let template = "account-list"
    let heading: PageHeading
    let search: TextField
    let hasRows: Bool
    let isSearch: Bool
    let rows: [Row]
    let pager: Pager?

    struct Row: Sendable {
        let name: String
        let email: String
        let roles: String
        let state: String
        let style: String?
        let path: String
    }

    struct Contents: Sendable {
        let page: ListPage<ListedAccount>
        let roles: [Int64: [Role]]

        static func read(_ db: Session, _ reach: Reach, search: String, page: Int, today: Day) throws
            -> Contents
        {
            let accounts = AccountStore(db: db)
            let page = try accounts.accounts(Scope.accounts(reach), search: search, page: page)
            let roles = try AssignmentStore(db: db).roles(of: page.rows.map(\.person), on: today)
            return Contents(page: page, roles: roles)
        }
    }

    init(_ contents: Contents, search typed: String, _ language: Language) {
        heading = .accounts(Sentence(sv: "Konton", en: "Accounts")(language), language)
        search = TextField(
            "q", Sentence(sv: "Namn eller e-post", en: "Name or e-mail"), language, value: typed,
            isRequired: false)
        let page = contents.page
        rows = page.rows.map { row in
            Row(
                name: row.name, email: row.account.email,
                roles: (contents.roles[row.person] ?? []).map { $0.name(language) }.joined(separator: ", "),
                state: row.account.stateWords(language), style: row.account.stateStyle,
                path: SiteURL.accountEntry(row.account.publicID).path)
        }
        hasRows = !rows.isEmpty
        isSearch = !typed.isEmpty
        pager = Pager(page, of: .accounts, [("q", typed)], language)
    }
}

extension Account {
    func stateWords(_ language: Language) -> String {
        if disabledAt != nil { return Sentence(sv: "avstängt", en: "disabled")(language) }
        if joinedAt == nil { return Sentence(sv: "inbjudet", en: "invited")(language) }
        return Sentence(sv: "öppet", en: "open")(language)
    }

    fileprivate var stateStyle: String? {
        if disabledAt != nil { return " bad" }
        return joinedAt == nil ? " warn" : nil
    }
}

extension PageHeading {
    /// Of a page of accounts. - Parameter isList: the list itself has no way up to it.
    static func accounts(_ title: String, isList: Bool = true, _ language: Language) -> PageHeading {
        PageHeading(
            title: title,
            trail: isList
                ? [] : [Link(Sentence(sv: "Konton", en: "Accounts")(language), SiteURL.accounts)],
            room: RoomBanner(
                .accounts,
                Sentence(
                    sv: "Du sköter konton och uppdrag. Det människor skriver når du inte.",
                    en: "You administer accounts and appointments. What people write you do not reach.")(
                        language), language))
    }
}
