import Storage

/// People's sheets: what each has answered in each wave. A sheet is its owner's alone.
struct SheetStore {
    let db: Session

    /// All that a person has answered to a questionnaire.
    /// - Parameter withGoals: whether goals are told by number too.
    func own(_ person: Int64, questionnaire: Int64, withGoals: Bool = true) throws -> OwnSheets {
        var sheets = try db.all(
            """
            SELECT s.id, s.part_id, p.wave, s.team_id, s.state, s.submitted, s.reflection,
                s.entry
            FROM sheets s
            JOIN parts p ON p.id = s.part_id
            JOIN questionnaire_versions v ON v.id = p.version_id
            WHERE s.person_id = ? AND v.questionnaire_id = ?
            ORDER BY p.wave, s.id
            """, person, questionnaire
        ) { row in
            OwnSheets.Sheet(
                key: try row.key(0), part: try row.key(1), wave: try row.integer(2), team: try row.key(3),
                isHandedIn: try row.text(4) == "handed-in", isFromPaper: try row.text(7) == "paper",
                submitted: row.textIfAny(5).flatMap { Day($0) }, reflection: row.textIfAny(6))
        }
        let places = Dictionary(uniqueKeysWithValues: sheets.indices.map { (sheets[$0].key, $0) })
        try db.each(
            """
            SELECT a.sheet_id, a.item_id, a.step, a.text, a.look_back, a.first_step
            FROM sheets s
            JOIN answers a ON a.sheet_id = s.id
            WHERE s.person_id = ?
            """, person, atOnce: true
        ) { row in
            guard let place = places[try row.key(0)] else { return }
            sheets[place].answers[try row.key(1)] = OwnSheets.Answer(
                value: AnswerValue(step: row.keyIfAny(2), text: row.textIfAny(3)),
                lookBack: row.textIfAny(4).flatMap(LookBack.init),
                firstStep: row.keyIfAny(5).map { Int($0) })
        }
        guard withGoals else { return OwnSheets(sheets: sheets) }
        try db.each(
            """
            SELECT s.id, a.text, (
                SELECT count(*) FROM part_items y
                WHERE y.part_id = x.part_id AND y.type = 'goal' AND y.position <= x.position)
            FROM sheets s
            JOIN part_items x ON x.part_id = s.part_id AND x.type = 'goal'
            JOIN answers a ON a.sheet_id = s.id AND a.item_id = x.item_id
            WHERE s.person_id = ? AND a.text IS NOT NULL
            """, person, atOnce: true
        ) { row in
            guard let place = places[try row.key(0)] else { return }
            sheets[place].goals[try row.integer(2)] = try row.text(1)
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
