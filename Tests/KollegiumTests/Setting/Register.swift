import Storage

@testable import Kollegium

/// The ids by which the five-team study's register has its addresses.
struct Register: Sendable {
    let programme: String
    /// By their codes in the study.
    let schools: [String: String]
    let teams: [String: String]
    /// By their e-mail addresses.
    let people: [String: String]

    func team(_ code: String) -> String { teams[code] ?? "none" }
    func school(_ code: String) -> String { schools[code] ?? "none" }
    func person(_ email: String) -> String { people[email] ?? "none" }
}

extension Web {
    /// - Parameter study: its place among the studies by their codes.
    func register(_ study: Int = 0) async throws -> Register {
        try await site.database.read { db in
            let key = try StudyStore(db: db).studies([.held])[study].programme
            func pairs(_ sql: String, _ values: [Value] = []) throws -> [String: String] {
                let rows = try db.all(sql, values: values) { (try $0.text(0), try $0.text(1)) }
                return Dictionary(rows) { one, _ in one }
            }
            return Register(
                programme: try ProgrammeStore(db: db).summary(of: key)?.publicID ?? "none",
                schools: try pairs(
                    "SELECT p.code, s.public_id FROM school_profiles p JOIN schools s ON s.id = p.school_id WHERE p.programme_id = ?",
                    [key.value]),
                teams: try pairs("SELECT code, public_id FROM teams WHERE programme_id = ?", [key.value]),
                people: try pairs(
                    "SELECT email, public_id FROM people WHERE email IS NOT NULL ORDER BY id DESC"))
        }
    }

    /// What a statement counts.
    func number(_ sql: String) async throws -> Int {
        try await site.database.read { db in try db.one(sql) { try $0.integer(0) } ?? 0 }
    }
}

extension Browser.Answer {
    /// The value of a hidden field of the page's forms.
    func hidden(_ name: String) -> String? {
        guard let place = body.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(body[place.upperBound...].prefix { $0 != "\"" })
    }
}
