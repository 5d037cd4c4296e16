import Storage

/// Questionnaires in the database: a version is written once and never changed in place.
struct QuestionnaireStore {
    let db: Session

    // MARK: Writing

    /// The keys that a questionnaire's parts (in their order) and items (by code) got.
    struct Keys {
        var parts: [Int64] = []
        var items: [String: Int64] = [:]
    }

    /// Writes a version of a questionnaire that is not there yet.
    func insert(_ questionnaire: Questionnaire, programme: Int64, importing: Int64?) throws -> Keys {
        let key = try db.nextKey(in: "questionnaires")
        try db.execute(
            "INSERT INTO questionnaires (id, public_id, programme_id, code, audience) VALUES (?, ?, ?, ?, ?)",
            key, PublicID.make(), programme, questionnaire.code, questionnaire.audience)
        let version = try db.nextKey(in: "questionnaire_versions")
        try db.execute(
            """
            INSERT INTO questionnaire_versions
                (id, questionnaire_id, version, title_sv, title_en, extra, import_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            version, key, questionnaire.version, questionnaire.title.sv, questionnaire.title.en,
            questionnaire.extra, importing)
        let scales = try insertScales(questionnaire.scales, version: version)
        let areas = try insertAreas(questionnaire.areas, version: version)
        var keys = Keys()
        for (position, part) in questionnaire.parts.enumerated() {
            let partKey = try insert(part, position, version: version)
            keys.parts.append(partKey)
            for (place, item) in part.items.enumerated() {
                let steps = questionnaire.scales.first { $0.code == item.scale }?.steps.count
                for (code, type) in item.answered {
                    let itemKey = try keys.items[code] ?? insertItem(code, questionnaire: key)
                    keys.items[code] = itemKey
                    try db.execute(
                        """
                        INSERT INTO part_items
                            (part_id, item_id, position, type, scale_id, steps, area_id, form, facet, label_sv,
                            label_en, looks_back, extra)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        partKey, itemKey, place + 1, type.rawValue, item.scale.flatMap { scales[$0] }, steps,
                        item.area.flatMap { areas[$0] }, item.form, item.facet, item.label.sv, item.label.en,
                        item.looksBack ? 1 : 0, item.extra)
                }
            }
        }
        return keys
    }

    private func insertScales(_ scales: [Questionnaire.Scale], version: Int64) throws -> [String: Int64] {
        var keys: [String: Int64] = [:]
        for (position, scale) in scales.enumerated() {
            let key = try db.nextKey(in: "scales")
            try db.execute(
                """
                INSERT INTO scales (id, version_id, position, code, opt_out_sv, opt_out_en, extra)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                key, version, position + 1, scale.code, scale.optOut.sv, scale.optOut.en, scale.extra)
            for (index, step) in scale.steps.enumerated() {
                try db.execute(
                    "INSERT INTO scale_steps (scale_id, step, value, label_sv, label_en) VALUES (?, ?, ?, ?, ?)",
                    key, index + 1, step.value, step.label.sv, step.label.en)
            }
            keys[scale.code] = key
        }
        return keys
    }

    private func insertAreas(_ areas: [Questionnaire.Area], version: Int64) throws -> [String: Int64] {
        var keys: [String: Int64] = [:]
        for (position, area) in areas.enumerated() {
            let key = try db.nextKey(in: "areas")
            try db.execute(
                """
                INSERT INTO areas (id, version_id, position, code, label_sv, label_en, extra)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                key, version, position + 1, area.code, area.label.sv, area.label.en, area.extra)
            keys[area.code] = key
        }
        return keys
    }

    private func insert(_ part: Questionnaire.Part, _ position: Int, version: Int64) throws -> Int64 {
        let key = try db.nextKey(in: "parts")
        try db.execute(
            """
            INSERT INTO parts (id, version_id, position, code, wave, title_sv, title_en, opens, extra)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key, version, position + 1, part.code, part.wave, part.title.sv, part.title.en,
            part.opens?.description, part.extra)
        return key
    }

    private func insertItem(_ code: String, questionnaire: Int64) throws -> Int64 {
        let key = try db.nextKey(in: "items")
        try db.execute(
            "INSERT INTO items (id, questionnaire_id, code) VALUES (?, ?, ?)", key, questionnaire, code)
        return key
    }

    // MARK: Reading

    /// The newest version of each of a study's questionnaires, by code.
    func questionnaires(ofStudy study: Int64) throws -> [Questionnaire] {
        let heads = try db.all(
            """
            SELECT v.id, q.code, v.version, v.title_sv, v.title_en, q.audience, v.extra
            FROM studies t
            JOIN questionnaires q ON q.programme_id = t.programme_id
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            WHERE t.id = ? AND v.version =
                (SELECT max(w.version) FROM questionnaire_versions w WHERE w.questionnaire_id = q.id)
            ORDER BY q.code
            """, study
        ) { row in
            (
                key: try row.key(0), code: try row.text(1), version: try row.integer(2),
                title: Title(sv: row.textIfAny(3), en: row.textIfAny(4)), audience: try row.text(5),
                extra: row.textIfAny(6)
            )
        }
        return try heads.map { head in
            Questionnaire(
                code: head.code, version: head.version, title: head.title, audience: head.audience,
                scales: try scales(ofVersion: head.key), areas: try areas(ofVersion: head.key),
                parts: try parts(ofVersion: head.key), extra: head.extra)
        }
    }

    private func scales(ofVersion version: Int64) throws -> [Questionnaire.Scale] {
        var steps: [Int64: [Questionnaire.Scale.Step]] = [:]
        try db.each(
            """
            SELECT s.id, p.value, p.label_sv, p.label_en FROM scales s JOIN scale_steps p ON p.scale_id = s.id
            WHERE s.version_id = ? ORDER BY s.id, p.step
            """, version
        ) { row in
            steps[try row.key(0), default: []].append(
                .init(value: row.textIfAny(1), label: Title(sv: row.textIfAny(2), en: row.textIfAny(3))))
        }
        return try db.all(
            "SELECT id, code, opt_out_sv, opt_out_en, extra FROM scales WHERE version_id = ? ORDER BY position",
            version
        ) { row in
            Questionnaire.Scale(
                code: try row.text(1), steps: steps[try row.key(0)] ?? [],
                optOut: Title(sv: row.textIfAny(2), en: row.textIfAny(3)), extra: row.textIfAny(4))
        }
    }

    private func areas(ofVersion version: Int64) throws -> [Questionnaire.Area] {
        try db.all(
            "SELECT code, label_sv, label_en, extra FROM areas WHERE version_id = ? ORDER BY position",
            version
        ) { row in
            Questionnaire.Area(
                code: try row.text(0), label: Title(sv: row.textIfAny(1), en: row.textIfAny(2)),
                extra: row.textIfAny(3))
        }
    }

    private func parts(ofVersion version: Int64) throws -> [Questionnaire.Part] {
        var items: [Int64: [Questionnaire.Item]] = [:]
        try db.each(
            """
            SELECT p.id, i.code, x.type, s.code, a.code, x.form, x.facet, x.label_sv, x.label_en, x.looks_back,
                x.extra
            FROM parts p
            JOIN part_items x ON x.part_id = p.id
            JOIN items i ON i.id = x.item_id
            LEFT JOIN scales s ON s.id = x.scale_id
            LEFT JOIN areas a ON a.id = x.area_id
            WHERE p.version_id = ? AND x.type <> 'goal-extent'
            ORDER BY p.id, x.position
            """, version
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
            SELECT id, code, wave, title_sv, title_en, opens, extra FROM parts
            WHERE version_id = ? ORDER BY position
            """, version
        ) { row in
            Questionnaire.Part(
                code: try row.text(1), wave: try row.integer(2),
                title: Title(sv: row.textIfAny(3), en: row.textIfAny(4)),
                opens: row.textIfAny(5).flatMap { Day($0) }, items: items[try row.key(0)] ?? [],
                extra: row.textIfAny(6))
        }
    }
}
