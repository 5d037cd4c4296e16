import Storage
import Support
import Testing

@testable import Kollegium

/// Organisations, programmes, schools, teams and people with their roles, as plain rows: put into a database, and
/// asked directly by tests that work out for themselves who reaches what.
struct AccessWorld: Sendable {
    struct Programme: Sendable {
        let id, organisation: Int64
        var isImported = false
        var schools: Set<Int64> = []
    }

    struct School: Sendable {
        let id, organisation: Int64
    }

    struct Team: Sendable {
        let id, programme, school: Int64
    }

    struct Person: Sendable {
        let id, organisation: Int64
        var account: Int64?
        var school: Int64?
        var isErased = false
    }

    struct Membership: Sendable {
        let person, team: Int64
        let role: Role
        let starts: String
        var ends: String?

        /// Whether it holds on a day; `ends` is the first day that it does not.
        func holds(_ day: String) -> Bool { starts <= day && ends.map { day < $0 } ?? true }
    }

    struct Assignment: Sendable {
        let person: Int64
        let role: Role
        var programme: Int64?
        var school: Int64?
        let starts: String
        var ends: String?

        func holds(_ day: String) -> Bool { starts <= day && ends.map { day < $0 } ?? true }
    }

    var organisations: [Int64] = [31]
    var programmes: [Programme] = []
    var schools: [School] = []
    var teams: [Team] = []
    var people: [Person] = []
    var memberships: [Membership] = []
    var assignments: [Assignment] = []
    var disabled: Set<Int64> = []
    var accounts: Set<Int64> = []

    /// Puts all of it into an empty database. Public ids are a letter and the key: `t1`, `p7`.
    func fill(_ db: Session) throws {
        for id in organisations {
            try db.execute(
                "INSERT INTO organisations (id, public_id, name) VALUES (?, ?, ?)", id, "o\(id)", "O")
        }
        for school in schools {
            try db.execute(
                """
                INSERT INTO schools (id, public_id, organisation_id, name, sort_key, search_key)
                VALUES (?, ?, ?, 'S', 's', 's')
                """, school.id, "s\(school.id)", school.organisation)
        }
        for programme in programmes {
            try db.execute(
                """
                INSERT INTO programmes (id, public_id, organisation_id, origin, title_sv, starts, ends, timezone)
                VALUES (?, ?, ?, ?, 'P', '2013-01-01', '2014-12-31', 'Europe/Stockholm')
                """, programme.id, "g\(programme.id)", programme.organisation,
                programme.isImported ? "imported" : "own")
            for school in programme.schools {
                try db.execute(
                    "INSERT INTO school_profiles (programme_id, school_id, code) VALUES (?, ?, ?)",
                    programme.id, school, "s\(school)")
            }
        }
        for team in teams {
            try db.execute(
                """
                INSERT INTO teams (id, public_id, programme_id, school_id, code, name, sort_key, search_key)
                VALUES (?, ?, ?, ?, ?, 'T', 't', 't')
                """, team.id, "t\(team.id)", team.programme, team.school, "t\(team.id)")
            try db.execute(
                """
                INSERT INTO meetings (public_id, team_id, code, kind, starts, planned_minutes, status)
                VALUES (?, ?, 'm', 'supervision', '2013-09-03T14:30', 60, 'held')
                """, "m\(team.id)", team.id)
        }
        try fillPeople(db)
    }

    private func fillPeople(_ db: Session) throws {
        for account in accounts {
            try db.execute(
                """
                INSERT INTO accounts (id, public_id, email, language, made_at, disabled_at)
                VALUES (?, ?, ?, 'sv', 0, ?)
                """, account, "a\(account)", "a\(account)@example.org",
                disabled.contains(account) ? Int64(1) : nil as Int64?)
        }
        for person in people {
            try db.execute(
                """
                INSERT INTO people
                    (id, public_id, organisation_id, name, school_id, sort_key, search_key, erased_at)
                VALUES (?, ?, ?, ?, ?, '', '', ?)
                """, person.id, "p\(person.id)", person.organisation,
                person.isErased ? nil : "Person \(person.id)", person.school,
                person.isErased ? Int64(1) : nil as Int64?)
            if let account = person.account {
                try db.execute(
                    "INSERT INTO account_people (person_id, account_id) VALUES (?, ?)", person.id, account)
            }
        }
        for membership in memberships {
            try db.execute(
                "INSERT INTO memberships (team_id, person_id, role, starts, ends) VALUES (?, ?, ?, ?, ?)",
                membership.team, membership.person, membership.role.rawValue, membership.starts,
                membership.ends)
        }
        for (number, assignment) in assignments.enumerated() {
            try db.execute(
                """
                INSERT INTO assignments (public_id, person_id, role, programme_id, school_id, starts, ends)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, "n\(number)", assignment.person, assignment.role.rawValue, assignment.programme,
                assignment.school, assignment.starts, assignment.ends)
        }
    }
}

/// Gives `body` a database with the world in it.
func withWorld<T: Sendable>(
    _ world: AccessWorld, _ engine: TestEngine, _ body: @Sendable (Database) async throws -> T
) async throws -> T {
    try await withPlace(engine) { place in
        let database = try await Database(place.location)
        try await database.migrate(Schema.migrations)
        try await database.write { db in try world.fill(db) }
        let result = try await body(database)
        try await database.close()
        return result
    }
}

extension Day {
    /// A day that a test has written.
    static func on(_ text: String) throws -> Day { try #require(Day(text)) }
}
