import Storage

extension SchoolStore {
    /// Adds a school to a programme.
    /// - Throws: `FormRefusal` with all that is wrong.
    func add(_ draft: SchoolDraft, to programme: Int64, by act: Act) throws -> Int64 {
        let organisation = try ProgrammeStore(db: db).requireOpen(programme)
        let values = try draft.examined().sound()
        try refuse(values.name, in: programme, besides: nil)
        let code = try freeCode(ReadableCode.from(values.name, otherwise: "school"), in: programme)
        let key = try insert(values, code: code, programme: programme, organisation: organisation)
        try ActivityLog(db: db).note(
            act, "added", "school", key, programme: programme, organisation: organisation)
        return key
    }

    /// Writes a school that has been examined, with a code that is free.
    func insert(_ values: SchoolDraft.Values, code: String, programme: Int64, organisation: Int64) throws
        -> Int64
    {
        let key = try db.nextKey(in: "schools")
        try db.execute(
            """
            INSERT INTO schools (id, public_id, organisation_id, name, sort_key, search_key)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            key, PublicID.make(), organisation, values.name, SwedishOrder.sortKey(values.name),
            SwedishOrder.searchKey(values.name))
        let profile = values.profile
        try db.execute(
            """
            INSERT INTO school_profiles
                (programme_id, school_id, code, municipality, municipality_type, pupils, foreign_background_pct,
                parents_post_secondary_pct, grade9_passed_all_pct, merit_value)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            programme, key, code, profile.municipality, profile.municipalityType, profile.pupils,
            profile.foreignBackground, profile.parentsPostSecondary, profile.grade9PassedAll,
            profile.meritValue)
        return key
    }

    /// Changes a school's name and its profile in the programme.
    /// - Throws: `FormRefusal` with all that is wrong; also where somebody else has changed it meanwhile.
    func edit(_ school: Int64, in programme: Int64, _ draft: SchoolDraft, by act: Act) throws {
        let organisation = try ProgrammeStore(db: db).requireOpen(programme)
        guard let present = try self.draft(of: school, in: programme) else { throw FormRefusal("", .notHere) }
        try FormBasis.compare(draft.basis, with: present.basis)
        let values = try draft.examined().sound()
        guard draft.fields != present.fields else { return }
        try refuse(values.name, in: programme, besides: school)
        try db.execute(
            "UPDATE schools SET name = ?, sort_key = ?, search_key = ? WHERE id = ?", values.name,
            SwedishOrder.sortKey(values.name), SwedishOrder.searchKey(values.name), school)
        let profile = values.profile
        try db.execute(
            """
            UPDATE school_profiles SET municipality = ?, municipality_type = ?, pupils = ?,
                foreign_background_pct = ?, parents_post_secondary_pct = ?, grade9_passed_all_pct = ?,
                merit_value = ?
            WHERE programme_id = ? AND school_id = ?
            """,
            profile.municipality, profile.municipalityType, profile.pupils, profile.foreignBackground,
            profile.parentsPostSecondary, profile.grade9PassedAll, profile.meritValue, programme, school)
        try ActivityLog(db: db).note(
            act, "edited", "school", school, programme: programme, organisation: organisation)
    }

    /// The school as a form to edit shows it; nil where it is not in the programme.
    func draft(of school: Int64, in programme: Int64) throws -> SchoolDraft? {
        guard let school = try self.school(school, in: programme) else { return nil }
        var draft = SchoolDraft()
        draft.name = school.name
        draft.municipality = school.profile.municipality ?? ""
        draft.municipalityType = school.profile.municipalityType ?? ""
        draft.pupils = school.profile.pupils.map(String.init) ?? ""
        draft.foreignBackground = Self.typed(school.profile.foreignBackground)
        draft.parentsPostSecondary = Self.typed(school.profile.parentsPostSecondary)
        draft.grade9PassedAll = Self.typed(school.profile.grade9PassedAll)
        draft.meritValue = Self.typed(school.profile.meritValue)
        draft.basis = FormBasis.of(draft.fields)
        return draft
    }

    /// As a Swede would type it: whole numbers without decimals, else with a comma.
    private static func typed(_ number: Double?) -> String {
        guard let number else { return "" }
        let whole = Int(number)
        return number == Double(whole) ? String(whole) : String(number).replacing(".", with: ",")
    }

    /// Two schools with one name could not be told apart in any list.
    private func refuse(_ name: String, in programme: Int64, besides school: Int64?) throws {
        let namesakes = try db.all(
            """
            SELECT s.id, s.name FROM school_profiles p JOIN schools s ON s.id = p.school_id
            WHERE p.programme_id = ? AND s.sort_key = ?
            """, programme, SwedishOrder.sortKey(name)
        ) { (key: try $0.key(0), name: try $0.text(1)) }
        guard namesakes.contains(where: { $0.key != school && $0.name.lowercased() == name.lowercased() })
        else { return }
        throw FormRefusal(
            "name",
            Sentence(
                sv:
                    "”\(name.excerpt)” finns redan i programmet; är det en annan skola, skriv orten efter namnet",
                en: "“\(name.excerpt)” is in the programme already; if this is another school, add its town"))
    }

    private func freeCode(_ code: String, in programme: Int64) throws -> String {
        let taken = try db.all(
            "SELECT code FROM school_profiles WHERE programme_id = ? AND code >= ? AND code < ?", programme,
            code,
            ReadableCode.end(of: code)
        ) { try $0.text(0) }
        return ReadableCode.free(code, among: Set(taken))
    }
}
