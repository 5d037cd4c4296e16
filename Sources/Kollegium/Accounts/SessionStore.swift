import Storage

/// Sessions: who is signed in, on which device, until when. A session is opened by a secret of which only the digest
/// is kept.
struct SessionStore {
    let db: Session
    var lengths = SessionLengths()

    /// Begins one. - Parameter device: as `DeviceDescription.coarse` says it.
    func start(_ account: Int64, on device: String, wearing hat: Hat? = nil, now: Int64) throws -> (
        secret: Secret, key: Int64
    ) {
        let secret = Secret()
        let key = try db.nextKey(in: "sessions")
        try db.execute(
            """
            INSERT INTO sessions
                (id, public_id, account_id, digest, rotated_at, hat_person_id, hat_role, device, started_at, seen_at,
                ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key, PublicID.make(), account, secret.digest, now, hat?.person, hat?.role.rawValue, device, now,
            now,
            now + lengths.whole)
        return (secret, key)
    }

    /// Who shows this secret; one statement, and nothing is written. nil for an unknown one, one that has ended, and
    /// where the account is disabled.
    func find(_ secret: Secret, now: Int64) throws -> SignedIn? {
        let digest = secret.digest
        return try db.one(Self.search, digest, digest, digest, now, now - lengths.idle) { try SignedIn($0) }
    }

    static let search = """
        SELECT \(SignedIn.columns), CASE WHEN s.digest = ? THEN 1 ELSE 0 END
        FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE (s.digest = ? OR s.earlier_digest = ?) AND s.ends_at > ? AND s.seen_at > ? AND a.disabled_at IS NULL
        """

    /// The account's sessions that have not ended, the last used first.
    func list(of account: Int64, now: Int64) throws -> [OpenSession] {
        try db.all(
            """
            SELECT public_id, device, started_at, seen_at FROM sessions
            WHERE account_id = ? AND ends_at > ? AND seen_at > ? ORDER BY seen_at DESC, id DESC
            """,
            account, now, now - lengths.idle
        ) { row in
            OpenSession(
                publicID: try row.text(0), device: try row.text(1), startedAt: try row.key(2),
                seenAt: try row.key(3))
        }
    }

    /// Puts on another hat, in this session only. Whether the person may is the caller's to decide.
    func wear(_ hat: Hat, in session: Int64) throws {
        try db.execute(
            "UPDATE sessions SET hat_person_id = ?, hat_role = ? WHERE id = ?", hat.person, hat.role.rawValue,
            session)
    }

    // MARK: Ending

    /// Ends the session that the request came in.
    func end(_ session: Int64) throws {
        try db.execute("DELETE FROM sessions WHERE id = ?", session)
    }

    /// Ends one from the account's list. - Returns: false where it has none of that id.
    func end(_ publicID: String, of account: Int64) throws -> Bool {
        try db.execute("DELETE FROM sessions WHERE public_id = ? AND account_id = ?", publicID, account) > 0
    }

    /// Ends all of the account's but one; all, where none is to be kept. - Returns: how many.
    @discardableResult
    func endOthers(of account: Int64, keeping session: Int64?) throws -> Int {
        try db.execute("DELETE FROM sessions WHERE account_id = ? AND id <> ?", account, session ?? 0)
    }

    /// Removes what has ended. - Returns: how many.
    @discardableResult
    func sweep(now: Int64) throws -> Int {
        try db.execute("DELETE FROM sessions WHERE ends_at <= ? OR seen_at <= ?", now, now - lengths.idle)
    }
}
