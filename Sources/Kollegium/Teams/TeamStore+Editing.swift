import Storage

extension TeamStore {
    /// Adds a team to a programme.
    /// - Throws: `FormRefusal` with all that is wrong.
    func add(_ draft: TeamDraft, to programme: Int64, by act: Act) throws -> Int64 {
        let organisation = try ProgrammeStore(db: db).requireOpen(programme)
        let values = try draft.examined(schools: SchoolStore(db: db).choices(of: programme).keys).sound()
        try refuse(values.name, at: values.school, in: programme, besides: nil)
        let school = try SchoolStore(db: db).school(values.school, in: programme)
        let code = ReadableCode.from("\(school?.name ?? "") \(values.name)", otherwise: "team")
        let key = try insert(values, code: freeCode(code, in: programme), programme: programme)
        try ActivityLog(db: db).note(
            act, "added", "team", key, programme: programme, organisation: organisation)
        return key
    }

    /// Writes a team that has been examined, with a code that is free.
    func insert(_ values: TeamDraft.Values, code: String, programme: Int64) throws -> Int64 {
        let key = try db.nextKey(in: "teams")
        try db.execute(
            """
            INSERT INTO teams
                (id, public_id, programme_id, school_id, code, name, sort_key, search_key, grades, pupils, kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key, PublicID.make(), programme, values.school, code, values.name,
            SwedishOrder.sortKey(values.name), SwedishOrder.searchKey(values.name), values.grades,
            values.pupils, values.kind)
        return key
    }

    /// Changes what a team says of itself.
    /// - Throws: `FormRefusal` with all that is wrong; also where somebody else has changed it meanwhile.
    func edit(_ team: Int64, _ draft: TeamDraft, by act: Act) throws {
        let (programme, organisation) = try requireOpen(team)
        guard let present = try self.draft(of: team) else { throw FormRefusal("", .notHere) }
        try FormBasis.compare(draft.basis, with: present.basis)
        let values = try draft.examined(schools: SchoolStore(db: db).choices(of: programme).keys).sound()
        guard draft.fields != present.fields else { return }
        try refuse(values.name, at: values.school, in: programme, besides: team)
        try db.execute(
            """
            UPDATE teams SET school_id = ?, name = ?, sort_key = ?, search_key = ?, grades = ?, pupils = ?, kind = ?
            WHERE id = ?
            """,
            values.school, values.name, SwedishOrder.sortKey(values.name),
            SwedishOrder.searchKey(values.name), values.grades, values.pupils, values.kind, team)
        try ActivityLog(db: db).note(
            act, "edited", "team", team, programme: programme, organisation: organisation)
    }

    /// The team as a form to edit shows it; nil where there is none.
    func draft(of team: Int64) throws -> TeamDraft? {
        let draft = try db.one(
            """
            SELECT s.public_id, t.name, t.grades, t.pupils, t.kind
            FROM teams t JOIN schools s ON s.id = t.school_id WHERE t.id = ?
            """, team
        ) { row in
            TeamDraft(
                school: try row.text(0), name: try row.text(1), grades: row.textIfAny(2) ?? "",
                pupils: row.keyIfAny(3).map { String($0) } ?? "", kind: row.textIfAny(4) ?? "")
        }
        guard var draft else { return nil }
        draft.basis = FormBasis.of(draft.fields)
        return draft
    }

    /// Two teams of a school with one name could not be told apart in any list.
    private func refuse(_ name: String, at school: Int64, in programme: Int64, besides team: Int64?) throws {
        let namesakes = try db.all(
            "SELECT id, school_id, name FROM teams WHERE programme_id = ? AND sort_key = ?", programme,
            SwedishOrder.sortKey(name)
        ) { (key: try $0.key(0), school: try $0.key(1), name: try $0.text(2)) }
        let isTaken = namesakes.contains { other in
            other.key != team && other.school == school && other.name.lowercased() == name.lowercased()
        }
        guard isTaken else { return }
        throw FormRefusal(
            "name",
            Sentence(
                sv: "skolan har redan ett arbetslag som heter ”\(name.excerpt)”; ge det här ett eget namn",
                en: "the school has a team called “\(name.excerpt)” already; give this one a name of its own")
        )
    }

    private func freeCode(_ code: String, in programme: Int64) throws -> String {
        let taken = try db.all(
            "SELECT code FROM teams WHERE programme_id = ? AND code >= ? AND code < ?", programme, code,
            ReadableCode.end(of: code)
        ) { try $0.text(0) }
        return ReadableCode.free(code, among: Set(taken))
    }
}
