import Measures
import Storage

/// What the outcome is counted from.
struct OutcomeStore {
    let db: Session

    /// A part of a questionnaire that asks about areas.
    struct Part: Sendable {
        let key: Int64
        let name: PartName
        var areas: [Area]
        /// Its place among the programme's parts in the order in which they closed.
        let closing: Int
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
        let closing = try QuestionnaireStore(db: db).closingPlaces(of: programme)
        try db.each(
            """
            SELECT p.id, a.id, a.code, a.label_sv, a.label_en,
                sum(CASE WHEN i.type = 'rating' THEN 1 ELSE 0 END), \(PartName.columns)
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            JOIN part_items i ON i.part_id = p.id
            JOIN areas a ON a.id = i.area_id
            WHERE q.programme_id = ?
            GROUP BY p.id, \(PartName.columns), v.version, p.wave, p.position, a.id, a.code, a.label_sv,
                a.label_en, a.position
            ORDER BY q.code, p.wave, v.version, p.position, a.position
            """, programme
        ) { row in
            let key = try row.key(0)
            if parts.last?.key != key {
                parts.append(
                    Part(
                        key: key, name: try PartName(row, from: 6), areas: [], closing: closing[key] ?? 0))
            }
            parts[parts.count - 1].areas.append(
                Area(
                    key: try row.key(1), code: try row.text(2),
                    label: Title(sv: row.textIfAny(3), en: row.textIfAny(4)),
                    ratingItems: try row.integer(5)))
        }
        return parts
    }

    /// The sufficient statistics of every team and area, by part and team. Counted are answers on rating items
    /// with an area that are no opt-outs.
    ///
    /// A person has one sheet of a part, so sheets are people: first each sheet's areas are summed, and one of them
    /// is marked, by which those who answered anything at all are counted. Then teams are summed from sheets.
    func answered(_ programme: Int64) throws -> [Int64: [Int64: Answered]] {
        let rows = try db.all(
            """
            SELECT part_id, team_id, area_id, count(*), sum(answers), sum(top), sum(steps), sum(is_first)
            FROM (
                SELECT s.part_id, s.team_id, i.area_id, count(*) AS answers,
                    sum(CASE WHEN a.step >= i.steps - 1 THEN 1 ELSE 0 END) AS top, sum(a.step) AS steps,
                    CASE WHEN i.area_id = min(i.area_id) OVER (PARTITION BY s.id) THEN 1 ELSE 0 END AS is_first
                FROM sheets s
                JOIN answers a ON a.sheet_id = s.id
                JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
                WHERE s.counted = 1 AND i.type = 'rating' AND i.area_id IS NOT NULL AND a.step IS NOT NULL
                    AND s.part_id IN (
                    SELECT p.id FROM questionnaires q
                    JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                    JOIN parts p ON p.version_id = v.id
                    WHERE q.programme_id = ?)
                GROUP BY s.id, s.part_id, s.team_id, i.area_id
            ) AS people
            GROUP BY part_id, team_id, area_id
            """, programme
        ) { row in
            (
                part: try row.key(0), team: try row.key(1), area: try row.key(2),
                tally: AnswerTally(
                    people: try row.integer(3), answers: try row.integer(4), top: try row.integer(5),
                    sum: try row.integer(6)),
                respondents: try row.integer(7)
            )
        }
        var result: [Int64: [Int64: Answered]] = [:]
        for row in rows {
            result[row.part, default: [:]][row.team, default: Answered()].tallies[row.area] = row.tally
            result[row.part, default: [:]][row.team, default: Answered()].respondents += row.respondents
        }
        return result
    }
}
