import Storage

extension AccountStore {
    /// How many people in a programme's teams were invited and have not signed in yet, counted no further than `most`.
    func invitedOnly(in programme: Int64, today: Day, most: Int) throws -> Int {
        try db.one(
            """
            SELECT count(*) FROM (
                SELECT DISTINCT a.id FROM accounts a
                JOIN account_people l ON l.account_id = a.id
                JOIN memberships m ON m.person_id = l.person_id
                JOIN teams t ON t.id = m.team_id
                WHERE a.joined_at IS NULL AND a.disabled_at IS NULL AND t.programme_id = ?
                    AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
                LIMIT ?
            ) AS invited
            """, programme, today.description, today.description, most
        ) { try $0.integer(0) } ?? 0
    }

    /// How many letters of invitation are sent at one press, and how far they are counted.
    static let mostInvitedAtOnce = 500

    /// People with an address who are or will be in a team of the programme and whom nobody has asked in, by name: at most
    /// one more than are invited at one press.
    func uninvited(in programme: Int64, today: Day) throws -> [Int64] {
        try db.all(
            """
            SELECT p.id FROM people p
            WHERE p.id IN (
                    SELECT m.person_id FROM teams t JOIN memberships m ON m.team_id = t.id
                    WHERE t.programme_id = ? AND (m.ends IS NULL OR m.ends > ?))
                AND p.email IS NOT NULL AND p.email <> '' AND p.erased_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM account_people l WHERE l.person_id = p.id)
            ORDER BY p.sort_key, p.id LIMIT ?
            """, programme, today.description, Self.mostInvitedAtOnce + 1
        ) { try $0.key(0) }
    }

    /// How the accounts of an organisation stand.
    struct Standing: Sendable, Equatable {
        let joined: Int
        let invited: Int
        let disabled: Int
    }

    func standing(_ reach: Reach) throws -> Standing {
        let scope = Scope.accounts(reach)
        return try db.one(
            """
            SELECT count(CASE WHEN a.disabled_at IS NULL AND a.joined_at IS NOT NULL THEN 1 END),
                count(CASE WHEN a.disabled_at IS NULL AND a.joined_at IS NULL THEN 1 END),
                count(CASE WHEN a.disabled_at IS NOT NULL THEN 1 END)
            FROM accounts a WHERE \(scope.sql)
            """, values: scope.values
        ) { Standing(joined: try $0.integer(0), invited: try $0.integer(1), disabled: try $0.integer(2)) }
            ?? Standing(joined: 0, invited: 0, disabled: 0)
    }
}
