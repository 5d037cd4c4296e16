import Storage

/// Who answered what to a questionnaire's closed questions, other than goals: for figures of a whole wave.
struct ClosedQuestionStore {
    let db: Session

    /// What one person answered: a step, or the alternative as it is kept.
    struct Answer: Sendable, Equatable {
        let person: Int64
        let value: AnswerValue
    }

    /// A part that asks some of the questions.
    struct Part: Sendable {
        let key: Int64
        /// By item; only what is counted and no opt-out.
        var answers: [Int64: [Answer]] = [:]
    }

    /// The answers to ratings and choices, of some parts of a questionnaire, in the order in which
    /// they closed: what one showed does not change when an earlier one closes after it.
    func parts(of questionnaire: Int64, among keys: Set<Int64>) throws -> [Part] {
        var parts = try db.all(
            """
            SELECT p.id FROM questionnaire_versions v JOIN parts p ON p.version_id = v.id
            LEFT JOIN waves w ON w.part_id = p.id
            WHERE v.questionnaire_id = ? ORDER BY \(QuestionnaireStore.closingOrder)
            """, questionnaire
        ) { Part(key: try $0.key(0)) }.filter { keys.contains($0.key) }
        for index in parts.indices {
            try db.each(
                """
                SELECT a.item_id, s.person_id, a.step, a.text
                FROM sheets s
                JOIN answers a ON a.sheet_id = s.id
                JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
                WHERE s.part_id = ? AND s.counted = 1 AND i.type IN ('rating', 'choice')
                    AND (a.step IS NOT NULL OR a.text IS NOT NULL)
                ORDER BY s.id, a.item_id
                """, parts[index].key
            ) { row in
                let value = try row.keyIfAny(2).map { AnswerValue.step(Int($0)) } ?? .text(row.text(3))
                parts[index].answers[try row.key(0), default: []].append(
                    Answer(person: try row.key(1), value: value))
            }
        }
        return parts
    }
}
