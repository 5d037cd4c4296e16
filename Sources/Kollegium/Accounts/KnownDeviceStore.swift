import Storage

/// Browsers that an account has been signed in from, each known by a secret in a cookie that stays for a year. Such a
/// browser is no stranger: others' guessing keeps nobody from signing in there, and no letter is sent about it.
struct KnownDeviceStore {
    let db: Session

    /// How many are kept for an account; the oldest goes.
    static let most = 20

    /// Whether this browser has been signed in to the account before.
    func isKnown(_ device: Secret?, to account: Int64?) throws -> Bool {
        try db.one(
            "SELECT 1 FROM known_devices WHERE account_id = ? AND digest = ?", account ?? 0,
            device?.digest ?? "",
            as: { _ in true }) ?? false
    }

    /// Notes that the account was signed in to from this browser. - Returns: the secret for its cookie.
    func remember(_ device: Secret?, for account: Int64, now: Int64) throws -> Secret {
        // A secret that we never gave would be one that somebody else may have planted.
        let device = try device.flatMap { try isOurs($0) ? $0 : nil } ?? Secret()
        try db.execute(
            """
            INSERT INTO known_devices (account_id, digest, made_at) VALUES (?, ?, ?)
            ON CONFLICT (account_id, digest) DO UPDATE SET made_at = excluded.made_at
            """,
            account, device.digest, now)
        try db.execute(
            """
            DELETE FROM known_devices WHERE account_id = ? AND digest NOT IN (
                SELECT digest FROM known_devices WHERE account_id = ? ORDER BY made_at DESC, digest LIMIT \(Self.most))
            """,
            account, account)
        return device
    }

    func forgetAll(of account: Int64) throws {
        try db.execute("DELETE FROM known_devices WHERE account_id = ?", account)
    }

    /// Removes browsers that have not been signed in from for a year, as their cookies end then.
    @discardableResult
    func sweep(now: Int64) throws -> Int {
        try db.execute("DELETE FROM known_devices WHERE made_at < ?", now - Self.life)
    }

    static let life: Int64 = 365 * 86_400_000

    private func isOurs(_ device: Secret) throws -> Bool {
        try db.one("SELECT 1 FROM known_devices WHERE digest = ? LIMIT 1", device.digest, as: { _ in true })
            ?? false
    }
}
