import Storage

/// Studies, where they came from, and what their files were.
struct StudyStore {
    let db: Session

    private static let columns = """
        id, programme_id, code, title_sv, title_en, minimum_group, minimum_for_single_items, published
        """

    private func study(_ row: Row) throws -> Study {
        Study(
            key: try row.key(0), programme: try row.key(1), code: try row.text(2),
            title: Title(sv: row.textIfAny(3), en: row.textIfAny(4)), minimumGroup: try row.integer(5),
            minimumForSingleItems: try row.integer(6), published: try row.integer(7) == 1)
    }

    func study(_ code: String, _ state: StudyState = .held) throws -> Study? {
        try db.one(
            "SELECT \(Self.columns) FROM studies WHERE code = ? AND state = ?", code, state.rawValue,
            as: study)
    }

    /// The study that a programme is seen by.
    func study(ofProgramme programme: Int64) throws -> Study? {
        try db.one(
            "SELECT \(Self.columns) FROM studies WHERE programme_id = ? AND state = 'held' ORDER BY id",
            programme,
            as: study)
    }

    func studies(_ states: [StudyState]) throws -> [Study] {
        try db.all("SELECT \(Self.columns), state FROM studies ORDER BY code, id") { row in
            (try study(row), StudyState(rawValue: try row.text(8)))
        }.filter { $1.map(states.contains) ?? false }.map(\.0)
    }

    /// What an import brought in, as it is told apart from what people entered later.
    func importing(of study: Int64) throws -> Int64? {
        try db.one("SELECT import_id FROM studies WHERE id = ?", study) { $0.keyIfAny(0) } ?? nil
    }

    /// The text of `study.yaml` as it came, in canonical form.
    func document(of study: Int64) throws -> String {
        try db.one("SELECT document FROM studies WHERE id = ?", study) { try $0.text(0) } ?? ""
    }

    /// Everything that `study.yaml` says of a study and its programme.
    func details(of study: Int64) throws -> StudyDetails? {
        try db.one(
            """
            SELECT t.code, t.programme_id, t.title_sv, t.title_en, t.model, p.starts, p.ends, p.timezone,
                t.minimum_group, t.minimum_for_single_items, t.published
            FROM studies t JOIN programmes p ON p.id = t.programme_id
            WHERE t.id = ?
            """, study
        ) { row in
            StudyDetails(
                code: try row.text(0), programme: try row.key(1),
                title: Title(sv: row.textIfAny(2), en: row.textIfAny(3)), model: row.textIfAny(4),
                starts: try row.text(5), ends: try row.text(6), timezone: try row.text(7),
                minimumGroup: try row.integer(8), minimumForSingleItems: try row.integer(9),
                published: try row.integer(10) == 1)
        }
    }

    func insert(
        _ document: StudyDocument, programme: Int64, importing: Int64, state: StudyState
    ) throws -> Int64 {
        let key = try db.nextKey(in: "studies")
        try db.execute(
            """
            INSERT INTO studies
                (id, public_id, programme_id, code, state, title_sv, title_en, model, minimum_group,
                minimum_for_single_items, published, document, import_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key, PublicID.make(), programme, document.code, state.rawValue, document.title.sv,
            document.title.en,
            document.model, document.minimumGroup, document.minimumForSingleItems, document.published ? 1 : 0,
            document.text, importing)
        return key
    }

    func setState(_ state: StudyState, of study: Int64) throws {
        try db.execute("UPDATE studies SET state = ? WHERE id = ?", state.rawValue, study)
    }

    /// Lets one import run at a time. On SQLite `ImportLock` has seen to that.
    /// - Throws: `ImportRefusal.anotherImport` where one takes too long to wait for.
    func lockImports() throws {
        do {
            try db.lock("imports")
        } catch let error as StorageError where error.kind == .locked {
            throw ImportRefusal.anotherImport
        }
    }

    func beginImport(organisation: Int64, at milliseconds: Int64) throws -> Int64 {
        let key = try db.nextKey(in: "imports")
        try db.execute(
            "INSERT INTO imports (id, organisation_id, at) VALUES (?, ?, ?)", key, organisation, milliseconds)
        return key
    }

    func note(_ file: ImportedFile, of importing: Int64) throws {
        try db.execute(
            "INSERT INTO import_files (import_id, name, sha256, extra_columns) VALUES (?, ?, ?, ?)",
            importing,
            file.name, file.sha256, jsonText(file.extraColumns))
    }

    func files(of importing: Int64) throws -> [ImportedFile] {
        try db.all(
            "SELECT name, sha256, extra_columns FROM import_files WHERE import_id = ? ORDER BY name",
            importing
        ) { row in
            ImportedFile(
                name: try row.text(0), sha256: try row.text(1), extraColumns: jsonTexts(try row.text(2)))
        }
    }

    /// Whether anybody has worked in the programme since it was imported.
    func isLivedIn(_ study: Study) throws -> Bool {
        let takenOver = try db.one("SELECT taken_over_at FROM programmes WHERE id = ?", study.programme) {
            $0.keyIfAny(0)
        }
        let worked = try db.one(
            "SELECT 1 FROM activity WHERE programme_id = ? AND actor = 'person' LIMIT 1", study.programme
        ) { _ in true }
        return (takenOver ?? nil) != nil || worked == true
    }
}

/// A file of a bundle as it was when it was imported.
struct ImportedFile: Sendable, Equatable {
    let name: String
    let sha256: String
    let extraColumns: [String]
}

/// A study and its programme in the terms of `study.yaml`.
struct StudyDetails: Sendable {
    let code: String
    let programme: Int64
    let title: Title
    let model: String?
    let starts: String
    let ends: String
    let timezone: String
    let minimumGroup: Int
    let minimumForSingleItems: Int
    let published: Bool
}
