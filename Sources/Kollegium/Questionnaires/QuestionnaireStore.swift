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

    /// Writes the first version of a questionnaire that is not there yet.
    func insert(_ questionnaire: Questionnaire, programme: Int64, importing: Int64?) throws -> Keys {
        let key = try insertHead(questionnaire, programme: programme).key
        return try insertVersion(questionnaire, of: key, importing: importing)
    }

    /// A questionnaire without a version yet.
    func insertHead(
        _ questionnaire: Questionnaire, programme: Int64
    ) throws -> (key: Int64, publicID: String) {
        let (key, publicID) = (try db.nextKey(in: "questionnaires"), PublicID.make())
        try db.execute(
            """
            INSERT INTO questionnaires (id, public_id, programme_id, code, audience, asks)
            VALUES (?, ?, ?, ?, ?, ?)
            """, key, publicID, programme, questionnaire.code, questionnaire.audience,
            questionnaire.asks.rawValue)
        return (key, publicID)
    }

    /// Writes a version.
    /// - Parameters:
    ///   - opened: the parts that stay as they were asked, by code; they keep their version.
    ///   - waiting: the parts that have not been opened yet, by code; they come along, with what is planned of them.
    func insertVersion(
        _ questionnaire: Questionnaire, of key: Int64, importing: Int64?, opened: [String: Int64] = [:],
        waiting: [String: Int64] = [:]
    ) throws -> Keys {
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
        if !opened.isEmpty || !waiting.isEmpty { keys.items = try items(of: key) }
        for (position, part) in questionnaire.parts.enumerated() {
            if let opened = opened[part.code] {
                try db.execute("UPDATE parts SET position = ? WHERE id = ?", position + 1, opened)
                keys.parts.append(opened)
                continue
            }
            let partKey =
                try waiting[part.code].map { try renew(part, $0, position, version: version) }
                ?? insert(part, position, version: version)
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
        for (code, part) in waiting where !questionnaire.parts.contains(where: { $0.code == code }) {
            try db.execute("DELETE FROM parts WHERE id = ?", part)
        }
        return keys
    }

    /// A part that nobody has been asked yet, in its new wording. Its key stays, and so does what is planned of it.
    private func renew(
        _ part: Questionnaire.Part, _ key: Int64, _ position: Int, version: Int64
    ) throws -> Int64 {
        try db.execute("DELETE FROM part_items WHERE part_id = ?", key)
        try db.execute(
            """
            UPDATE parts
            SET version_id = ?, position = ?, wave = ?, title_sv = ?, title_en = ?, opens = ?, extra = ?
            WHERE id = ?
            """,
            version, position + 1, part.wave, part.title.sv, part.title.en, part.opens?.description,
            part.extra, key)
        return key
    }

    private func items(of questionnaire: Int64) throws -> [String: Int64] {
        let items = try db.all("SELECT code, id FROM items WHERE questionnaire_id = ?", questionnaire) {
            (try $0.text(0), try $0.key(1))
        }
        return Dictionary(uniqueKeysWithValues: items)
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
}
