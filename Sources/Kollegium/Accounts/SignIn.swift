import Foundation
import Storage

/// The ways in: by password, by a link, by an invitation, each followed by a one-time code where the account asks for
/// one. What a stranger sees is the same whether or not there is such an account.
struct SignIn: Sendable {
    let database: Database
    let hashing: PasswordHashing
    var lengths = SessionLengths()
    /// The zone in which letters tell the time.
    var zone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    /// As `WallClock` has it.
    var telephonesAhead: Int64 = 0

    /// How an attempt ended.
    enum Outcome: Sendable {
        case signedIn(Started)
        /// The first step was right. The secret belongs into a cookie or a hidden field, for `byCode`; it is good for
        /// ten minutes.
        case needsCode(Secret)
        /// The address or the password is wrong, or there is no such account: nobody is told which.
        case wrong
        /// The link, the invitation or the wait for a code is over, or was never there.
        case over
        /// Too many failures: not before this moment, in milliseconds since 1970. A link by mail is open all the same.
        case wait(until: Int64)
        /// Too many people sign in at this moment; see `PasswordHashing.Overrun`.
        case crowded
    }

    /// A session that has begun.
    struct Started: Sendable {
        let account: Int64
        let session: Int64
        /// For the session's cookie.
        let secret: Secret
        /// For the device's cookie, which stays for a year; set it whether or not the browser had one.
        let device: Secret
    }

    /// The first step by password. - Parameter email: as it was typed.
    func byPassword(_ email: String, _ password: String, from visitor: Visitor, now: Int64) async throws
        -> Outcome
    {
        let typed = EmailAddress.folded(email.trimmingCharacters(in: .whitespacesAndNewlines)).prefix(254)
            .description
        let attempt = try await database.write { db in try Attempt(db, typed, visitor, now: now) }
        if case .closed(let until) = attempt.entry { return .wait(until: until) }
        let verdict: PasswordHash.Verdict
        var rehashed: PasswordHash?
        do {
            verdict = try await hashing.verify(String(password.prefix(1024)), against: attempt.kept)
            if verdict.wantsRehash { rehashed = try? await hashing.hash(password) }
        } catch {
            // Nobody looked at the password, so it was no failure.
            try? await Task { [database] in
                try await database.write { db in try ThrottleStore(db: db).withdraw(attempt.buckets) }
            }.value
            if error is PasswordHashing.Overrun { return .crowded }
            throw error
        }
        guard verdict.isRight, let id = attempt.account, let kept = attempt.kept else { return .wrong }
        let new = rehashed
        return try await database.write { db in
            let accounts = AccountStore(db: db)
            // What was true when we began to hash may have changed since: it is asked again.
            guard let account = try accounts.find(id), account.disabledAt == nil,
                try accounts.password(of: id) == kept
            else { return .wrong }
            if let new { try accounts.rehash(id, from: kept, to: new) }
            try ThrottleStore(db: db).succeed(attempt.buckets)
            return try proceed(db, account, visitor, now: now)
        }
    }

    /// What is known before a password is looked at.
    private struct Attempt: Sendable {
        let account: Int64?
        let kept: PasswordHash?
        let buckets: [ThrottleStore.Bucket]
        let entry: ThrottleStore.Entry

        init(_ db: Session, _ typed: String, _ visitor: Visitor, now: Int64) throws {
            let found = try EmailAddress(typed).flatMap { try AccountStore(db: db).find($0) }
            let isKnown = try KnownDeviceStore(db: db).isKnown(visitor.deviceSecret, to: found?.id)
            buckets = visitor.buckets(.password, typed, isKnown: isKnown)
            entry = try ThrottleStore(db: db).enter(buckets, now: now)
            kept = try AccountStore(db: db).password(of: found?.id ?? 0)
            account = found?.id
        }
    }

    /// After the first step: the code is asked for, or the session begins.
    func proceed(_ db: Session, _ account: Account, _ visitor: Visitor, now: Int64) throws -> Outcome {
        guard account.oneTimeSince == nil else {
            return .needsCode(try SignInLinkStore(db: db).make(.code, for: account.id, now: now))
        }
        return .signedIn(try begin(db, account, visitor, now: now))
    }

    /// Begins the session, and writes to the owner where the browser is new to the account.
    func begin(_ db: Session, _ account: Account, _ visitor: Visitor, now: Int64) throws -> Started {
        let devices = KnownDeviceStore(db: db)
        let isKnown = try devices.isKnown(visitor.deviceSecret, to: account.id)
        let (secret, session) = try SessionStore(db: db, lengths: lengths).start(
            account.id, on: visitor.device, now: now)
        let device = try devices.remember(visitor.deviceSecret, for: account.id, now: now)
        if !isKnown, account.joinedAt != nil, let email = EmailAddress(account.email) {
            try MessageStore(db: db).enqueue(
                key: "new-device \(account.publicID) \(device.digest)", to: email,
                .newDevice(device: visitor.device, at: now, zone: zone), in: account.language, now: now)
        }
        try AccountStore(db: db).join(account.id, now: now)
        return Started(account: account.id, session: session, secret: secret, device: device)
    }
}
