import Foundation
import Storage

/// What an account's owner changes of it, signed in. Each change ends the other sessions and is told by letter.
struct AccountChange: Sendable {
    let database: Database
    let hashing: PasswordHashing
    var zone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    /// As `WallClock` has it.
    var telephonesAhead: Int64 = 0

    enum Outcome: Sendable, Equatable {
        case done
        /// The password typed as the present one is not it.
        case wrongPassword
        case wrongCode
        case objection(Sentence)
        case wait(until: Int64)
        case crowded
    }

    /// Sets another password. - Parameter old: not asked for where the account has none.
    func setPassword(
        _ new: String, old: String, of signedIn: SignedIn, from visitor: Visitor, now: Int64
    ) async throws -> Outcome {
        guard let email = EmailAddress(signedIn.email) else { return .wrongPassword }
        if let objection = PasswordRules.objection(to: new, of: email) { return .objection(objection) }
        let confirmed = try await confirm(old, of: signedIn, from: visitor, now: now)
        guard confirmed == .done else { return confirmed }
        do {
            let hash = try await hashing.hash(new)
            try await database.write { db in
                let isFirst = try AccountStore(db: db).password(of: signedIn.account) == nil
                try AccountStore(db: db).changePassword(hash, of: signedIn.account, keeping: signedIn.session)
                try tell(db, signedIn, .passwordChanged(isFirst: isFirst, at: now, zone: zone), now: now)
            }
            return .done
        } catch is PasswordHashing.Overrun {
            return .crowded
        }
    }

    /// Whether the person at the keys knows the password, before something weighty; `done` where the account has none.
    /// Wrong ones are throttled as at the door, so that a browser left open does not become a place to guess.
    func confirm(_ password: String, of signedIn: SignedIn, from visitor: Visitor, now: Int64) async throws
        -> Outcome
    {
        let (kept, buckets, entry) = try await database.write { db in
            let kept = try AccountStore(db: db).password(of: signedIn.account)
            let isKnown = try KnownDeviceStore(db: db).isKnown(visitor.deviceSecret, to: signedIn.account)
            let buckets = visitor.buckets(.password, signedIn.email, isKnown: isKnown)
            let entry = kept == nil ? .open : try ThrottleStore(db: db).enter(buckets, now: now)
            return (kept, buckets, entry)
        }
        guard let kept else { return .done }
        if case .closed(let until) = entry { return .wait(until: until) }
        do {
            guard try await hashing.verify(password, against: kept).isRight else { return .wrongPassword }
            try await database.write { db in try ThrottleStore(db: db).succeed(buckets) }
            return .done
        } catch is PasswordHashing.Overrun {
            try await database.write { db in try ThrottleStore(db: db).withdraw(buckets) }
            return .crowded
        }
    }

    /// Whether the person at the keys has the telephone, or a recovery code: to be asked where the account has codes,
    /// before they are turned off or recovery codes made anew.
    func confirmCode(_ typed: String, of signedIn: SignedIn, from visitor: Visitor, now: Int64) async throws
        -> Outcome
    {
        try await database.write { db in
            let isKnown = try KnownDeviceStore(db: db).isKnown(visitor.deviceSecret, to: signedIn.account)
            let buckets = visitor.buckets(.code, signedIn.email, isKnown: isKnown)
            if case .closed(let until) = try ThrottleStore(db: db).enter(buckets, now: now) {
                return .wait(until: until)
            }
            let codes = OneTimeCodeStore(db: db, telephonesAhead: telephonesAhead)
            guard try codes.accept(typed, of: signedIn.account, now: now) else { return .wrongCode }
            try ThrottleStore(db: db).succeed(buckets)
            return .done
        }
    }

    /// Turns one-time codes on. - Returns: ten recovery codes, to be shown once; nil for a wrong code.
    func turnOnCodes(_ typed: String, of signedIn: SignedIn, now: Int64) async throws -> [String]? {
        try await database.write { db in
            let codes = try OneTimeCodeStore(db: db, telephonesAhead: telephonesAhead).turnOn(
                typed, for: signedIn.account, keeping: signedIn.session, now: now)
            if codes != nil {
                try tell(db, signedIn, .oneTimeCodesChanged(on: true, at: now, zone: zone), now: now)
            }
            return codes
        }
    }

    /// Turns them off; ask `confirmCode` before.
    func turnOffCodes(of signedIn: SignedIn, now: Int64) async throws {
        try await database.write { db in
            try OneTimeCodeStore(db: db).turnOff(of: signedIn.account, keeping: signedIn.session)
            try tell(db, signedIn, .oneTimeCodesChanged(on: false, at: now, zone: zone), now: now)
        }
    }

    private func tell(_ db: Session, _ signedIn: SignedIn, _ letter: Letter, now: Int64) throws {
        guard let email = EmailAddress(signedIn.email) else { return }
        try MessageStore(db: db).enqueue(
            key: "changed \(signedIn.accountID) \(now) \(letter.subject.en)", to: email, letter,
            in: signedIn.language,
            now: now)
    }
}
