import Storage

extension PersonStore {
    /// Adds a person to a programme, as yet in no team.
    /// - Throws: `FormRefusal` with all that is wrong; also where somebody has the address already.
    func add(_ draft: PersonDraft, to programme: Int64, by act: Act) throws -> Int64 {
        let organisation = try ProgrammeStore(db: db).requireOpen(programme)
        let values = try draft.examined(schools: SchoolStore(db: db).choices(of: programme).keys).sound()
        if let email = values.email { try refuse(email, in: organisation, besides: nil) }
        let key = try insert(values, programme: programme, organisation: organisation)
        try ActivityLog(db: db).note(
            act, "added", "person", key, programme: programme, organisation: organisation)
        return key
    }

    /// Writes a person that has been examined, and enrols them in the programme's study.
    func insert(_ values: PersonDraft.Values, programme: Int64, organisation: Int64) throws -> Int64 {
        let key = try db.nextKey(in: "people")
        try db.execute(
            """
            INSERT INTO people (id, public_id, organisation_id, name, email, school_id, sort_key, search_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key, PublicID.make(), organisation, values.name, values.email?.text, values.school,
            SwedishOrder.sortKey(values.name), SwedishOrder.searchKey(values.name))
        try StudyStore(db: db).enrol(key, in: programme)
        return key
    }

    /// Changes a person's name, address or school. Where an imported programme that nobody has taken over knows the
    /// person too, its record would change with them, and the change is refused.
    /// - Throws: `FormRefusal` with all that is wrong; also where somebody else has changed it meanwhile.
    func edit(_ person: Int64, in programme: Int64, _ draft: PersonDraft, by act: Act) throws {
        let organisation = try ProgrammeStore(db: db).requireOpen(programme)
        let programmes = try StudyStore(db: db).programmes(of: person)
        guard programmes.contains(programme), let present = try self.draft(of: person) else {
            throw FormRefusal("", .notHere)
        }
        for other in programmes { try ProgrammeStore(db: db).requireOpen(other) }
        try FormBasis.compare(draft.basis, with: present.basis)
        var schools = try SchoolStore(db: db).choices(of: programme).keys
        // A school of another programme stays where it was not touched.
        if draft.school == present.school { schools[present.school] = try school(of: person) }
        let values = try draft.examined(schools: schools).sound()
        guard draft.fields != present.fields else { return }
        let hasNewAddress = values.email?.text ?? "" != present.email
        if hasNewAddress, let email = values.email { try refuse(email, in: organisation, besides: person) }
        try db.execute(
            "UPDATE people SET name = ?, email = ?, school_id = ?, sort_key = ?, search_key = ? WHERE id = ?",
            values.name, values.email?.text, values.school, SwedishOrder.sortKey(values.name),
            SwedishOrder.searchKey(values.name), person)
        // A letter to the old address must not open anything any more.
        if hasNewAddress { try TeamStore(db: db).forgetJoinings(of: person) }
        try ActivityLog(db: db).note(
            act, "edited", "person", person, programme: programme, organisation: organisation)
    }

    /// Lets people who had an address have another, because their account has: not those whom an imported programme that
    /// nobody has taken over knows, whose record would change, nor where somebody else has the new address.
    func moveAddress(of people: [Int64], from old: String, to new: EmailAddress) throws {
        for person in people {
            let programmes = try StudyStore(db: db).programmes(of: person)
            let isOpen = try programmes.allSatisfy {
                try ProgrammeStore(db: db).standing(of: $0)?.isOpen == true
            }
            guard isOpen else { continue }
            let moved = try db.execute(
                """
                UPDATE people SET email = ?
                WHERE id = ? AND email = ? AND erased_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM people o WHERE o.organisation_id = people.organisation_id AND o.email = ?)
                """,
                new.text, person, old, new.text)
            if moved > 0 { try TeamStore(db: db).forgetJoinings(of: person) }
        }
    }

    /// The person as a form to edit shows them; nil for who is not there or was erased.
    func draft(of person: Int64) throws -> PersonDraft? {
        let draft = try db.one(
            """
            SELECT p.name, p.email, s.public_id FROM people p LEFT JOIN schools s ON s.id = p.school_id
            WHERE p.id = ? AND p.erased_at IS NULL
            """, person
        ) { row in
            PersonDraft(
                name: try row.text(0), email: row.textIfAny(1) ?? "", school: row.textIfAny(2) ?? "")
        }
        guard var draft else { return nil }
        draft.basis = FormBasis.of(draft.fields)
        return draft
    }

    /// Who in an organisation has an address, and whether they are in the programme. Imports make people of their own,
    /// so there may be several.
    func people(with email: EmailAddress, in organisation: Int64, programme: Int64) throws -> [Known] {
        try db.all(
            """
            SELECT p.id, p.name, CASE WHEN \(Self.isEnrolled) THEN 1 ELSE 0 END
            FROM people p WHERE p.organisation_id = ? AND p.email = ? ORDER BY p.id
            """, programme, organisation, email.text, as: known)
    }

    /// Who in an organisation has a name, exactly but for case, and no address.
    func people(named name: String, in organisation: Int64, programme: Int64) throws -> [Known] {
        try db.all(
            """
            SELECT p.id, p.name, CASE WHEN \(Self.isEnrolled) THEN 1 ELSE 0 END, p.email, p.school_id
            FROM people p WHERE p.organisation_id = ? AND p.sort_key = ? ORDER BY p.id
            """, programme, organisation, SwedishOrder.sortKey(name)
        ) { (try known($0), $0.textIfAny(3), $0.keyIfAny(4)) }
        .filter { $0.0.name?.lowercased() == name.lowercased() }
        .map { Known(key: $0.key, name: $0.name, isHere: $0.isHere, hasAddress: $1 != nil, school: $2) }
    }

    struct Known: Sendable, Equatable {
        let key: Int64
        let name: String?
        let isHere: Bool
        var hasAddress = true
        var school: Int64?
    }

    private func known(_ row: Row) throws -> Known {
        Known(key: try row.key(0), name: row.textIfAny(1), isHere: try row.integer(2) == 1)
    }

    private func school(of person: Int64) throws -> Int64? {
        try db.one("SELECT school_id FROM people WHERE id = ?", person) { $0.keyIfAny(0) } ?? nil
    }

    private func refuse(_ email: EmailAddress, in organisation: Int64, besides person: Int64?) throws {
        let holders = try db.all(
            "SELECT id FROM people WHERE organisation_id = ? AND email = ?", organisation, email.text
        ) { try $0.key(0) }
        guard holders.contains(where: { $0 != person }) else { return }
        throw FormRefusal(
            "email",
            Sentence(
                sv:
                    "någon med adressen \(email.text.excerpt) finns redan; lägg till ett medlemskap för den personen i stället",
                en:
                    "somebody with the address \(email.text.excerpt) is here already; add a membership for them instead"
            ))
    }
}
