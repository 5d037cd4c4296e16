import Measures
import Storage

/// What the outcome is counted from.
struct OutcomeStore {
    let db: Session

    /// A part of a questionnaire that asks about areas.
    struct Part: Sendable {
        let key: Int64
        let questionnaire: String
        let questionnaireTitle: Title
        let code: String
        let title: Title
        var areas: [Area]
    }

    struct Area: Sendable {
        let key: Int64
        let code: String
        let label: Title
        let ratingItems: Int
    }

    /// Who and what answered in a team, for one part.
    struct Answered: Sendable {
        var respondents = 0
        var tallies: [Int64: AnswerTally] = [:]
    }

    /// The parts with areas, by questionnaire and wave; the areas in the questionnaire's order.
    func parts(of programme: Int64) throws -> [Part] {
        var parts: [Part] = []
        try db.each(
            """
            SELECT p.id, q.code, v.title_sv, v.title_en, p.code, p.title_sv, p.title_en, a.id, a.code,
                a.label_sv, a.label_en, sum(CASE WHEN i.type = 'rating' THEN 1 ELSE 0 END)
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            JOIN part_items i ON i.part_id = p.id
            JOIN areas a ON a.id = i.area_id
            WHERE q.programme_id = ?
            GROUP BY p.id, q.code, v.title_sv, v.title_en, v.version, p.code, p.title_sv, p.title_en, p.wave,
                p.position, a.id, a.code, a.label_sv, a.label_en, a.position
            ORDER BY q.code, p.wave, v.version, p.position, a.position
            """, programme
        ) { row in
            let key = try row.key(0)
            if parts.last?.key != key {
                parts.append(
                    Part(
                        key: key, questionnaire: try row.text(1),
                        questionnaireTitle: Title(sv: row.textIfAny(2), en: row.textIfAny(3)),
                        code: try row.text(4), title: Title(sv: row.textIfAny(5), en: row.textIfAny(6)),
                        areas: []))
            }
            parts[parts.count - 1].areas.append(
                Area(
                    key: try row.key(7), code: try row.text(8),
                    label: Title(sv: row.textIfAny(9), en: row.textIfAny(10)),
                    ratingItems: try row.integer(11)))
        }
        return parts
    }

    /// The sufficient statistics of every team and area, by part and team. Counted are answers on rating items
    /// with an area that are no opt-outs.
    func answered(_ programme: Int64) throws -> [Int64: [Int64: Answered]] {
        var result: [Int64: [Int64: Answered]] = [:]
        try db.each(
            """
            SELECT s.part_id, s.team_id, i.area_id, count(DISTINCT s.person_id), count(*),
                sum(CASE WHEN a.step >= i.steps - 1 THEN 1 ELSE 0 END), sum(a.step)
            FROM sheets s
            JOIN answers a ON a.sheet_id = s.id
            JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
            WHERE s.part_id IN (\(Self.partsOfProgramme)) AND i.type = 'rating' AND i.area_id IS NOT NULL
                AND a.step IS NOT NULL
            GROUP BY s.team_id, s.part_id, i.area_id
            """, programme
        ) { row in
            let (part, team, area) = (try row.key(0), try row.key(1), try row.key(2))
            result[part, default: [:]][team, default: Answered()].tallies[area] = AnswerTally(
                people: try row.integer(3), answers: try row.integer(4), top: try row.integer(5),
                sum: try row.integer(6))
        }
        // Who answered anything at all cannot be told from the areas, which have people in common.
        try db.each(
            """
            SELECT s.part_id, s.team_id, count(DISTINCT s.person_id)
            FROM sheets s
            WHERE s.part_id IN (\(Self.partsOfProgramme)) AND EXISTS (
                SELECT 1 FROM part_items i JOIN answers a ON a.sheet_id = s.id AND a.item_id = i.item_id
                WHERE i.part_id = s.part_id AND i.type = 'rating' AND i.area_id IS NOT NULL
                    AND a.step IS NOT NULL)
            GROUP BY s.team_id, s.part_id
            """, programme
        ) { row in
            result[try row.key(0), default: [:]][try row.key(1), default: Answered()].respondents =
                try row.integer(2)
        }
        return result
    }

    private static let partsOfProgramme = """
        SELECT p.id FROM questionnaires q
        JOIN questionnaire_versions v ON v.questionnaire_id = q.id
        JOIN parts p ON p.version_id = v.id
        WHERE q.programme_id = ?
        """
}
