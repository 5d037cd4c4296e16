import Storage

extension TeamStore {
    /// A team in a list: what the schedule knows of it, and nothing of its work.
    struct Entry: Sendable, Equatable {
        let key: Int64
        let publicID: String
        let name: String
        /// Its id in the programme's study.
        let code: String
        let school: String
        let grades: String?
        let pupils: Int?
        let kind: String?
        /// How many people make it up today; supervisors and school leaders stand beside it.
        let members: Int
        /// Who supervises it today, by name; empty where nobody does.
        var supervisors: [String] = []
    }

    /// Teams of a programme by name, page by page; of one school where it is given. What is looked for may be any part
    /// of the team's name.
    /// - Parameter scope: of the list's reader, for a statement that calls the teams `t`.
    func entries(
        of programme: Int64, within scope: Scope = .everything, school: Int64? = nil, search: String = "",
        today: Day,
        page: Int = 1, size: Int = 50
    ) throws -> ListPage<Entry> {
        let term = SearchTerm(search)
        let (condition, place) =
            school.map { ("t.school_id = ? AND t.programme_id = ?", [$0, programme]) }
            ?? ("t.programme_id = ? AND t.programme_id = ?", [programme, programme])
        let rows = try db.all(
            """
            SELECT \(Self.entryColumns)
            FROM teams t JOIN schools s ON s.id = t.school_id
            WHERE \(condition) AND (? = '' OR replace(t.sort_key, ?, '') <> t.sort_key) AND \(scope.sql)
            ORDER BY t.sort_key, t.id LIMIT ? OFFSET ?
            """,
            values: [
                today.description.value, today.description.value, place[0].value, place[1].value,
                term.key.value,
                term.orNothing.value,
            ] + scope.values + [Int64(size + 1).value, Int64(ListPage<Entry>.offset(page, size)).value],
            as: entry)
        return ListPage(try supervised(rows, today), number: page, size: size)
    }

    /// The teams with who supervises them, in one more statement for all.
    private func supervised(_ entries: [Entry], _ today: Day) throws -> [Entry] {
        let scope = Scope("m.team_id", in: Set(entries.map(\.key)))
        var names: [Int64: [String]] = [:]
        try db.each(
            """
            SELECT DISTINCT m.team_id, p.name, p.sort_key
            FROM memberships m JOIN people p ON p.id = m.person_id
            WHERE \(scope.sql) AND m.role = 'supervisor' AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
                AND p.erased_at IS NULL
            ORDER BY p.sort_key
            """, values: scope.values + [today.description.value, today.description.value]
        ) { row in names[try row.key(0), default: []].append(row.textIfAny(1) ?? "") }
        return entries.map { entry in
            var entry = entry
            entry.supervisors = names[entry.key] ?? []
            return entry
        }
    }

    func entry(of team: Int64, today: Day) throws -> Entry? {
        try db.one(
            "SELECT \(Self.entryColumns) FROM teams t JOIN schools s ON s.id = t.school_id WHERE t.id = ?",
            today.description, today.description, team, as: entry)
    }

    private static let entryColumns = """
        t.id, t.public_id, t.name, t.code, s.name, t.grades, t.pupils, t.kind,
        (SELECT count(DISTINCT m.person_id) FROM memberships m
            WHERE m.team_id = t.id AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
                AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?))
        """

    private func entry(_ row: Row) throws -> Entry {
        Entry(
            key: try row.key(0), publicID: try row.text(1), name: try row.text(2), code: try row.text(3),
            school: try row.text(4), grades: row.textIfAny(5), pupils: row.keyIfAny(6).map { Int($0) },
            kind: row.textIfAny(7), members: try row.integer(8))
    }

    /// How many people make up the programme's teams today. It walks through all their memberships: for a page that
    /// many open at once, keep the number for a while.
    func membersToday(of programme: Int64, today: Day) throws -> Int {
        try db.one(
            """
            SELECT count(DISTINCT m.person_id) FROM teams t JOIN memberships m ON m.team_id = t.id
            WHERE t.programme_id = ? AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
                AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
            """, programme, today.description, today.description
        ) { try $0.integer(0) } ?? 0
    }
}

extension TeamStore {
    /// All teams of a programme, for who has to match names: key, school, name and code.
    func choices(of programme: Int64) throws -> [(key: Int64, school: Int64, name: String, code: String)] {
        try db.all(
            "SELECT id, school_id, name, code FROM teams WHERE programme_id = ? ORDER BY id", programme
        ) { (try $0.key(0), try $0.key(1), try $0.text(2), try $0.text(3)) }
    }

    /// The key of a team of the programme by its public id.
    func key(_ publicID: String, in programme: Int64) throws -> Int64? {
        try db.one(
            "SELECT id FROM teams WHERE public_id = ? AND programme_id = ?", publicID, programme
        ) { try $0.key(0) }
    }

    func hasEver(_ person: Int64, beenIn team: Int64) throws -> Bool {
        try db.one(
            "SELECT 1 FROM memberships WHERE team_id = ? AND person_id = ? LIMIT 1", team, person
        ) { _ in true } ?? false
    }
}
