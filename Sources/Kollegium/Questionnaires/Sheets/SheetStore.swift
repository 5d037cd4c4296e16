import Storage

/// People's sheets: what each has answered in each wave. A sheet is its owner's alone.
struct SheetStore {
    let db: Session

    /// All that a person has answered to a questionnaire.
    func own(_ person: Int64, questionnaire: Int64) throws -> OwnSheets {
        var sheets: [OwnSheets.Sheet] = []
        try db.each(
            """
            SELECT s.id, s.part_id, p.wave, s.team_id, s.state, s.submitted, s.reflection,
                a.item_id, a.step, a.text, a.look_back, a.first_step,
                CASE WHEN x.type = 'goal' THEN (
                    SELECT count(*) FROM part_items y
                    WHERE y.part_id = x.part_id AND y.type = 'goal' AND y.position <= x.position) END
            FROM questionnaire_versions v
            JOIN parts p ON p.version_id = v.id
            JOIN sheets s ON s.part_id = p.id AND s.person_id = ?
            LEFT JOIN answers a ON a.sheet_id = s.id
            LEFT JOIN part_items x ON x.part_id = s.part_id AND x.item_id = a.item_id
            WHERE v.questionnaire_id = ?
            ORDER BY p.wave, s.id
            """, person, questionnaire, atOnce: true
        ) { row in
            let key = try row.key(0)
            if sheets.last?.key != key {
                sheets.append(
                    OwnSheets.Sheet(
                        key: key, part: try row.key(1), wave: try row.integer(2), team: try row.key(3),
                        isHandedIn: try row.text(4) == "handed-in",
                        submitted: row.textIfAny(5).flatMap { Day($0) }, reflection: row.textIfAny(6)))
            }
            guard let item = row.keyIfAny(7) else { return }
            let answer = OwnSheets.Answer(
                value: AnswerValue(step: row.keyIfAny(8), text: row.textIfAny(9)),
                lookBack: row.textIfAny(10).flatMap(LookBack.init),
                firstStep: row.keyIfAny(11).map { Int($0) })
            sheets[sheets.count - 1].answers[item] = answer
            if let goal = row.keyIfAny(12) { sheets[sheets.count - 1].goals[Int(goal)] = answer.value.text }
        }
        return OwnSheets(sheets: sheets)
    }
}

extension AnswerValue {
    /// As the database has it: neither is an answer that somebody did not want to give.
    fileprivate init(step: Int64?, text: String?) {
        if let step {
            self = .step(Int(step))
        } else if let text {
            self = .text(text)
        } else {
            self = .optedOut
        }
    }

    var step: Int? {
        guard case .step(let step) = self else { return nil }
        return step
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }
}
