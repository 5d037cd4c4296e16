import Storage

/// Accounts, and which people of an organisation they are.
struct AccountStore {
    let db: Session

    /// Makes an account that nobody has signed in to yet.
    /// - Throws: `AccountRefusal.taken`, or `.notMailable` where no invitation could reach it.
    func insert(_ email: EmailAddress, language: Language, now: Int64) throws -> Account {
        guard email.isMailable else { throw AccountRefusal.notMailable(email.text) }
        guard try find(email) == nil else { throw AccountRefusal.taken(email.text) }
        let key = try db.nextKey(in: "accounts")
        try db.execute(
            "INSERT INTO accounts (id, public_id, email, language, made_at) VALUES (?, ?, ?, ?, ?)", key,
            PublicID.make(), email.text, language.rawValue, now)
        guard let account = try find(key) else { throw StorageError(.damaged, "account \(key) is not there") }
        return account
    }

    func find(_ id: Int64) throws -> Account? {
        try db.one("SELECT \(Account.columns) FROM accounts a WHERE a.id = ?", id) { try Account($0) }
    }

    func find(_ email: EmailAddress) throws -> Account? {
        try db.one("SELECT \(Account.columns) FROM accounts a WHERE a.email = ?", email.text) {
            try Account($0)
        }
    }

    /// All of them, by address.
    func list() throws -> [Account] {
        try db.all("SELECT \(Account.columns) FROM accounts a ORDER BY a.email") { try Account($0) }
    }

    func setLanguage(_ language: Language, of account: Int64) throws {
        try db.execute("UPDATE accounts SET language = ? WHERE id = ?", language.rawValue, account)
    }

    /// Notes that its owner has come in, the first time.
    func join(_ account: Int64, now: Int64) throws {
        try db.execute("UPDATE accounts SET joined_at = ? WHERE id = ? AND joined_at IS NULL", now, account)
    }

    /// Closes an account at once: its sessions and links end, and it cannot be signed in to.
    func disable(_ account: Int64, now: Int64) throws {
        try db.execute(
            "UPDATE accounts SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL", now, account)
        try SessionStore(db: db).endOthers(of: account, keeping: nil)
        try SignInLinkStore(db: db).void(of: account)
        try AddressChangeStore(db: db).void(of: account)
    }

    func enable(_ account: Int64) throws {
        try db.execute("UPDATE accounts SET disabled_at = NULL WHERE id = ?", account)
    }

    // MARK: Passwords

    /// What is kept of the account's password; nil where it has none.
    func password(of account: Int64) throws -> PasswordHash? {
        try db.one("SELECT password FROM accounts WHERE id = ?", account) { $0.textIfAny(0) }.flatMap { $0 }
            .flatMap(PasswordHash.init(phc:))
    }

    /// Sets another password, and ends every other session and every link that is still open.
    /// - Parameter session: the one that asks, which goes on; nil where nobody is signed in.
    func changePassword(_ hash: PasswordHash, of account: Int64, keeping session: Int64?) throws {
        try db.execute("UPDATE accounts SET password = ? WHERE id = ?", hash.phc, account)
        try SessionStore(db: db).endOthers(of: account, keeping: session)
        try SignInLinkStore(db: db).void(of: account)
        try AddressChangeStore(db: db).void(of: account)
    }

    /// Gives the account another address, and ends every other session and every link that is still open.
    /// - Parameter session: the one that asks, which goes on; nil where it is none of the account's.
    func changeAddress(_ email: EmailAddress, of account: Int64, keeping session: Int64?) throws {
        try db.execute("UPDATE accounts SET email = ? WHERE id = ?", email.text, account)
        try SessionStore(db: db).endOthers(of: account, keeping: session)
        try SignInLinkStore(db: db).void(of: account)
    }

    /// The same password at today's cost; only where it has not been changed meanwhile.
    func rehash(_ account: Int64, from old: PasswordHash, to new: PasswordHash) throws {
        try db.execute(
            "UPDATE accounts SET password = ? WHERE id = ? AND password = ?", new.phc, account, old.phc)
    }

    /// Takes everything away that one could sign in by; an invitation is the way in again.
    func reset(_ account: Int64) throws {
        try db.execute("UPDATE accounts SET password = NULL WHERE id = ?", account)
        try OneTimeCodeStore(db: db).turnOff(of: account, keeping: nil)
        try KnownDeviceStore(db: db).forgetAll(of: account)
        try SignInLinkStore(db: db).void(of: account)
        try AddressChangeStore(db: db).void(of: account)
    }

    // MARK: Who it is

    /// Lets the account be this person. One person has one account at most: the first who proved to be them.
    /// - Returns: false where the person has another account.
    @discardableResult
    func link(_ person: Int64, to account: Int64) throws -> Bool {
        try db.execute(
            "INSERT INTO account_people (person_id, account_id) VALUES (?, ?) ON CONFLICT (person_id) DO NOTHING",
            person, account)
        return try db.one("SELECT account_id FROM account_people WHERE person_id = ?", person) {
            try $0.key(0)
        }
            == account
    }

    /// The account's people.
    func people(of account: Int64) throws -> [Int64] {
        try db.all("SELECT person_id FROM account_people WHERE account_id = ? ORDER BY person_id", account) {
            try $0.key(0)
        }
    }

    /// Which account is this person; nil for none.
    func account(of person: Int64) throws -> Int64? {
        try db.one("SELECT account_id FROM account_people WHERE person_id = ?", person) { try $0.key(0) }
    }
}
