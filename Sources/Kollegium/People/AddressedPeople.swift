import Foundation
import Storage

/// People by their e-mail address. An address says who somebody is only where they have shown that they read its
/// letters.
struct AddressedPeople {
    let db: Session

    /// Everybody in the organisation with this address; each import makes people of its own, so there may be several.
    /// - Parameter email: as `EmailAddress` writes it.
    func keys(of email: String, in organisation: Int64) throws -> [Int64] {
        try db.all(
            "SELECT id FROM people WHERE organisation_id = ? AND email = ? AND erased_at IS NULL ORDER BY id",
            organisation, email
        ) { try $0.key(0) }
    }

    struct Person: Sendable, Equatable {
        let key: Int64
        let name: String
        let email: String
    }

    /// Those of the people who have an address, by name.
    func people(_ keys: Set<Int64>) throws -> [Person] {
        let scope = Scope("p.id", in: keys)
        return try db.all(
            """
            SELECT p.id, p.name, p.email FROM people p
            WHERE \(scope.sql) AND p.name IS NOT NULL AND p.email IS NOT NULL ORDER BY p.sort_key, p.id
            """, values: scope.values
        ) { Person(key: try $0.key(0), name: try $0.text(1), email: try $0.text(2)) }
    }

    /// What a person is called; nil for nobody, and for who was erased.
    func name(of person: Int64) throws -> String? {
        try db.one("SELECT name FROM people WHERE id = ?", person) { $0.textIfAny(0) }.flatMap { $0 }
    }

    /// Makes a person whom no import has brought.
    func insert(_ name: String, _ email: EmailAddress, in organisation: Int64) throws -> Int64 {
        let key = try db.nextKey(in: "people")
        let name = name.precomposedStringWithCanonicalMapping
        try db.execute(
            """
            INSERT INTO people (id, public_id, organisation_id, name, email, sort_key, search_key)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            key, PublicID.make(), organisation, name, email.text, SwedishOrder.sortKey(name),
            SwedishOrder.searchKey(name))
        return key
    }
}
