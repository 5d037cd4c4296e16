import Storage

@testable import Kollegium

extension Questionnaire {
    /// Two parts: one with an area, a trust item and a text, one that asks the trust item again.
    static var small: Questionnaire {
        var impact = Item.rating("impact", "agreement")
        impact.area = "team"
        return Questionnaire(
            code: "small", version: 1, title: Title(sv: "Liten enkät", en: "Small questionnaire"),
            audience: "teacher", scales: [.steps("agreement", 5)],
            areas: [Area(code: "team", label: Title(sv: "I laget", en: "In the team"), extra: nil)],
            parts: [
                .part("start", wave: 1, [.rating("trust-p01", "agreement"), impact, .text("why")]),
                .part("later", wave: 2, [.rating("trust-p01", "agreement")]),
            ], extra: nil)
    }
}

extension Questionnaire.Scale {
    static func steps(_ code: String, _ count: Int) -> Self {
        Self(
            code: code,
            steps: (1...count).map { .init(value: nil, label: Title(sv: "steg \($0)", en: "step \($0)")) },
            optOut: Title(sv: "vet ej", en: "don't know"), extra: nil)
    }
}

extension Questionnaire.Part {
    static func part(_ code: String, wave: Int, _ items: [Questionnaire.Item]) -> Self {
        Self(code: code, wave: wave, title: Title(sv: nil, en: nil), opens: nil, items: items, extra: nil)
    }
}

extension Questionnaire.Item {
    static func rating(_ code: String, _ scale: String) -> Self {
        Self(
            code: code, type: .rating, scale: scale, area: nil, form: nil, facet: nil,
            label: Title(sv: "Fråga \(code)", en: "Question \(code)"), looksBack: true, extra: nil)
    }

    static func text(_ code: String) -> Self {
        Self(
            code: code, type: .text, scale: nil, area: nil, form: nil, facet: nil,
            label: Title(sv: "Fråga \(code)", en: "Question \(code)"), looksBack: false, extra: nil)
    }
}

extension Workplace {
    /// A questionnaire in its first version. - Returns: its public id.
    func questionnaire(_ questionnaire: Questionnaire, in programme: Int64) async throws -> String {
        try await write { db in
            _ = try QuestionnaireStore(db: db).insert(questionnaire, programme: programme, importing: nil)
            return try db.one(
                "SELECT public_id FROM questionnaires WHERE programme_id = ? AND code = ?", programme,
                questionnaire.code
            ) { try $0.text(0) } ?? ""
        }
    }

    func standing(_ id: String) async throws -> StandingQuestionnaire {
        try await read { db in
            guard let standing = try QuestionnaireStore(db: db).standing(id) else { throw WebError.notFound }
            return standing
        }
    }

    func write(_ next: Questionnaire, as id: String) async throws {
        let act = act
        try await write { db in
            let store = QuestionnaireStore(db: db)
            guard let standing = try store.standing(id) else { throw WebError.notFound }
            try store.write(next, as: standing, by: act)
        }
    }

    /// A part is planned for 1 October 2013.
    func plan(_ part: String, of id: String) async throws {
        try await database.write { db in try db.planWave(part, of: id, opens: "2013-10-01") }
    }

    /// A part is planned and opened.
    func open(_ part: String, of id: String) async throws {
        try await database.write { db in
            try db.planWave(part, of: id)
            try db.execute("UPDATE waves SET opened_at = 1 WHERE public_id = ?", "wave-" + part)
        }
    }
}

extension Session {
    /// As the planning of waves leaves it.
    func planWave(_ part: String, of questionnaire: String, opens: String? = nil) throws {
        let key = try one(
            """
            SELECT p.id FROM questionnaires q JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id WHERE q.public_id = ? AND p.code = ?
            """, questionnaire, part
        ) { try $0.key(0) }
        guard let key else { throw WebError.notFound }
        try execute("UPDATE parts SET opens = ? WHERE id = ?", opens, key)
        try execute(
            """
            INSERT INTO waves (part_id, public_id, trust_items, look_back, paging, made_at)
            VALUES (?, ?, 'full', 'after', 'sections', 1)
            """, key, "wave-" + part)
    }
}
