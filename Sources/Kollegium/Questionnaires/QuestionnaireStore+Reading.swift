import Storage

/// A questionnaire as a whole: its newest version, and the parts that were opened before it and stay as they were
/// asked.
extension QuestionnaireStore {
    /// Each of a study's questionnaires, by code. One that has no version yet is nobody's to read.
    func questionnaires(ofStudy study: Int64) throws -> [Questionnaire] {
        let keys = try db.all(
            """
            SELECT q.id FROM studies t JOIN questionnaires q ON q.programme_id = t.programme_id
            WHERE t.id = ? ORDER BY q.code
            """, study
        ) { try $0.key(0) }
        return try keys.compactMap { try whole($0) }
    }

    /// All parts over the versions; nil where there is no version.
    func whole(_ questionnaire: Int64) throws -> Questionnaire? {
        let head = try db.one(
            """
            SELECT v.id, q.code, v.version, v.title_sv, v.title_en, q.audience, q.asks, v.extra
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            WHERE q.id = ? ORDER BY v.version DESC LIMIT 1
            """, questionnaire
        ) { row in
            (
                version: try row.key(0),
                whole: Questionnaire(
                    code: try row.text(1), version: try row.integer(2),
                    title: Title(sv: row.textIfAny(3), en: row.textIfAny(4)), audience: try row.text(5),
                    asks: Wave.Asked(rawValue: try row.text(6)) ?? .members, scales: [], areas: [], parts: [],
                    extra: row.textIfAny(7))
            )
        }
        guard let head else { return nil }
        var whole = head.whole
        whole.scales = try scales(of: questionnaire, newest: head.version)
        whole.areas = try areas(of: questionnaire, newest: head.version)
        whole.parts = try parts(of: questionnaire)
        return whole
    }

    /// The newest version's scales, and behind them those that only parts of older versions use. A code is one scale:
    /// `QuestionnaireChange` lets no version give it to another.
    private func scales(of questionnaire: Int64, newest: Int64) throws -> [Questionnaire.Scale] {
        let used = """
            v.questionnaire_id = ? AND (s.version_id = ?
                OR s.id IN (SELECT x.scale_id FROM part_items x WHERE x.scale_id IS NOT NULL))
            """
        var steps: [Int64: [Questionnaire.Scale.Step]] = [:]
        try db.each(
            """
            SELECT s.id, p.value, p.label_sv, p.label_en
            FROM questionnaire_versions v
            JOIN scales s ON s.version_id = v.id
            JOIN scale_steps p ON p.scale_id = s.id
            WHERE \(used) ORDER BY s.id, p.step
            """, questionnaire, newest
        ) { row in
            steps[try row.key(0), default: []].append(
                .init(value: row.textIfAny(1), label: Title(sv: row.textIfAny(2), en: row.textIfAny(3))))
        }
        var known: Set<String> = []
        return try db.all(
            """
            SELECT s.id, s.code, s.opt_out_sv, s.opt_out_en, s.extra
            FROM questionnaire_versions v JOIN scales s ON s.version_id = v.id
            WHERE \(used) ORDER BY v.version DESC, s.position
            """, questionnaire, newest
        ) { row in
            Questionnaire.Scale(
                code: try row.text(1), steps: steps[try row.key(0)] ?? [],
                optOut: Title(sv: row.textIfAny(2), en: row.textIfAny(3)), extra: row.textIfAny(4))
        }.filter { known.insert($0.code).inserted }
    }

    private func areas(of questionnaire: Int64, newest: Int64) throws -> [Questionnaire.Area] {
        var known: Set<String> = []
        return try db.all(
            """
            SELECT a.code, a.label_sv, a.label_en, a.extra
            FROM questionnaire_versions v JOIN areas a ON a.version_id = v.id
            WHERE v.questionnaire_id = ? AND (a.version_id = ?
                OR a.id IN (SELECT x.area_id FROM part_items x WHERE x.area_id IS NOT NULL))
            ORDER BY v.version DESC, a.position
            """, questionnaire, newest
        ) { row in
            Questionnaire.Area(
                code: try row.text(0), label: Title(sv: row.textIfAny(1), en: row.textIfAny(2)),
                extra: row.textIfAny(3))
        }.filter { known.insert($0.code).inserted }
    }

    private func parts(of questionnaire: Int64) throws -> [Questionnaire.Part] {
        var items: [Int64: [Questionnaire.Item]] = [:]
        try db.each(
            """
            SELECT p.id, i.code, x.type, s.code, a.code, x.form, x.facet, x.label_sv, x.label_en, x.looks_back,
                x.extra
            FROM questionnaire_versions v
            JOIN parts p ON p.version_id = v.id
            JOIN part_items x ON x.part_id = p.id
            JOIN items i ON i.id = x.item_id
            LEFT JOIN scales s ON s.id = x.scale_id
            LEFT JOIN areas a ON a.id = x.area_id
            WHERE v.questionnaire_id = ? AND x.type <> 'goal-extent'
            ORDER BY p.id, x.position
            """, questionnaire
        ) { row in
            items[try row.key(0), default: []].append(
                Questionnaire.Item(
                    code: try row.text(1), type: ItemType(rawValue: try row.text(2)) ?? .text,
                    scale: row.textIfAny(3), area: row.textIfAny(4), form: row.textIfAny(5),
                    facet: row.textIfAny(6), label: Title(sv: row.textIfAny(7), en: row.textIfAny(8)),
                    looksBack: try row.integer(9) == 1, extra: row.textIfAny(10)))
        }
        return try db.all(
            """
            SELECT p.id, p.code, p.wave, p.title_sv, p.title_en, p.opens, p.extra
            FROM questionnaire_versions v JOIN parts p ON p.version_id = v.id
            WHERE v.questionnaire_id = ? ORDER BY p.position, v.version, p.id
            """, questionnaire
        ) { row in
            Questionnaire.Part(
                code: try row.text(1), wave: try row.integer(2),
                title: Title(sv: row.textIfAny(3), en: row.textIfAny(4)),
                opens: row.textIfAny(5).flatMap { Day($0) }, items: items[try row.key(0)] ?? [],
                extra: row.textIfAny(6))
        }
    }
}
