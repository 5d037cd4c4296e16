import Storage

/// Secrets that open an account once: a link for signing in, an invitation, and the step between a right password and
/// the one-time code. Looking at one does not use it; mail scanners open every link that passes.
struct SignInLinkStore {
    let db: Session

    enum Purpose: String, Sendable {
        case signIn = "sign-in"
        case invitation
        /// The password or the link was right, and a one-time code is asked for next.
        case code

        /// How long one can be used, in milliseconds.
        var life: Int64 {
            switch self {
            case .signIn: 30 * 60_000
            case .invitation: 14 * 86_400_000
            case .code: 10 * 60_000
            }
        }
    }

    /// Makes one. An earlier invitation that was not used ends with it; an earlier link for signing in does not, because
    /// letters overtake each other.
    /// - Parameter person: who invites; nil where nobody here does.
    func make(_ purpose: Purpose, for account: Int64, by person: Int64? = nil, now: Int64) throws -> Secret {
        if purpose == .invitation { try void(of: account, purpose) }
        let secret = Secret()
        try db.execute(
            "INSERT INTO sign_in_links (account_id, digest, purpose, made_by, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)",
            account, secret.digest, purpose.rawValue, person, now, now + purpose.life)
        return secret
    }

    /// Whose it is, without using it; nil where it has been used or has ended, or the account is disabled.
    func find(_ secret: Secret, for purpose: Purpose, now: Int64) throws -> Account? {
        try db.one(
            """
            SELECT \(Account.columns) FROM sign_in_links l JOIN accounts a ON a.id = l.account_id
            WHERE l.digest = ? AND l.purpose = ? AND l.used_at IS NULL AND l.ends_at > ? AND a.disabled_at IS NULL
            """,
            secret.digest, purpose.rawValue, now
        ) { try Account($0) }
    }

    /// Who made it; nil where it was the operator, or the account's owner by asking.
    func maker(of secret: Secret) throws -> Int64? {
        try db.one("SELECT made_by FROM sign_in_links WHERE digest = ?", secret.digest) { $0.keyIfAny(0) }
            .flatMap { $0 }
    }

    /// Uses it, once. - Returns: whose it is; nil as for `find`, and for whoever comes second.
    func use(_ secret: Secret, for purpose: Purpose, now: Int64) throws -> Account? {
        guard let account = try find(secret, for: purpose, now: now) else { return nil }
        let used = try db.execute(
            "UPDATE sign_in_links SET used_at = ? WHERE digest = ? AND used_at IS NULL", now, secret.digest)
        return used == 1 ? account : nil
    }

    /// Ends what the account has not used, of one purpose or of all.
    func void(of account: Int64, _ purpose: Purpose? = nil) throws {
        try db.execute(
            "DELETE FROM sign_in_links WHERE account_id = ? AND used_at IS NULL AND (purpose = ? OR ? = '')",
            account,
            purpose?.rawValue ?? "", purpose?.rawValue ?? "")
    }

    /// Removes what has ended.
    @discardableResult
    func sweep(now: Int64) throws -> Int {
        try db.execute("DELETE FROM sign_in_links WHERE ends_at <= ?", now)
    }
}
