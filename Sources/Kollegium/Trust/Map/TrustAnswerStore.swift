import Measures
import Storage

/// What people answered about forms of trust, person by person: the ground of levels, and never shown as it is.
struct TrustAnswerStore {
    let db: Session

    /// A part of a teachers' questionnaire that asks about forms of trust on scales of five steps.
    struct Part: Sendable {
        let key: Int64
        let code: String
        let wave: Int
        let opens: Day?
        /// The first day on which it takes no more answers.
        let closes: Day?
        var items: [TrustForm: Int] = [:]
        var facetItems: [TrustForm: [TrustFacet: Int]] = [:]
    }

    /// One team's answers to one part.
    struct Sheets: Sendable {
        /// When its first and last answer that counts was handed in; nil where nobody wrote it down.
        var first: Day?
        var last: Day?
        var people: [Int64: [TrustForm: Answers]] = [:]
    }

    struct Answers: Sendable {
        var all = PersonMean(sum: 0, answers: 0)
        var facets: [TrustFacet: PersonMean] = [:]
    }

    /// The parts by wave.
    func parts(of programme: Int64) throws -> [Part] {
        var parts: [Part] = []
        try db.each(
            """
            SELECT p.id, p.code, p.wave, p.opens, p.closes, i.form, i.facet, count(i.item_id)
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            JOIN part_items i ON i.part_id = p.id
            WHERE q.programme_id = ? AND q.audience = 'teacher' AND i.type = 'rating' AND i.form IS NOT NULL
                AND i.steps = 5
            GROUP BY p.id, p.code, p.wave, p.opens, p.closes, i.form, i.facet
            ORDER BY p.wave, p.id
            """, programme
        ) { row in
            let key = try row.key(0)
            if parts.last?.key != key {
                parts.append(
                    Part(
                        key: key, code: try row.text(1), wave: try row.integer(2), opens: try row.dayIfAny(3),
                        closes: try row.dayIfAny(4)))
            }
            guard let form = TrustForm(rawValue: try row.text(5)) else { return }
            let (count, last) = (try row.integer(7), parts.count - 1)
            parts[last].items[form, default: 0] += count
            guard let facet = row.textIfAny(6).flatMap(TrustFacet.init) else { return }
            parts[last].facetItems[form, default: [:]][facet] = count
        }
        return parts
    }

    /// Hands over each team that has answers, by part: what was handed in before the part closed, opt-outs left out.
    /// One team's are in memory at a time.
    func sheets(
        of programme: Int64, _ selection: Selection, body: (Int64, [Int64: Sheets]) throws -> Void
    ) throws {
        let chosen = selection.teams(of: programme)
        var team: Int64?
        var sheets: [Int64: Sheets] = [:]
        try db.each(
            """
            SELECT s.team_id, s.part_id, s.person_id, i.form, i.facet, count(a.item_id), sum(a.step),
                min(coalesce(a.submitted, s.submitted)), max(coalesce(a.submitted, s.submitted))
            FROM teams t
            JOIN sheets s ON s.team_id = t.id
            JOIN parts p ON p.id = s.part_id
            JOIN answers a ON a.sheet_id = s.id
            JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
            WHERE \(chosen.sql) AND s.counted = 1 AND i.type = 'rating' AND i.form IS NOT NULL
                AND i.steps = 5 AND a.step IS NOT NULL
                AND (s.entry <> 'imported' OR p.closes IS NULL
                    OR coalesce(a.submitted, s.submitted, '') < p.closes)
            GROUP BY s.team_id, s.part_id, s.person_id, i.form, i.facet
            ORDER BY s.team_id
            """, values: chosen.values
        ) { row in
            let next = try row.key(0)
            if next != team {
                if let team { try body(team, sheets) }
                team = next
                sheets.removeAll(keepingCapacity: true)
            }
            try sheets[try row.key(1), default: Sheets()].add(row)
        }
        if let team { try body(team, sheets) }
    }
}

extension TrustAnswerStore.Sheets {
    fileprivate mutating func add(_ row: Row) throws {
        guard let form = TrustForm(rawValue: try row.text(3)) else { return }
        let answers = PersonMean(sum: try row.integer(6), answers: try row.integer(5))
        var person = people[try row.key(2), default: [:]][form, default: .init()]
        person.all = PersonMean(
            sum: person.all.sum + answers.sum, answers: person.all.answers + answers.answers)
        if let facet = row.textIfAny(4).flatMap(TrustFacet.init) { person.facets[facet] = answers }
        people[try row.key(2), default: [:]][form] = person
        if let day = try row.dayIfAny(7) { first = min(first ?? day, day) }
        if let day = try row.dayIfAny(8) { last = max(last ?? day, day) }
    }
}
