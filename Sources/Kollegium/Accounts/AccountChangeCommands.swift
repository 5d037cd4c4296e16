import ArgumentParser
import Storage

struct AccountAssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Gives somebody a role, in a programme, at a school, or for accounts.",
        discussion: """
            Example: kollegium account assign anna@skola.se programme-leader --programme five-schools
                     kollegium account assign bo@skola.se school-leader --school five-schools/s2

            Roles in teams are memberships, and given there.
            """)

    @Argument(help: "The account's e-mail address.")
    var email: String

    @Argument(
        help:
            "programme-leader, researcher, supervisor-of-supervisors, school-leader, development-leader or administrator."
    )
    var role: Role

    @OptionGroup var heldAt: RolePlaceOptions

    @Flag(help: "Take the role away again, from today on.")
    var end = false

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await AccountErrand(email: email, place: place).perform("assigned") { db, account, _ in
            let today = try CommandClock.today()
            let where_ = try heldAt.find(role, db)
            let assignments = AssignmentStore(db: db)
            let people = try AccountStore(db: db).people(of: account.id)
            guard let person = people.first else { throw AccountRefusal.nobody(account.email) }
            guard end else {
                try assignments.give(role, to: person, at: where_, from: today)
                return Sentence(
                    sv: "\(account.email) är nu \(role.rawValue).",
                    en: "\(account.email) is \(role.rawValue) now.")
            }
            if role == .administrator {
                let organisation = try ProgrammeStore(db: db).organisation()
                let others = try assignments.holders(of: .administrator, in: organisation, on: today)
                guard others.contains(where: { !people.contains($0) }) else {
                    throw AccountRefusal.lastAdministrator
                }
            }
            for held in try people.flatMap({ try assignments.of($0, on: today) })
            where held.role == role && held.place == where_ {
                _ = try assignments.end(held.publicID, on: today, reason: nil)
            }
            return Sentence(
                sv: "\(account.email) är inte längre \(role.rawValue).",
                en: "\(account.email) is no longer \(role.rawValue).")
        }
    }
}

struct AccountDisableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Closes an account at once; nothing that was written is lost.",
        discussion: "Example: kollegium account disable anna@skola.se")

    @Argument(help: "The account's e-mail address.")
    var email: String

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await AccountErrand(email: email, place: place).perform("disabled") { db, account, now in
            try AccountStore(db: db).disable(account.id, now: now)
            return Sentence(
                sv: "Kontot \(account.email) är stängt, och alla inloggningar avslutade.",
                en: "The account \(account.email) is disabled, and all its sessions have ended.")
        }
    }
}

struct AccountEnableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Opens an account again.",
        discussion: "Example: kollegium account enable anna@skola.se")

    @Argument(help: "The account's e-mail address.")
    var email: String

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await AccountErrand(email: email, place: place).perform("enabled") { db, account, _ in
            try AccountStore(db: db).enable(account.id)
            return Sentence(
                sv: "Kontot \(account.email) är öppet.", en: "The account \(account.email) is open.")
        }
    }
}

struct AccountResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Takes password, one-time codes and sessions away, and makes an invitation.",
        discussion: """
            Example: kollegium account reset anna@skola.se

            For somebody who has lost their telephone and the recovery codes. Be sure who asks.
            """)

    @Argument(help: "The account's e-mail address.")
    var email: String

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let invitation = Confined<Secret?>(nil)
        try await AccountErrand(email: email, place: place).perform("reset") { db, account, now in
            try AccountStore(db: db).reset(account.id)
            invitation.value = try SignInLinkStore(db: db).make(.invitation, for: account.id, now: now)
            return Sentence(
                sv: "Kontot \(account.email) är återställt.", en: "The account \(account.email) is reset.")
        }
        if let secret = invitation.value { place.console.tell(secret) }
    }
}
