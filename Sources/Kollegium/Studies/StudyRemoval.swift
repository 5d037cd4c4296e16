import Storage

/// Takes an imported study away with everything that came with it, a piece at a time.
final class StudyRemoval {
    private let study: Study
    private var importing: Int64?
    private var pieces: ArraySlice<Piece>

    private struct Piece {
        let sql: String
        let of: Whose

        enum Whose { case programme, importing }
    }

    /// Children before parents; the programme, by which the rest is found again after a fall, last.
    private static let pieces = [
        Piece(
            sql: """
                DELETE FROM sheets WHERE id IN (
                    SELECT s.id FROM questionnaires q
                    JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                    JOIN parts p ON p.version_id = v.id
                    JOIN sheets s ON s.part_id = p.id
                    WHERE q.programme_id = ? LIMIT 500)
                """, of: .programme),
        Piece(
            sql: """
                DELETE FROM meetings WHERE id IN (
                    SELECT g.id FROM teams t JOIN meetings g ON g.team_id = t.id
                    WHERE t.programme_id = ? LIMIT 500)
                """, of: .programme),
        Piece(
            sql: "DELETE FROM teams WHERE id IN (SELECT id FROM teams WHERE programme_id = ? LIMIT 200)",
            of: .programme),
        Piece(
            sql: "DELETE FROM people WHERE id IN (SELECT id FROM people WHERE import_id = ? LIMIT 500)",
            of: .importing),
        Piece(
            sql: "DELETE FROM schools WHERE id IN (SELECT id FROM schools WHERE import_id = ? LIMIT 500)",
            of: .importing),
        Piece(
            sql: "DELETE FROM extras WHERE id IN (SELECT id FROM extras WHERE import_id = ? LIMIT 5000)",
            of: .importing),
        Piece(sql: "DELETE FROM programmes WHERE id = ?", of: .programme),
        Piece(sql: "DELETE FROM imports WHERE id = ?", of: .importing),
    ]

    init(_ study: Study) {
        self.study = study
        pieces = Self.pieces[...]
    }

    /// Removes until all is gone or the time has come; true while there is more.
    func advance(_ db: Session, until deadline: ContinuousClock.Instant?) throws -> Bool {
        importing = try importing ?? StudyStore(db: db).importing(of: study.key)
        while let piece = pieces.first {
            let key = piece.of == .programme ? study.programme : importing ?? 0
            if try db.execute(piece.sql, key) == 0 { pieces.removeFirst() }
            // The last two go together: without its study an import is found by nobody.
            if pieces.count > 2, let deadline, ContinuousClock.now >= deadline { return true }
        }
        return false
    }
}
