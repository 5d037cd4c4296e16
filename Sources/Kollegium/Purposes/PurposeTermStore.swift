import Measures
import Storage

/// Terms whose answers are settled: nobody changes them any more, and what they come to may be shown.
struct PurposeTermStore {
    let db: Session

    /// Settles the terms that have ended and that somebody answered in. As at the closing of a wave, what is of somebody
    /// who does not want to be in the evaluation does not count, and what they say later moves nothing.
    func closeEnded(now: Int64, today: Day) throws {
        let ended = try db.all(
            """
            SELECT x.programme_id, x.code, x.ends FROM terms x
            WHERE x.ends < ?
                AND EXISTS (
                    SELECT 1 FROM purpose_answers a
                    WHERE a.programme_id = x.programme_id AND a.term = x.code)
                AND NOT EXISTS (
                    SELECT 1 FROM purpose_terms c WHERE c.programme_id = x.programme_id AND c.term = x.code)
            ORDER BY x.programme_id, x.position
            """, today.description
        ) { (programme: try $0.key(0), term: try $0.text(1), ends: try $0.text(2)) }
        for one in ended {
            guard let study = try StudyStore(db: db).study(ofProgramme: one.programme),
                let standing = try ProgrammeStore(db: db).standing(of: one.programme), standing.isOpen
            else { continue }
            try db.execute(
                "INSERT INTO purpose_terms (programme_id, term, ends, closed_at) VALUES (?, ?, ?, ?)",
                one.programme, one.term, one.ends, now)
            try db.execute(
                """
                UPDATE purpose_answers SET counted = 1
                WHERE programme_id = ? AND term = ?
                    AND NOT \(ConsentStore.newest(.evaluation, is: .no, of: "purpose_answers.person_id", in: "?"))
                """, one.programme, one.term, study.key)
            try ActivityLog(db: db).note(
                .clock, "closed", "purpose term", one.programme, programme: one.programme,
                organisation: standing.organisation, at: now)
        }
    }

    /// The settled terms in the order in which they were settled, each with the answers from a school that count. A term
    /// whose days are moved keeps its place among them: what was shown first stays as it was.
    /// Those of one night go by their last days.
    func answers(at school: Int64, of programme: Int64) throws -> [PurposeFigures.Term] {
        var terms: [PurposeFigures.Term] = []
        try db.each(
            """
            SELECT c.term, c.ends, a.person_id, a.answer
            FROM purpose_terms c
            LEFT JOIN purpose_answers a ON a.programme_id = c.programme_id AND a.term = c.term
                AND a.school_id = ? AND a.counted = 1
            WHERE c.programme_id = ? ORDER BY c.closed_at, c.ends, c.term, a.person_id
            """, school, programme
        ) { row in
            let code = try row.text(0)
            if terms.last?.code != code {
                terms.append(PurposeFigures.Term(code: code, ends: try row.text(1)))
            }
            guard let person = row.keyIfAny(2) else { return }
            terms[terms.count - 1].answers[person] = PurposeAnswer(rawValue: row.textIfAny(3) ?? "") ?? .no
        }
        return terms
    }
}
