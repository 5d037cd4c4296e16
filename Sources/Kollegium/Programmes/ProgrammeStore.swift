import Storage

/// Programmes, their time and who runs them.
struct ProgrammeStore {
    let db: Session

    /// Who runs the programmes of this database; nil where nobody does yet.
    func organisationIfAny() throws -> Int64? {
        try db.one("SELECT id FROM organisations ORDER BY id", as: { try $0.key(0) })
    }

    /// Who runs the programmes of this database; made at the first need.
    func organisation() throws -> Int64 {
        if let key = try organisationIfAny() { return key }
        let key = try db.nextKey(in: "organisations")
        try db.execute(
            "INSERT INTO organisations (id, public_id, name) VALUES (?, ?, ?)", key, PublicID.make(),
            "Kollegium")
        return key
    }

    /// Makes the programme that an imported study is the research view of.
    func insertImported(_ study: StudyDocument, organisation: Int64) throws -> Int64 {
        let key = try db.nextKey(in: "programmes")
        try db.execute(
            """
            INSERT INTO programmes
                (id, public_id, organisation_id, origin, title_sv, title_en, starts, ends, timezone)
            VALUES (?, ?, ?, 'imported', ?, ?, ?, ?, ?)
            """,
            key, PublicID.make(), organisation, study.title.sv, study.title.en, study.starts.description,
            study.ends.description, study.zone.identifier)
        for (position, phase) in study.phases.enumerated() {
            try insert(phase, position + 1, into: "phases", programme: key)
        }
        for (position, term) in study.terms.enumerated() {
            try insert(term, position + 1, into: "terms", programme: key)
        }
        return key
    }

    func insert(
        _ period: StudyDocument.Period, _ position: Int, into table: String, programme: Int64
    ) throws {
        try db.execute(
            "INSERT INTO \(table) (programme_id, position, code, starts, ends) VALUES (?, ?, ?, ?, ?)",
            programme, position, period.code, period.from.description, period.to.description)
    }

    /// The programme's first and last day.
    func days(of programme: Int64) throws -> ClosedRange<Day> {
        let days = try db.one("SELECT starts, ends FROM programmes WHERE id = ?", programme) { row in
            (Day(try row.text(0)), Day(try row.text(1)))
        }
        guard case (let starts?, let ends?)? = days, starts <= ends else {
            throw StorageError(.damaged, "programme \(programme) has no sound dates")
        }
        return starts...ends
    }

    func phases(of programme: Int64) throws -> [StudyDocument.Period] {
        try periods(in: "phases", of: programme)
    }

    func terms(of programme: Int64) throws -> [StudyDocument.Period] {
        try periods(in: "terms", of: programme)
    }

    private func periods(in table: String, of programme: Int64) throws -> [StudyDocument.Period] {
        try db.all(
            "SELECT code, starts, ends FROM \(table) WHERE programme_id = ? ORDER BY position", programme
        ) { row in
            guard let from = Day(try row.text(1)), let to = Day(try row.text(2)) else {
                throw StorageError(.damaged, "a period of programme \(programme) has no sound dates")
            }
            return StudyDocument.Period(code: try row.text(0), from: from, to: to)
        }
    }
}
