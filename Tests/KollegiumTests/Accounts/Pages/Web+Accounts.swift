import Foundation
import Storage
import Testing

@testable import Kollegium

/// A letter that waits to leave.
struct WaitingLetter: Sendable, Equatable {
    let recipient: String
    let subject: String
    let body: String

    /// The path of the link in it.
    var path: String {
        let line = body.split(separator: "\n").first { $0.hasPrefix("http") } ?? ""
        return String(line.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" })
    }
}

extension Web {
    /// Teacher of the cast, in a team of school 2.
    static let teacher = "s2-t02@example.org"
    static let administrator = "administrator@example.org"

    /// Gives one of the cast a password, `Door.password`.
    func setPassword(of email: String) async throws {
        let hash = try PasswordHash(of: Door.password, cost: Door.cheap)
        try await site.database.write { db in
            let accounts = AccountStore(db: db)
            let account = try #require(try EmailAddress(email).flatMap { try accounts.find($0) })
            try accounts.changePassword(hash, of: account.id, keeping: nil)
        }
    }

    func account(_ email: String) async throws -> Account {
        try await site.database.read { db in
            try #require(try EmailAddress(email).flatMap { try AccountStore(db: db).find($0) })
        }
    }

    func letters(to email: String) async throws -> [WaitingLetter] {
        try await site.database.read { db in
            try db.all(
                "SELECT recipient, subject, body FROM messages WHERE recipient = ? ORDER BY id", email
            ) { WaitingLetter(recipient: try $0.text(0), subject: try $0.text(1), body: try $0.text(2)) }
        }
    }

    /// How many rows a table has.
    func count(_ table: String) async throws -> Int {
        try await site.database.read { db in
            try db.one("SELECT count(*) FROM \(table)") { try $0.integer(0) } ?? -1
        }
    }

    /// A browser that has signed in by password.
    func signedIn(_ email: String) async throws -> Browser {
        let browser = browser()
        _ = try await browser.get("/sign-in")
        let answer = try await browser.post("/sign-in", ["email": email, "password": Door.password])
        #expect(answer.status == .seeOther, "\(email): \(answer.status)")
        return browser
    }
}

extension Browser.Answer {
    /// Each cookie that is set, as the header says it.
    func cookie(_ name: String) -> String? {
        headers[values: .setCookie].last { $0.hasPrefix(name + "=") }
    }

    /// The page without what differs in every answer.
    var plain: String {
        body.replacing(#/name="form-token" value="[^"]*"/#, with: "")
    }

    /// What stands in the only element with these letters before it.
    func text(after mark: String, before end: String = "\"") -> String? {
        body.text(after: mark, before: end)
    }
}

extension String {
    func text(after mark: String, before end: String) -> String? {
        firstRange(of: mark).map { range in
            let rest = self[range.upperBound...]
            return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
        }
    }
}
