import Foundation
import Storage

/// One's own account: how one signs in, and where one is signed in.
struct AccountPage: Page {
    static let template = "account"
    let heading: PageHeading
    let mistakes: Mistakes?
    let name: String?
    let email: String
    let isSwedish: Bool
    let hasRoles: Bool
    let roles: [String]
    let hasPassword: Bool
    let oldPassword: TextField
    let newPassword: TextField
    let address: Address
    let codes: Codes?
    let sessions: [Device]
    let hasOthers: Bool

    /// The form for another address, and what is asked of whoever sends it.
    struct Address: Sendable {
        let isOpen: Bool
        let email: TextField
        let password: TextField?
        let code: TextField?
    }

    /// One-time codes that are on.
    struct Codes: Sendable {
        let since: String
        let left: Int
        let isScarce: Bool
        let password: TextField?
        let code: TextField
    }

    struct Device: Sendable {
        let name: String
        let isThis: Bool
        let seen: String
        let since: String
        let path: String
    }

    /// What is read of the account.
    struct Contents: Sendable {
        let account: Account
        let codesLeft: Int
        let engagements: [Engagement]
        let sessions: [OpenSession]

        static func read(
            _ db: Session, _ signedIn: SignedIn, sessions: SessionStore, now: Int64, today: Day
        ) throws -> Contents? {
            let accounts = AccountStore(db: db)
            guard let account = try accounts.find(signedIn.account) else { return nil }
            return Contents(
                account: account, codesLeft: try OneTimeCodeStore(db: db).recoveryCodesLeft(of: account.id),
                engagements: try EngagementStore(db: db).of(accounts.people(of: account.id), on: today),
                sessions: try sessions.list(of: account.id, now: now))
        }
    }

    init(
        _ contents: Contents, of signedIn: SignedIn, named name: String?, now: Int64, zone: TimeZone,
        _ language: Language, _ problems: FormProblems? = nil, typed: String = ""
    ) {
        let account = contents.account
        var heading = PageHeading.form(Sentence(sv: "Ditt konto", en: "Your account"), problems, language)
        heading.room = RoomBanner(
            .mine,
            Sentence(
                sv:
                    "Ditt konto ser du själv. Administratören ser namn, adress, uppdrag och om kontot är öppet, och inget innehåll.",
                en:
                    "Your account is seen by you. The administrator sees name, address, appointments and whether it is open, and no content."
            )(language), language)
        self.heading = heading
        mistakes = Mistakes(problems, language)
        self.name = name
        email = account.email
        isSwedish = account.language == .sv
        roles = contents.engagements.map { $0.words(language) }
        hasRoles = !roles.isEmpty
        hasPassword = account.hasPassword
        oldPassword = .presentPassword(id: "old-password", problems, language)
        newPassword = TextField(
            "new-password", Sentence(sv: "Nytt lösenord", en: "New password"), language, kind: .password,
            hint: Sentence(
                sv: "Minst \(PasswordRules.fewest) tecken. Gärna några ord efter varandra.",
                en: "At least \(PasswordRules.fewest) characters. A few words in a row will do."),
            flaw: problems?["new-password"], autocomplete: "new-password")
        address = Address(account, typed: typed, problems, language)
        let day = { language.weekdayAndDate(WallClock.stopped(at: $0).today(in: zone)) }
        // Two sessions of one browser are told apart by the time of day.
        let moment = { day($0) + ", " + language.clock($0, in: zone) }
        codes = account.oneTimeSince.map { since in
            Codes(
                since: day(since), left: contents.codesLeft, isScarce: contents.codesLeft < 4,
                password: account.hasPassword
                    ? .presentPassword(id: "codes-password", problems, language) : nil,
                code: TextField(
                    OneTimeCode.field, Sentence(sv: "Kod i appen", en: "Code in the app"), language,
                    kind: .code,
                    hint: Sentence(
                        sv: "Eller en återställningskod.", en: "Or a recovery code."),
                    flaw: problems?[OneTimeCode.field], autocomplete: "one-time-code"))
        }
        sessions = contents.sessions.map { session in
            Device(
                name: session.device, isThis: session.publicID == signedIn.sessionID,
                seen: now - session.seenAt < 300_000
                    ? Sentence(sv: "nyss", en: "just now")(language) : moment(session.seenAt),
                since: moment(session.startedAt), path: SiteURL.session(session.publicID).path)
        }
        hasOthers = sessions.contains { !$0.isThis }
    }
}

extension AccountPage.Address {
    fileprivate init(_ account: Account, typed: String, _ problems: FormProblems?, _ language: Language) {
        email = TextField(
            "new-email", Sentence(sv: "Ny e-postadress", en: "New e-mail address"), language, kind: .email,
            value: typed, flaw: problems?["new-email"], autocomplete: "email")
        password =
            account.hasPassword ? .presentPassword(id: "address-password", problems, language) : nil
        code =
            account.oneTimeSince == nil
            ? nil
            : TextField(
                AddressRoutes.code, Sentence(sv: "Kod i appen", en: "Code in the app"), language, kind: .code,
                hint: Sentence(sv: "Eller en återställningskod.", en: "Or a recovery code."),
                flaw: problems?[AddressRoutes.code], autocomplete: "one-time-code")
        isOpen = ["new-email", "address-password", AddressRoutes.code].contains { problems?[$0] != nil }
    }
}

extension TextField {
    /// For what is weighty: whoever is at the keys shows that they are not just somebody who found the browser open.
    fileprivate static func presentPassword(id: String, _ problems: FormProblems?, _ language: Language)
        -> TextField
    {
        TextField(
            id, Sentence(sv: "Nuvarande lösenord", en: "Present password"), language, kind: .password,
            flaw: problems?[id], autocomplete: "current-password")
    }
}
