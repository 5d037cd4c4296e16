import Foundation
import Storage

/// What the commands that change one account have in common.
struct AccountErrand: Sendable {
    let email: String
    let place: PlaceOptions

    /// Finds the account, does the work in one transaction, notes it in the log of activities, and says what was done.
    func perform(
        _ verb: String, _ work: @escaping @Sendable (Session, Account, Int64) throws -> Sentence
    ) async throws {
        try await place.perform { console in
            guard let address = EmailAddress(email) else { throw AccountRefusal.notAnAddress(email) }
            let database = try await place.databaseToChange()
            let now = CommandClock.now
            let sentence = try await database.write { db in
                guard let account = try AccountStore(db: db).find(address) else {
                    throw AccountRefusal.unknown(address.text)
                }
                try AccountActivity(db: db).note(verb, account.id, at: now)
                return try work(db, account, now)
            }
            try await database.close()
            console.remark(sentence)
        }
    }
}

/// What was done to an account, in the log of activities.
struct AccountActivity {
    let db: Session

    func note(_ verb: String, _ account: Int64, by actor: ActivityLog.Actor = .operator, at now: Int64) throws
    {
        try ActivityLog(db: db).note(
            actor, verb, "account", account, programme: nil,
            organisation: ProgrammeStore(db: db).organisation(),
            at: now)
    }
}

/// The clock on the wall, for commands.
enum CommandClock {
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    /// The day where the operator is.
    static func today() throws -> Day {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) else {
            throw NoDay()
        }
        return day
    }

    /// The machine's clock stands where no calendar reaches.
    struct NoDay: Error {}
}

/// The first password of an account, from standard input: it stands neither in the arguments nor in a history.
enum FirstPassword {
    static func read(for address: EmailAddress) throws -> PasswordHash {
        let password = readLine(strippingNewline: true) ?? ""
        if let objection = PasswordRules.objection(to: password, of: address) {
            throw AccountRefusal.badPassword(objection)
        }
        return try PasswordHash(of: password)
    }
}

extension Console {
    /// The path of an invitation, on standard output, so that a script can take it.
    func tell(_ invitation: Secret) {
        remark(
            Sentence(
                sv: "Inbjudan, en gång och inom 14 dagar; sätt serverns adress framför:",
                en: "The invitation, once and within 14 days; put your server's address before it:"))
        result("/invitations/\(invitation.text)")
    }
}
