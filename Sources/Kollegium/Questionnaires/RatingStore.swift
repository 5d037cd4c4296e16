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
    func items(of programme: Int64, _ subject: OutcomeSubject = .areas) throws -> [Int64: [Item]] {
        var items: [Int64: [Item]] = [:]
        try db.each(
            """
            SELECT i.part_id, i.item_id, i.area_id, i.form, i.steps
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            JOIN part_items i ON i.part_id = p.id
            WHERE q.programme_id = ? AND \(subject.condition)
            ORDER BY i.part_id, i.position, i.item_id
            """, programme
        ) { row in
            items[try row.key(0), default: []].append(
                Item(
                    key: try row.key(1), area: subject == .goals ? OutcomeStore.goalsArea : row.keyIfAny(2),
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
        var place: (part: Int64, team: Int64)?
        var rows: [[Int?]] = []
        try sheets(of: programme, .everything, items, in: .byPart) { team, sheet in
            if let place, place.part != sheet.part || place.team != team {
                body(place.part, place.team, rows.inOrder)
                rows.removeAll(keepingCapacity: true)
            }
            place = (sheet.part, team)
            rows.append(sheet.steps)
        }
        if let place { body(place.part, place.team, rows.inOrder) }
    }

    /// What one person answered to one part: a step for each of the part's items, nil where there is none.
    struct Sheet: Sendable {
        let part: Int64
        let person: Int64
        var steps: [Int?]
    }

    /// In what order sheets come.
    enum Order: String {
        case byPart = "s.part_id, t.code, s.id"
        case byTeam = "s.team_id, s.part_id, s.id"
    }

    /// Hands over each sheet on which anything is answered, with its team.
    func sheets(
        of programme: Int64, _ selection: Selection, _ items: [Int64: [Item]], in order: Order,
        _ subject: OutcomeSubject = .areas, body: (_ team: Int64, Sheet) throws -> Void
    ) throws {
        let columns = items.mapValues { items in
            Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.key, $0) })
        }
        let chosen = selection.teams(of: programme)
        var last: (team: Int64, key: Int64, sheet: Sheet)?
        try db.each(
            """
            SELECT s.part_id, s.team_id, s.id, a.item_id, a.step, s.person_id
            FROM teams t
            JOIN sheets s ON s.team_id = t.id
            JOIN answers a ON a.sheet_id = s.id
            JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
            WHERE \(chosen.sql) AND s.counted = 1 AND \(subject.condition) AND a.step IS NOT NULL
            ORDER BY \(order.rawValue)
            """, values: chosen.values
        ) { row in
            let (part, key) = (try row.key(0), try row.key(2))
            guard let columns = columns[part], let column = columns[try row.key(3)] else { return }
            if last?.key != key {
                if let last { try body(last.team, last.sheet) }
                let steps = [Int?](repeating: nil, count: columns.count)
                last = (
                    try row.key(1), key, Sheet(part: part, person: try row.key(5), steps: steps)
                )
            }
            last?.sheet.steps[column] = try row.integer(4)
        }
        if let last { try body(last.team, last.sheet) }
    }

    /// Which rating items of a part are meant.
    enum Subject: String {
        case areas = "i.type = 'rating' AND i.area_id IS NOT NULL"
        case forms = "i.type = 'rating' AND i.form IS NOT NULL"
        case goals = "i.type = 'goal-extent'"
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
                WHERE q.programme_id = ? AND \(subject.rawValue)
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
    func asked(
        of programme: Int64, _ selection: Selection = .everything
    ) throws -> [Int64: [Int64: Int]] {
        let (members, sheets) = (selection.narrowing("m.team_id"), selection.narrowing("s.team_id"))
        var asked: [Int64: [Int64: Int]] = [:]
        try db.each(
            """
            SELECT part_id, team_id, count(*)
            FROM (
                SELECT p.id AS part_id, m.team_id, m.person_id
                FROM questionnaires q
                JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                JOIN parts p ON p.version_id = v.id
                JOIN teams t ON \(selection.passing)t.programme_id = q.programme_id
                JOIN memberships m ON m.team_id = t.id
                WHERE q.programme_id = ? AND m.starts <= p.opens AND (m.ends IS NULL OR m.ends > p.opens)
                    AND ((q.audience = 'teacher' AND m.role IN ('teacher', 'conversation-leader', 'team-leader'))
                        OR (q.audience = 'school-leader' AND m.role = 'school-leader'))\(members.sql)
                UNION
                SELECT p.id, s.team_id, s.person_id
                FROM questionnaires q
                JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                JOIN parts p ON p.version_id = v.id
                JOIN sheets s ON s.part_id = p.id
                WHERE q.programme_id = ? AND p.opens IS NOT NULL\(sheets.sql)
            ) AS people
            GROUP BY part_id, team_id
            """, values: [programme.value] + members.values + [programme.value] + sheets.values
        ) { row in
            asked[try row.key(0), default: [:]][try row.key(1)] = try row.integer(2)
        }
        return asked
    }
}

extension [[Int?]] {
    /// In an order that the answers alone decide.
    var inOrder: [[Int?]] {
        sorted { one, other in one.lexicographicallyPrecedes(other) { ($0 ?? 0) < ($1 ?? 0) } }
    }
}
