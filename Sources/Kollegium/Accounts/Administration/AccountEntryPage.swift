import Foundation
import Storage

/// One account, as the administrator sees it.
struct AccountEntryPage: Page {
    static let template = "account-entry"
    let heading: PageHeading
    let mistakes: Mistakes?
    let name: String
    let email: String
    let state: String
    let made: String
    let joined: String?
    let signIn: String
    let isOpen: Bool
    let isInvited: Bool
    let isOwn: Bool
    let path: String
    let hasRoles: Bool
    let roles: [Appointed]
    let role: RoleFields

    struct Appointed: Sendable {
        let words: String
        let from: String
        let path: String
    }

    struct Contents: Sendable {
        let listed: ListedAccount
        let assignments: [NamedAssignment]
        let choices: RoleFields.Choices

        static func read(
            _ db: Session, _ reach: Reach, _ listed: ListedAccount, _ draft: RoleDraft, today: Day
        ) throws -> Contents {
            let assignments = try AssignmentStore(db: db).named(of: listed.person)
            return Contents(
                listed: listed, assignments: assignments.filter { $0.to.map { $0 > today } ?? true },
                choices: try RoleFields.Choices(AppointmentStore(db: db, reach: reach), draft))
        }
    }

    init(
        _ contents: Contents, seenBy account: Int64, zone: TimeZone, _ draft: RoleDraft, _ language: Language,
        _ problems: FormProblems? = nil
    ) {
        let listed = contents.listed
        let title = PageHeading.form(Sentence(sv: listed.name, en: listed.name), problems, language).title
        heading = .accounts(title, isList: false, language)
        mistakes = Mistakes(problems, language)
        name = listed.name
        email = listed.account.email
        state = listed.account.stateWords(language)
        let day = { language.weekdayAndDate(WallClock.stopped(at: $0).today(in: zone)) }
        made = day(listed.account.madeAt)
        joined = listed.account.joinedAt.map(day)
        signIn = Self.signIn(listed.account)(language)
        isOpen = listed.account.disabledAt == nil
        isInvited = listed.account.joinedAt == nil
        isOwn = listed.account.id == account
        path = SiteURL.accountEntry(listed.account.publicID).path
        roles = contents.assignments.map { held in
            let (role, place) = (held.role.name(language), held.place?(language))
            return Appointed(
                words: [role, place].compactMap { $0 }.joined(separator: ", "),
                from: language.weekdayAndDate(held.from),
                path: SiteURL.accountRole(listed.account.publicID, held.publicID).path)
        }
        hasRoles = !roles.isEmpty
        role = RoleFields(draft, contents.choices, problems, language)
    }

    private static func signIn(_ account: Account) -> Sentence {
        switch (account.hasPassword, account.oneTimeSince != nil) {
        case (true, true): Sentence(sv: "lösenord och engångskoder", en: "password and one-time codes")
        case (true, false): Sentence(sv: "lösenord", en: "password")
        case (false, true): Sentence(sv: "länk och engångskoder", en: "link and one-time codes")
        case (false, false): Sentence(sv: "länk", en: "link")
        }
    }
}
