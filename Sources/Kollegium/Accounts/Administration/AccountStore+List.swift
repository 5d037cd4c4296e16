import Storage

/// An account as the administrator's list tells it.
struct ListedAccount: Sendable, Equatable {
    let account: Account
    let person: Int64
    /// The person's name; of several the one whom the organisation has known for longest.
    let name: String
}

extension AccountStore {
    /// Accounts of the organisation's people by name, page by page. What is looked for may be any part of the name, or
    /// the beginning of an e-mail address.
    /// - Parameter scope: as `Scope.accounts`.
    func accounts(_ scope: Scope, search: String = "", page: Int = 1, size: Int = 50) throws -> ListPage<
        ListedAccount
    > {
        let typed = TypedText(search).text
        let found: Scope
        if typed.contains("@") {
            let start = EmailAddress.folded(typed)
            found = Scope(
                sql: "(a.email >= ? AND a.email < ?)", values: [start.value, (start + "\u{10FFFD}").value])
        } else {
            let term = SearchTerm(search)
            found = Scope(
                sql: "(? = '' OR replace(p.sort_key, ?, '') <> p.sort_key)",
                values: [term.key.value, term.orNothing.value])
        }
        let rows = try listed(
            scope.and(found), "ORDER BY p.sort_key, p.id LIMIT ? OFFSET ?",
            [(size + 1).value, ListPage<ListedAccount>.offset(page, size).value])
        return ListPage(rows, number: page, size: size)
    }

    /// One of them; nil for an account that is not there, or belongs to nobody within the scope.
    func account(_ publicID: String, _ scope: Scope) throws -> ListedAccount? {
        let this = Scope(sql: "(a.public_id = ?)", values: [publicID.value])
        return try listed(scope.and(this), "ORDER BY p.sort_key, p.id", []).first
    }

    private func listed(_ scope: Scope, _ ending: String, _ values: [Value]) throws -> [ListedAccount] {
        try db.all(
            """
            SELECT \(Account.columns), p.id, p.name
            FROM people p JOIN account_people l ON l.person_id = p.id JOIN accounts a ON a.id = l.account_id
            WHERE p.erased_at IS NULL AND \(scope.sql) AND NOT EXISTS (
                SELECT 1 FROM account_people o JOIN people q ON q.id = o.person_id
                WHERE o.account_id = a.id AND q.organisation_id = p.organisation_id AND q.erased_at IS NULL
                    AND q.id < p.id)
            \(ending)
            """, values: scope.values + values
        ) { row in
            ListedAccount(account: try Account(row), person: try row.key(9), name: try row.text(10))
        }
    }
}
