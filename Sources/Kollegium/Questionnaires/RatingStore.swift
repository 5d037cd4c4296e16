import Measures
import Storage

/// What each person answered to the rating items about an outcome or about trust, team by team: for the figures
/// whose unit is the person.
struct RatingStore {
    let db: Session

    /// A rating item of a part that belongs to an area of outcome, or to a form of trust, or to both.
    struct Item: Sendable {
        let key: Int64
        let area: Int64?
        let form: TrustForm?
        let steps: Int
    }

    /// The rating items of each part, in the questionnaire's order.
    func items(of programme: Int64) throws -> [Int64: [Item]] {
        var items: [Int64: [Item]] = [:]
        try db.each(
            """
            SELECT i.part_id, i.item_id, i.area_id, i.form, i.steps
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            JOIN part_items i ON i.part_id = p.id
            WHERE q.programme_id = ? AND i.type = 'rating' AND (i.area_id IS NOT NULL OR i.form IS NOT NULL)
            ORDER BY i.part_id, i.position, i.item_id
            """, programme
        ) { row in
            items[try row.key(0), default: []].append(
                Item(
                    key: try row.key(1), area: row.keyIfAny(2),
                    form: row.textIfAny(3).flatMap(TrustForm.init),
                    steps: try row.integer(4)))
        }
        return items
    }

    /// Hands over each team's answers to each part: one row for each person who answered anything, one column for
    /// each of the part's items, nil where it was not answered or opted out of. The rows come in an order that the
    /// answers alone decide, so that what is reckoned from them is the same to the last digit whoever came first.
    ///
    /// One team at a time is in memory, however many there are.
    func eachTeam(
        of programme: Int64, _ items: [Int64: [Item]], body: (_ part: Int64, _ team: Int64, [[Int?]]) -> Void
    ) throws {
        let columns = items.mapValues { items in
            Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.key, $0) })
        }
        var place: (part: Int64, team: Int64, sheet: Int64)?
        var rows: [[Int?]] = []
        try db.each(
            """
            SELECT s.part_id, s.team_id, s.id, a.item_id, a.step
            FROM teams t
            JOIN sheets s ON s.team_id = t.id
            JOIN answers a ON a.sheet_id = s.id
            JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
            WHERE t.programme_id = ? AND i.type = 'rating' AND (i.area_id IS NOT NULL OR i.form IS NOT NULL)
                AND a.step IS NOT NULL
            ORDER BY s.part_id, t.code, s.id
            """, programme
        ) { row in
            let next = (part: try row.key(0), team: try row.key(1), sheet: try row.key(2))
            guard let columns = columns[next.part], let column = columns[try row.key(3)] else { return }
            if let place, place.part != next.part || place.team != next.team {
                body(place.part, place.team, rows.sorted(by: Self.precedes))
                rows.removeAll(keepingCapacity: true)
            }
            if rows.isEmpty || place?.sheet != next.sheet {
                rows.append(Array(repeating: nil, count: columns.count))
            }
            place = next
            rows[rows.count - 1][column] = try row.integer(4)
        }
        if let place { body(place.part, place.team, rows.sorted(by: Self.precedes)) }
    }

    private static func precedes(_ one: [Int?], _ other: [Int?]) -> Bool {
        one.lexicographicallyPrecedes(other) { ($0 ?? 0) < ($1 ?? 0) }
    }

    /// Which rating items of a part are meant.
    enum Subject: String {
        case areas = "i.area_id"
        case forms = "i.form"
    }

    /// What the steps of a part's scale are called, from the lowest; only parts whose items on the subject share one.
    func scales(of programme: Int64, _ subject: Subject) throws -> [Int64: [Title]] {
        var scales: [Int64: [Title]] = [:]
        try db.each(
            """
            SELECT u.part_id, s.label_sv, s.label_en
            FROM (
                SELECT i.part_id, min(i.scale_id) AS scale_id
                FROM questionnaires q
                JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                JOIN parts p ON p.version_id = v.id
                JOIN part_items i ON i.part_id = p.id
                WHERE q.programme_id = ? AND i.type = 'rating' AND \(subject.rawValue) IS NOT NULL
                GROUP BY i.part_id
                HAVING min(i.scale_id) = max(i.scale_id)
            ) AS u
            JOIN scale_steps s ON s.scale_id = u.scale_id
            ORDER BY u.part_id, s.step
            """, programme
        ) { row in
            scales[try row.key(0), default: []].append(Title(sv: row.textIfAny(1), en: row.textIfAny(2)))
        }
        return scales
    }

    /// How many people of each team were asked to answer each part: those who on the day it opened were in the team
    /// in a role that the questionnaire is for, and whoever answered. Only parts that say when they opened.
    func asked(of programme: Int64) throws -> [Int64: [Int64: Int]] {
        var asked: [Int64: [Int64: Int]] = [:]
        try db.each(
            """
            SELECT part_id, team_id, count(*)
            FROM (
                SELECT p.id AS part_id, m.team_id, m.person_id
                FROM questionnaires q
                JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                JOIN parts p ON p.version_id = v.id
                JOIN teams t ON t.programme_id = q.programme_id
                JOIN memberships m ON m.team_id = t.id
                WHERE q.programme_id = ? AND m.starts <= p.opens AND (m.ends IS NULL OR m.ends > p.opens)
                    AND ((q.audience = 'teacher' AND m.role IN ('teacher', 'conversation-leader', 'team-leader'))
                        OR (q.audience = 'school-leader' AND m.role = 'school-leader'))
                UNION
                SELECT p.id, s.team_id, s.person_id
                FROM questionnaires q
                JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                JOIN parts p ON p.version_id = v.id
                JOIN sheets s ON s.part_id = p.id
                WHERE q.programme_id = ? AND p.opens IS NOT NULL
            ) AS people
            GROUP BY part_id, team_id
            """, programme, programme
        ) { row in
            asked[try row.key(0), default: [:]][try row.key(1)] = try row.integer(2)
        }
        return asked
    }
}
