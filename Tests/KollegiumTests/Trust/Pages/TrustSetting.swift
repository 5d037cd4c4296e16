import Foundation
import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// The five teams in front of a browser.
extension Web {
    func teamID(_ code: String) async throws -> String {
        try await id("SELECT public_id FROM teams WHERE code = ?", code)
    }

    func trust(_ team: String, _ rest: String = "") async throws -> String {
        try await "/teams/\(teamID(team))/trust\(rest)"
    }

    func conditions() async throws -> String {
        try await "/programmes/\(id("SELECT public_id FROM programmes WHERE title_sv <> ?", ""))/conditions"
    }

    func id(_ sql: String, _ value: String) async throws -> String {
        try await site.database.read { db in
            try #require(try db.one(sql, value) { try $0.text(0) })
        }
    }

    /// A browser of somebody of the study whom the cast has not, as they are on the day.
    func step(_ email: String, _ language: Language = .sv) async throws -> Browser {
        let now = site.now
        let secret = try await site.database.write { db -> Secret in
            let address = try #require(EmailAddress(email))
            let accounts = AccountStore(db: db)
            let account = try accounts.find(address) ?? accounts.insert(address, language: language, now: now)
            try accounts.setLanguage(language, of: account.id)
            let person = try #require(
                try db.one("SELECT id FROM people WHERE email = ?", email) { try $0.key(0) })
            try accounts.link(person, to: account.id)
            try accounts.join(account.id, now: now)
            return try SessionStore(db: db).start(account.id, on: "Test", wearing: nil, now: now).secret
        }
        let browser = browser(language)
        let cookie = SessionCookie.cookie(secret, isSecure: site.isSecure)
        await browser.setCookie(cookie.name, cookie.value)
        _ = try await browser.get("/")
        return browser
    }
}

extension Web {
    /// As `be`, with a page of theirs already seen, so that forms can be sent.
    func at(_ email: String, _ language: Language = .sv) async throws -> Browser {
        let browser = try await be(email, language)
        _ = try await browser.get("/")
        return browser
    }
}

extension String {
    /// What stands between one text and the next; nil where the first is not there.
    func between(_ start: String, _ end: String) -> String? {
        guard let opening = firstRange(of: start) else { return nil }
        let rest = self[opening.upperBound...]
        return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
    }
}

/// The links of a page that begin with a path.
func paths(in html: String, _ attribute: String, containing part: String) -> [String] {
    html.split(separator: "\(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        .filter { $0.contains(part) }
}

extension Web {
    /// Somebody is in their team a term before all others, alone.
    func precede(_ email: String, _ db: Session) throws {
        _ = try db.execute(
            """
            UPDATE memberships SET starts = '2013-01-07'
            WHERE person_id = (SELECT id FROM people WHERE email = ?)
            """, email)
    }
}

/// A comment put there at a moment of the test's choice, by somebody of the study.
extension Web {
    func say(
        _ text: String, _ email: String, _ team: String, _ form: TrustForm, _ term: String, on day: String
    ) async throws {
        try await site.database.write { db in
            let person = try #require(
                try db.one("SELECT id FROM people WHERE email = ?", email) { try $0.key(0) })
            let key = try #require(try db.one("SELECT id FROM teams WHERE code = ?", team) { try $0.key(0) })
            let day = try #require(Day(day))
            try TrustCommentStore(db: db).add(
                TrustCommentDraft(text: text), at: TrustSpot(team: key, form: form, term: term),
                by: Act(person: person, now: Int64(day.number) * 86_400_000 + 36_000_000, today: day))
        }
    }
}

/// What a reader sees of a page's content, without the frame and its marks.
func readable(_ html: String) -> String {
    guard let start = html.firstRange(of: "<main"), let end = html.firstRange(of: "</main>") else {
        return ""
    }
    return String(html[start.lowerBound..<end.lowerBound].replacing(/<[^>]*>/, with: ""))
        .replacing("\u{A0}", with: " ").replacing(/\s+/, with: " ")
}
