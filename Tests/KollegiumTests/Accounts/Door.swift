import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

/// A database with accounts, and the ways in to it. The clock stands where a test puts it.
struct Door: Sendable {
    /// 3 September 2013, in the morning.
    static let morning: Int64 = 1_378_188_000_000
    static let today = Day(year: 2013, month: 9, day: 3)!
    static let second: Int64 = 1000
    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000
    static let password = "blåbärssylt och en gul cykel"
    /// Quick enough for tests; the real one is tried in one place.
    static let cheap = PasswordHash.Cost(ln: 4, r: 8, p: 1)

    let database: Database
    let hashing: PasswordHashing
    let signIn: SignIn

    var change: AccountChange { AccountChange(database: database, hashing: hashing) }

    /// Makes an account with a password, that has been signed in to before.
    func account(_ email: String = "anna@skola.example") async throws -> Account {
        let hash = try PasswordHash(of: Door.password, cost: Door.cheap)
        let address = try #require(EmailAddress(email))
        return try await database.write { db in
            let accounts = AccountStore(db: db)
            let account = try accounts.insert(address, language: .sv, now: Door.morning - Door.day)
            try accounts.changePassword(hash, of: account.id, keeping: nil)
            try accounts.join(account.id, now: Door.morning - Door.day)
            return try accounts.find(account.id) ?? account
        }
    }

    /// Signs in where that is expected to go well.
    func signedIn(
        _ email: String = "anna@skola.example", from visitor: Visitor = .atHome, now: Int64 = Door.morning,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> SignIn.Started {
        let outcome = try await signIn.byPassword(email, Door.password, from: visitor, now: now)
        guard case .signedIn(let started) = outcome else {
            throw Failed(program: "sign-in", message: "\(outcome)")
        }
        return started
    }

    func find(_ secret: Secret, now: Int64) async throws -> SignedIn? {
        try await database.read { db in try SessionStore(db: db).find(secret, now: now) }
    }

    func wantsKeeping(_ secret: Secret, now: Int64) async throws -> Bool? {
        guard let signedIn = try await find(secret, now: now) else { return nil }
        return try await database.read { db in SessionLengths().wantsKeeping(signedIn, now: now) }
    }

    /// How many rows there are: `table`, or `table WHERE …`.
    func count(_ table: String) async throws -> Int {
        try await database.read { db in try db.one("SELECT count(*) FROM \(table)") { try $0.integer(0) } ?? 0
        }
    }

    /// Finds who it is and keeps the session, as each request does. - Returns: the secret that the browser has then.
    func request(_ secret: Secret, now: Int64) async throws -> Secret? {
        guard let signedIn = try await find(secret, now: now) else { return nil }
        return try await database.write { db in
            try SessionStore(db: db).keep(signedIn, secret, now: now) ?? secret
        }
    }
}

extension Visitor {
    static let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
    static let atHome = Visitor(address: "192.0.2.7", userAgent: firefox, deviceSecret: nil)

    static func at(_ address: String, with device: Secret? = nil) -> Visitor {
        Visitor(address: address, userAgent: firefox, deviceSecret: device)
    }
}

extension SignIn.Outcome {
    /// What a stranger is told.
    var word: String {
        switch self {
        case .signedIn: "signed in"
        case .needsCode: "code"
        case .wrong: "wrong"
        case .over: "over"
        case .wait: "wait"
        case .crowded: "crowded"
        }
    }
}

func withDoor<T: Sendable>(
    _ engine: TestEngine, concurrency: Int = 2, queueLimit: Int = 64,
    _ body: @Sendable (Door) async throws -> T
) async throws -> T {
    try await withPlace(engine) { place in
        let database = try await Database(place.location)
        try await database.migrate(Schema.migrations)
        let hashing = try PasswordHashing(concurrency: concurrency, queueLimit: queueLimit, cost: Door.cheap)
        let door = Door(
            database: database, hashing: hashing, signIn: SignIn(database: database, hashing: hashing))
        let result = try await body(door)
        try await database.close()
        return result
    }
}
