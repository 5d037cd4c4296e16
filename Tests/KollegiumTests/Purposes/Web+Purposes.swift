import Storage
import Support
import Testing

@testable import Kollegium

extension Web {
    static let principal = "s1-l1@example.org"
    static let programmeLeader = "programledare@example.org"
    static let teacherOfSchool1 = "s1-t01@example.org"

    /// The purpose page of a school of the example.
    func purpose(_ school: String = "s1") async throws -> String {
        "/schools/\(try await register().school(school))/purpose"
    }

    /// As if nobody had said anything, nor answered.
    func forgetPurposes() async throws {
        try await site.database.write { db in
            for table in ["purpose_statements", "purpose_answers", "purpose_terms"] {
                try db.execute("DELETE FROM \(table)")
            }
        }
    }

    /// Somebody's answer in a term, as it is stored.
    func purposeAnswer(_ email: String, _ term: String) async throws -> String? {
        try await site.database.read { db in
            try db.one(
                """
                SELECT a.answer FROM purpose_answers a JOIN people p ON p.id = a.person_id
                WHERE p.email = ? AND a.term = ?
                """, email, term
            ) { try $0.text(0) }
        }
    }
}

extension Browser.Answer {
    /// What the page says beside the tokens of its forms.
    var withoutTokens: String { body.replacing(#/value="[A-Za-z0-9_-]{86}"/#, with: "") }
}
