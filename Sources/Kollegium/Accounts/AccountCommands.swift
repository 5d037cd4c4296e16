import ArgumentParser
import Foundation
import Storage

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Says who may sign in, and in which roles.",
        discussion: "Example: kollegium account add anna@skola.se --name \"Anna Berg\" --role administrator",
        subcommands: [
            AccountAddCommand.self, AccountListCommand.self, AccountAssignCommand.self,
            AccountDisableCommand.self,
            AccountEnableCommand.self, AccountResetCommand.self, AccountMailCommand.self,
        ])
}

struct AccountAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes an account, and an invitation to hand on.",
        discussion: """
            Example: kollegium account add anna@skola.se --name "Anna Berg" --role administrator

            The invitation is a path to open in a browser, after the address of your server; it is good once, for \
            fourteen days.
            """)

    @Argument(help: "The e-mail address, which one signs in by.")
    var email: String

    @Option(help: "The person's name; not needed where the address is somebody's here already.")
    var name: String?

    @Option(help: ArgumentHelp("A role to give at once.", valueName: "role"))
    var role: Role?

    @OptionGroup var heldAt: RolePlaceOptions

    @Flag(help: "Read the first password from standard input, instead of making an invitation.")
    var passwordStdin = false

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            guard let address = EmailAddress(email) else { throw AccountRefusal.notAnAddress(email) }
            let hash = passwordStdin ? try FirstPassword.read(for: address) : nil
            let database = try await place.databaseToChange()
            let (now, today) = (CommandClock.now, try CommandClock.today())
            let invitation = try await database.write { db in
                let accounts = AccountStore(db: db)
                let account = try accounts.insert(address, language: console.language, now: now)
                let people = try holder(db, address)
                for person in people { try accounts.link(person, to: account.id) }
                if let role, let person = people.first {
                    let place = try heldAt.find(role, db)
                    try AssignmentStore(db: db).give(role, to: person, at: place, from: today)
                }
                try AccountActivity(db: db).note("added", account.id, at: now)
                guard let hash else {
                    return try SignInLinkStore(db: db).make(.invitation, for: account.id, now: now) as Secret?
                }
                try accounts.changePassword(hash, of: account.id, keeping: nil)
                return nil
            }
            try await database.close()
            console.remark(
                Sentence(
                    sv: "Kontot \(address.text) finns nu.", en: "The account \(address.text) is there now."))
            if let invitation { console.tell(invitation) }
        }
    }

    /// The people who have this address, or a new one.
    private func holder(_ db: Session, _ address: EmailAddress) throws -> [Int64] {
        let organisation = try ProgrammeStore(db: db).organisation()
        let people = AddressedPeople(db: db)
        let known = try people.keys(of: address.text, in: organisation)
        guard known.isEmpty else { return known }
        guard let name = name?.trimmingCharacters(in: .whitespacesAndNewlines), !name.isEmpty else {
            throw AccountRefusal.nameMissing
        }
        return [try people.insert(name, address, in: organisation)]
    }
}

struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the accounts.",
        discussion: "Example: kollegium account list --database kollegium.sqlite")

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            let database = try await place.databaseToRead()
            let today = try CommandClock.today()
            let rows = try await database.read { db in
                let accounts = AccountStore(db: db)
                let assignments = AssignmentStore(db: db)
                return try accounts.list().map { account in
                    let roles = try accounts.people(of: account.id).flatMap {
                        try assignments.of($0, on: today)
                    }
                    return (account: account, roles: Set(roles.map(\.role.rawValue)).sorted())
                }
            }
            guard !rows.isEmpty else {
                return console.remark(
                    Sentence(
                        sv: "Inget konto finns än. Lägg till ett med kollegium account add.",
                        en: "There is no account yet. Add one by kollegium account add."))
            }
            let language = console.language
            var table = TextTable([
                .init(heading: Sentence(sv: "Adress", en: "Address")(language), side: .left, most: 34),
                .init(heading: Sentence(sv: "Läge", en: "State")(language), side: .left, most: 14),
                .init(heading: Sentence(sv: "Roller", en: "Roles")(language), side: .left, most: 26),
            ])
            for (account, roles) in rows {
                table.add([account.email, account.state(language), roles.joined(separator: ", ")])
            }
            console.result(table.lines().joined(separator: "\n"))
        }
    }
}

extension Account {
    fileprivate func state(_ language: Language) -> String {
        if disabledAt != nil { return Sentence(sv: "stängt", en: "disabled")(language) }
        if joinedAt == nil { return Sentence(sv: "inbjudet", en: "invited")(language) }
        return oneTimeSince == nil
            ? Sentence(sv: "öppet", en: "open")(language)
            : Sentence(sv: "öppet, koder", en: "open, codes")(language)
    }
}

extension Role: ExpressibleByArgument {}
