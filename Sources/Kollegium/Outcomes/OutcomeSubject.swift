/// What an outcome is counted from: questions on what the work has meant, area by area, or what people say of how far
/// their own goals of the time before were reached. The same rules hold for both.
enum OutcomeSubject: Sendable {
    case areas, goals

    /// Which of a part's items count, called `i`.
    var condition: String {
        switch self {
        case .areas: "i.type = 'rating' AND (i.area_id IS NOT NULL OR i.form IS NOT NULL)"
        case .goals: "i.type = 'goal-extent'"
        }
    }
}

extension OutcomeStore {
    /// Goals as the one area that they are: everybody has up to three, and each is an item of its own.
    static func goals(items: Int) -> Area {
        Area(
            key: goalsArea, code: "goals-reached", label: Title(sv: "Nådda mål", en: "Goals reached"),
            ratingItems: items)
    }

    /// No area of a questionnaire has this key.
    static let goalsArea: Int64 = 0

    /// The parts in which people say how far their goals were reached, by questionnaire and wave.
    func partsOnGoals(of programme: Int64, for audience: String = "teacher") throws -> [Part] {
        let closing = try QuestionnaireStore(db: db).closingPlaces(of: programme)
        return try db.all(
            """
            SELECT p.id, count(*), \(PartName.columns)
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            JOIN part_items i ON i.part_id = p.id
            WHERE q.programme_id = ? AND q.audience = ? AND q.asks = 'members' AND i.type = 'goal-extent'
            GROUP BY p.id, \(PartName.columns), v.version, p.wave, p.position
            ORDER BY q.code, p.wave, v.version, p.position
            """, programme, audience
        ) { row in
            let key = try row.key(0)
            return Part(
                key: key, name: try PartName(row, from: 2),
                areas: [Self.goals(items: try row.integer(1))], closing: closing[key] ?? 0)
        }
    }

    func parts(of programme: Int64, _ subject: OutcomeSubject) throws -> [Part] {
        switch subject {
        case .areas: try parts(of: programme)
        case .goals: try partsOnGoals(of: programme)
        }
    }
}
