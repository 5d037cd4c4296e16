import Storage

/// People, and what they are in the work.
struct PersonStore {
    let db: Session

    /// A person in a list.
    struct Person: Sendable, Equatable {
        let key: Int64
        let publicID: String
        /// nil for somebody who was erased.
        let name: String?
        let email: String?
        let school: String?
        /// In how many teams of the programme they are today, in any role.
        let teams: Int
    }

    /// The organisation that a person belongs to.
    func organisation(of person: Int64) throws -> Int64 {
        let key = try db.one("SELECT organisation_id FROM people WHERE id = ?", person) { try $0.key(0) }
        guard let key else { throw StorageError(.programming, "there is no person \(person)") }
        return key
    }

    /// The key of a person of an organisation by their public id; nobody who was erased.
    func key(_ publicID: String, in organisation: Int64) throws -> Int64? {
        try db.one(
            "SELECT id FROM people WHERE public_id = ? AND organisation_id = ? AND erased_at IS NULL",
            publicID,
            organisation
        ) { try $0.key(0) }
    }

    /// Whether a person is in a programme's study.
    func isKnown(_ publicID: String, in programme: Int64) throws -> Bool {
        try db.one(
            "SELECT 1 FROM people p WHERE p.public_id = ? AND \(Self.isEnrolled)", publicID, programme
        ) { _ in true } ?? false
    }

    func publicID(of person: Int64) throws -> String {
        try db.one("SELECT public_id FROM people WHERE id = ?", person) { try $0.text(0) } ?? ""
    }

    /// People of a programme by name, page by page: everybody in its study. What is looked for may be any part of the
    /// name or, where no name has it, of the e-mail address.
    func people(
        of programme: Int64, search: String = "", today: Day, page: Int = 1, size: Int = 50
    ) throws -> ListPage<Person> {
        let offset = ListPage<Person>.offset(page, size)
        var rows =
            if search.contains("@") {
                try beginning(search, of: programme, today, size + 1, offset)
            } else {
                try people(SearchTerm(search), of: programme, today, size + 1, offset)
            }
        let part = TypedText(search).text.lowercased()
        if rows.isEmpty, !part.isEmpty {
            rows = try people(at: part, of: programme, today, size + 1, offset)
        }
        return ListPage(rows, number: page, size: size)
    }

    /// Along the order of names in the organisation, which stops when the page is full. Names are looked through in the
    /// index itself, so that only those found are read.
    private func people(
        _ term: SearchTerm, of programme: Int64, _ today: Day, _ limit: Int, _ offset: Int
    ) throws -> [Person] {
        guard !term.key.isEmpty else {
            return try db.all(
                """
                SELECT \(Self.columns) \(Self.ofOrganisation)
                ORDER BY p.sort_key, p.id LIMIT ? OFFSET ?
                """, programme, today.description, today.description, programme, programme, limit, offset,
                as: person)
        }
        return try db.all(
            """
            SELECT \(Self.columns) \(Self.ofOrganisation) AND replace(p.sort_key, ?, '') <> p.sort_key
            ORDER BY p.sort_key, p.id LIMIT ? OFFSET ?
            """, programme, today.description, today.description, programme, programme, term.key, limit,
            offset,
            as: person)
    }

    private func beginning(
        _ email: String, of programme: Int64, _ today: Day, _ limit: Int, _ offset: Int
    ) throws -> [Person] {
        let start = TypedText(email).text.lowercased()
        return try db.all(
            """
            SELECT \(Self.columns) \(Self.ofOrganisation) AND p.email >= ? AND p.email < ?
            ORDER BY p.email, p.id LIMIT ? OFFSET ?
            """, programme, today.description, today.description, programme, programme, start,
            start + "\u{10FFFD}", limit, offset, as: person)
    }

    /// By part of the address, which no index helps with; asked only where nobody was found otherwise.
    private func people(
        at part: String, of programme: Int64, _ today: Day, _ limit: Int, _ offset: Int
    ) throws -> [Person] {
        try db.all(
            """
            SELECT \(Self.columns) \(Self.ofOrganisation) AND replace(p.email, ?, '') <> p.email
            ORDER BY p.sort_key, p.id LIMIT ? OFFSET ?
            """, programme, today.description, today.description, programme, programme, part, limit, offset,
            as: person)
    }

    /// Where somebody is in the programme's study; the index of its people finds out person by person.
    static let isEnrolled = """
        EXISTS (
            SELECT 1 FROM studies t JOIN study_people e ON e.study_id = t.id
            WHERE t.programme_id = ? AND e.person_id = p.id)
        """

    private static let ofOrganisation = """
        FROM people p
        WHERE p.organisation_id = (SELECT g.organisation_id FROM programmes g WHERE g.id = ?) AND \(isEnrolled)
        """

    private static let columns = """
        p.id, p.public_id, p.name, p.email, (SELECT s.name FROM schools s WHERE s.id = p.school_id),
        (SELECT count(DISTINCT m.team_id) FROM memberships m JOIN teams t ON t.id = m.team_id
            WHERE m.person_id = p.id AND t.programme_id = ? AND m.starts <= ?
                AND (m.ends IS NULL OR m.ends > ?))
        """

    private func person(_ row: Row) throws -> Person {
        Person(
            key: try row.key(0), publicID: try row.text(1), name: row.textIfAny(2), email: row.textIfAny(3),
            school: row.textIfAny(4), teams: try row.integer(5))
    }
}
