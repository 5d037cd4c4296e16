import Storage

/// Why leaders want the work. Rows are added; words that are taken back are emptied.
struct PurposeStatementStore {
    let db: Session

    /// Says it anew. Who says again what stands has said nothing new.
    /// - Throws: `FormRefusal` with what is wrong.
    func state(
        _ draft: PurposeStatementDraft, for school: Int64?, in programme: Int64, by act: Act
    ) throws {
        let organisation = try ProgrammeStore(db: db).requireOpen(programme)
        let text = try draft.examined().sound()
        let standing = try db.all(
            """
            SELECT text FROM purpose_statements
            WHERE programme_id = ? AND person_id = ? AND coalesce(school_id, 0) = ? ORDER BY id DESC LIMIT 1
            """, programme, act.person, school ?? 0
        ) { try $0.text(0) }
        guard standing.first != text else { return }
        let key = try db.nextKey(in: "purpose_statements")
        try db.execute(
            """
            INSERT INTO purpose_statements (id, public_id, programme_id, school_id, person_id, text, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, key, PublicID.make(), programme, school, act.person, text, act.now)
        try ActivityLog(db: db).note(
            act, "stated", "purpose", key, programme: programme, organisation: organisation)
    }

    /// Takes words back. Nothing of them is kept; taken back twice is once.
    func withdraw(_ statement: PurposeStatement, by act: Act) throws {
        let key = try db.one(
            """
            UPDATE purpose_statements SET text = '', withdrawn_at = ?
            WHERE public_id = ? AND withdrawn_at IS NULL
            RETURNING id
            """, act.now, statement.publicID
        ) { try $0.key(0) }
        guard let key, let standing = try ProgrammeStore(db: db).standing(of: statement.programme) else {
            return
        }
        try ActivityLog(db: db).note(
            act, "withdrew", "purpose", key, programme: statement.programme,
            organisation: standing.organisation)
    }

    /// What is said for a school and for its whole programme, in the order in which it was said.
    func statements(of programme: Int64, for school: Int64) throws -> [PurposeStatement] {
        try db.all(
            """
            SELECT \(Self.columns) FROM purpose_statements s JOIN people p ON p.id = s.person_id
            WHERE s.programme_id = ? AND (s.school_id IS NULL OR s.school_id = ?) ORDER BY s.id
            """, programme, school, as: statement)
    }

    func statement(_ publicID: String) throws -> PurposeStatement? {
        try db.one(
            """
            SELECT \(Self.columns) FROM purpose_statements s JOIN people p ON p.id = s.person_id
            WHERE s.public_id = ?
            """, publicID, as: statement)
    }

    private static let columns =
        "s.public_id, s.programme_id, s.school_id, s.person_id, p.name, s.text, s.at, s.withdrawn_at"

    private func statement(_ row: Row) throws -> PurposeStatement {
        PurposeStatement(
            publicID: try row.text(0), programme: try row.key(1), school: row.keyIfAny(2),
            author: try row.key(3), name: row.textIfAny(4), text: try row.text(5), at: try row.key(6),
            withdrawnAt: row.keyIfAny(7))
    }
}
