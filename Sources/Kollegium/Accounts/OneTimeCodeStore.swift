import Crypto
import Storage

/// One-time codes of accounts: turned on in two steps, so that nobody locks themselves out with an app that shows
/// something else, with ten recovery codes for the day the telephone is gone.
struct OneTimeCodeStore {
    let db: Session
    /// How many milliseconds the telephones that show codes are ahead of our clock.
    var telephonesAhead: Int64 = 0

    /// Makes a secret for the app. Codes are not asked for until `turnOn` has seen a right one; asked again before
    /// that, there is a new secret. nil where codes are on already: turn them off first.
    func prepare(for account: Int64) throws -> OneTimeCode? {
        let code = OneTimeCode()
        let changed = try db.execute(
            "UPDATE accounts SET one_time_secret = ?, one_time_step = NULL WHERE id = ? AND one_time_since IS NULL",
            code.base32, account)
        return changed == 1 ? code : nil
    }

    /// The secret that is being set up, to show it again after a wrong code; nil where none is.
    func prepared(for account: Int64) throws -> OneTimeCode? {
        try db.one(
            "SELECT one_time_secret FROM accounts WHERE id = ? AND one_time_since IS NULL", account
        ) { $0.textIfAny(0) }.flatMap { $0 }.flatMap(OneTimeCode.init(base32:))
    }

    /// Turns codes on, where the typed one is right, and ends the account's other sessions.
    /// - Returns: ten recovery codes, to be shown once; nil for a wrong code.
    func turnOn(_ typed: String, for account: Int64, keeping session: Int64?, now: Int64) throws -> [String]?
    {
        guard let code = try prepared(for: account),
            let step = code.step(of: typed, now: now + telephonesAhead, after: nil)
        else { return nil }
        try db.execute(
            "UPDATE accounts SET one_time_since = ?, one_time_step = ? WHERE id = ?", now, step, account)
        try AddressChangeStore(db: db).void(of: account)
        try SessionStore(db: db).endOthers(of: account, keeping: session)
        return try renewRecoveryCodes(of: account)
    }

    /// Turns codes off, and ends the account's other sessions. Ask for the password or a code before.
    func turnOff(of account: Int64, keeping session: Int64?) throws {
        try db.execute(
            "UPDATE accounts SET one_time_secret = NULL, one_time_since = NULL, one_time_step = NULL WHERE id = ?",
            account)
        try db.execute("DELETE FROM recovery_codes WHERE account_id = ?", account)
        try SessionStore(db: db).endOthers(of: account, keeping: session)
    }

    /// Whether a typed code is right: one of the app's, or a recovery code. A right one is used up.
    func accept(_ typed: String, of account: Int64, now: Int64) throws -> Bool {
        try acceptFromApp(typed, of: account, now: now) || acceptRecovery(typed, of: account, now: now)
    }

    private func acceptFromApp(_ typed: String, of account: Int64, now: Int64) throws -> Bool {
        let kept = try db.one(
            "SELECT one_time_secret, one_time_step FROM accounts WHERE id = ? AND one_time_since IS NOT NULL",
            account
        ) { (secret: $0.textIfAny(0), last: $0.keyIfAny(1)) }
        guard let kept, let code = kept.secret.flatMap(OneTimeCode.init(base32:)),
            let step = code.step(of: typed, now: now + telephonesAhead, after: kept.last)
        else { return false }
        return try db.execute(
            "UPDATE accounts SET one_time_step = ? WHERE id = ? AND coalesce(one_time_step, -1) < ?", step,
            account,
            step) == 1
    }

    // MARK: Recovery codes

    static let recoveryCodes = 10

    /// Ten new ones, which the earlier ones end with. Shown once: only digests are kept.
    func renewRecoveryCodes(of account: Int64) throws -> [String] {
        try db.execute("DELETE FROM recovery_codes WHERE account_id = ?", account)
        return try (0..<Self.recoveryCodes).map { _ in
            // 80 bits: nobody finds one behind its digest.
            let code = Base32.text(
                SymmetricKey(size: SymmetricKeySize(bitCount: 80)).withUnsafeBytes { Array($0) })
            try db.execute(
                "INSERT INTO recovery_codes (account_id, digest) VALUES (?, ?)", account,
                Secret.digest(of: code))
            return stride(from: 0, to: 16, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(
                separator: "-")
        }
    }

    /// How many are left.
    func recoveryCodesLeft(of account: Int64) throws -> Int {
        try db.one("SELECT count(*) FROM recovery_codes WHERE account_id = ? AND used_at IS NULL", account) {
            try $0.integer(0)
        } ?? 0
    }

    private func acceptRecovery(_ typed: String, of account: Int64, now: Int64) throws -> Bool {
        guard typed.utf8.count < 64 else { return false }
        let code = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        return try db.execute(
            "UPDATE recovery_codes SET used_at = ? WHERE account_id = ? AND digest = ? AND used_at IS NULL",
            now,
            account, Secret.digest(of: code)) == 1
    }
}
