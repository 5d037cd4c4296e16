import Storage
import Yams

/// The studies of programmes that were begun here.
extension StudyStore {
    /// Makes the study of a new programme, held from the first. Its id is read from the title.
    func insertOwn(_ values: ProgrammeDraft.Values, programme: Int64) throws -> (key: Int64, code: String) {
        let name = values.title.sv ?? values.title.en ?? ""
        let code = try freeCode(ReadableCode.from(name, otherwise: "programme"))
        let key = try db.nextKey(in: "studies")
        // What the tables hold is written from the tables; the document keeps what they have no place for.
        let document = yamlText(
            Node([
                (Node.text("format"), Node.text(StudyDocument.format)), (Node.text("id"), Node.text(code)),
            ]))
        try db.execute(
            """
            INSERT INTO studies
                (id, public_id, programme_id, code, state, title_sv, title_en, minimum_group,
                minimum_for_single_items, published, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
            """,
            key, PublicID.make(), programme, code, StudyState.held.rawValue, values.title.sv, values.title.en,
            values.minimumGroup, values.minimumForSingleItems, document)
        return (key, code)
    }

    /// Lets the study say what its programme says now.
    func edit(_ values: ProgrammeDraft.Values, of programme: Int64) throws {
        try db.execute(
            """
            UPDATE studies SET title_sv = ?, title_en = ?, minimum_group = ?, minimum_for_single_items = ?
            WHERE programme_id = ?
            """,
            values.title.sv, values.title.en, values.minimumGroup, values.minimumForSingleItems, programme)
    }

    func minimumGroups(of programme: Int64) throws -> ProgrammeDraft.Groups? {
        try db.one(
            """
            SELECT minimum_group, minimum_for_single_items FROM studies
            WHERE programme_id = ? AND state = 'held' ORDER BY id
            """, programme
        ) { .init(minimum: try $0.integer(0), forSingleItems: try $0.integer(1)) }
    }

    /// Programmes whose study is still arriving or already leaving.
    func programmesInMotion() throws -> Set<Int64> {
        Set(try db.all("SELECT programme_id FROM studies WHERE state <> 'held'") { try $0.key(0) })
    }

    /// Sees to it that a person is in the programme's studies, under a pseudonym that leads to nobody.
    func enrol(_ person: Int64, in programme: Int64) throws {
        let studies = try db.all(
            """
            SELECT s.id FROM studies s WHERE s.programme_id = ? AND NOT EXISTS (
                SELECT 1 FROM study_people p WHERE p.study_id = s.id AND p.person_id = ?)
            """, programme, person
        ) { try $0.key(0) }
        for study in studies {
            try db.execute(
                "INSERT INTO study_people (study_id, person_id, pseudonym) VALUES (?, ?, ?)", study, person,
                Self.pseudonym())
        }
    }

    /// The programmes in whose studies a person is.
    func programmes(of person: Int64) throws -> [Int64] {
        try db.all(
            """
            SELECT DISTINCT s.programme_id FROM study_people p JOIN studies s ON s.id = p.study_id
            WHERE p.person_id = ? ORDER BY s.programme_id
            """, person
        ) { try $0.key(0) }
    }

    /// 70 random bits: enough that no two people of a study draw the same.
    static func pseudonym() -> String { "p-" + PublicID.make().prefix(14) }

    /// A study may be on its way out under an id that is held again, so all states count.
    private func freeCode(_ code: String) throws -> String {
        let taken = try db.all(
            "SELECT code FROM studies WHERE code >= ? AND code < ?", code, ReadableCode.end(of: code)
        ) { try $0.text(0) }
        return ReadableCode.free(code, among: Set(taken))
    }
}
