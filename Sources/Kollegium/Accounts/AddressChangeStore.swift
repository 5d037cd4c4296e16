import Storage

/// New addresses that accounts have asked for and not yet shown to be theirs: one for an account, under the digest of
/// the secret in the letter to it.
struct AddressChangeStore {
    let db: Session

    /// How long the letter's link can be used, in milliseconds.
    static let life: Int64 = 60 * 60_000

    struct Asked: Sendable, Equatable {
        let account: Account
        let email: EmailAddress
    }

    /// What the account asked for before ends with it.
    func ask(for email: EmailAddress, of account: Int64, secret: Secret, now: Int64) throws {
        try db.execute(
            """
            INSERT INTO address_changes (account_id, digest, email, made_at, ends_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (account_id) DO UPDATE
            SET digest = excluded.digest, email = excluded.email, made_at = excluded.made_at,
                ends_at = excluded.ends_at
            """,
            account, secret.digest, email.text, now, now + Self.life)
    }

    /// Whose it is and which address, without using it; nil where it has been used, has ended or never was.
    func find(_ secret: Secret, now: Int64) throws -> Asked? {
        try db.one(
            """
            SELECT \(Account.columns), c.email FROM address_changes c JOIN accounts a ON a.id = c.account_id
            WHERE c.digest = ? AND c.ends_at > ? AND a.disabled_at IS NULL
            """, secret.digest, now
        ) { row -> Asked? in
            let email = EmailAddress(try row.text(9))
            return try email.map { Asked(account: try Account(row), email: $0) }
        } ?? nil
    }

    /// Ends what the account has asked for.
    func void(of account: Int64) throws {
        try db.execute("DELETE FROM address_changes WHERE account_id = ?", account)
    }

    func sweep(now: Int64) throws {
        try db.execute("DELETE FROM address_changes WHERE ends_at <= ?", now)
    }
}
