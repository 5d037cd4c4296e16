import Foundation
import Storage

extension SignIn {
    /// Sends a link to the address, if there is an account; whoever asked is answered the same in all cases: “if there
    /// is an account, a letter is on its way”.
    ///
    /// For an address without account the same is written and taken back, so that the time tells nothing either.
    /// - Parameters:
    ///   - language: the page's; the letter is in the account's own.
    ///   - url: the whole address of a link's page.
    func requestLink(
        _ email: String, in language: Language, now: Int64, url: @escaping @Sendable (Secret) -> String
    ) async throws {
        guard let address = EmailAddress(email) else { return }
        try await database.write { db in
            // There is no bucket for where the request comes from: it would be a way to keep a school's people out.
            let bucket = ThrottleStore.Bucket("link\n\(address.text)", .link, isEmptiedBySuccess: true)
            guard try ThrottleStore(db: db).enter([bucket], now: now) == .open else { return }
            let account = try AccountStore(db: db).find(address)
            let isReal = account?.disabledAt == nil && account != nil
            let secret =
                isReal ? try SignInLinkStore(db: db).make(.signIn, for: account?.id ?? 0, now: now) : Secret()
            let key = "sign-in \(secret.digest)"
            let messages = MessageStore(db: db)
            try messages.enqueue(
                key: key, to: address,
                .signInLink(link: url(secret), minutes: Int(SignInLinkStore.Purpose.signIn.life / 60_000)),
                in: account?.language ?? language, now: now)
            if !isReal { try messages.withdraw(key: key) }
        }
    }

    /// Whose link it is, for the page that asks one to press the button. Looking uses nothing up.
    func look(at secret: Secret, for purpose: SignInLinkStore.Purpose, now: Int64) async throws -> Account? {
        try await database.read { db in try SignInLinkStore(db: db).find(secret, for: purpose, now: now) }
    }

    /// Signs in by a link: when the button is pressed, never when the page is fetched.
    func byLink(_ secret: Secret, from visitor: Visitor, now: Int64) async throws -> Outcome {
        try await database.write { db in
            guard let account = try SignInLinkStore(db: db).use(secret, for: .signIn, now: now) else {
                return .over
            }
            try ThrottleStore(db: db).succeed([
                .init("link\n\(account.email)", .link, isEmptiedBySuccess: true)
            ])
            try linkPeople(db, account)
            return try proceed(db, account, visitor, now: now)
        }
    }

    /// Accepts an invitation, with a password or without: then links by mail are the way in.
    /// - Throws: `AccountRefusal.badPassword`, `PasswordHashing.Overrun`; the invitation is then as good as before.
    func byInvitation(
        _ secret: Secret, password: String?, language: Language, from visitor: Visitor, now: Int64
    ) async throws -> Outcome {
        guard let invited = try await look(at: secret, for: .invitation, now: now),
            let email = EmailAddress(invited.email)
        else { return .over }
        var hash: PasswordHash?
        if let password {
            if let objection = PasswordRules.objection(to: password, of: email) {
                throw AccountRefusal.badPassword(objection)
            }
            hash = try await hashing.hash(password)
        }
        let chosen = hash
        return try await database.write { db in
            guard let account = try SignInLinkStore(db: db).use(secret, for: .invitation, now: now) else {
                return .over
            }
            let accounts = AccountStore(db: db)
            if let chosen { try accounts.changePassword(chosen, of: account.id, keeping: nil) }
            try accounts.setLanguage(language, of: account.id)
            try linkPeople(db, account)
            return try proceed(db, account, visitor, now: now)
        }
    }

    /// Whoever reads the letters of an address is the people who have it and no account yet.
    private func linkPeople(_ db: Session, _ account: Account) throws {
        let organisation = try ProgrammeStore(db: db).organisation()
        for person in try AddressedPeople(db: db).keys(of: account.email, in: organisation) {
            try AccountStore(db: db).link(person, to: account.id)
        }
    }
}
