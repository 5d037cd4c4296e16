import Measures
import Storage

extension QuestionnaireStore {
    /// What a part asks.
    func asked(_ part: Int64) throws -> AskedPart {
        var steps: [Int64: [Questionnaire.Scale.Step]] = [:]
        try db.each(
            """
            SELECT s.scale_id, s.value, s.label_sv, s.label_en
            FROM scale_steps s
            WHERE s.scale_id IN (SELECT x.scale_id FROM part_items x WHERE x.part_id = ?)
            ORDER BY s.scale_id, s.step
            """, part
        ) { row in
            steps[try row.key(0), default: []].append(
                .init(value: row.textIfAny(1), label: Title(sv: row.textIfAny(2), en: row.textIfAny(3))))
        }
        var goals = 0
        let questions = try db.all(
            """
            SELECT i.id, i.code, x.type, x.label_sv, x.label_en, x.scale_id, s.opt_out_sv, s.opt_out_en, x.form,
                a.label_sv, a.label_en, a.id, x.looks_back
            FROM part_items x
            JOIN items i ON i.id = x.item_id
            LEFT JOIN scales s ON s.id = x.scale_id
            LEFT JOIN areas a ON a.id = x.area_id
            WHERE x.part_id = ? AND x.type <> 'goal-review'
            ORDER BY x.position, i.code
            """, part
        ) { row in
            let type = ItemType(rawValue: try row.text(2)) ?? .text
            let code = try row.text(1)
            if type == .goal { goals += 1 }
            return AskedPart.Question(
                item: try row.key(0), code: code, type: type,
                label: Title(sv: row.textIfAny(3), en: row.textIfAny(4)),
                steps: row.keyIfAny(5).flatMap { steps[$0] } ?? [],
                optOut: Title(sv: row.textIfAny(6), en: row.textIfAny(7)),
                form: row.textIfAny(8).flatMap(TrustForm.init),
                area: row.keyIfAny(11) == nil ? nil : Title(sv: row.textIfAny(9), en: row.textIfAny(10)),
                looksBack: try row.integer(12) == 1,
                goal: type == .goal ? goals : ItemType.goalExtents.firstIndex(of: code).map { $0 + 1 })
        }
        return AskedPart(key: part, questions: questions)
    }
}
