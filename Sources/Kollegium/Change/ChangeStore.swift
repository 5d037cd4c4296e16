import Measures
import Storage

/// What change is counted from: how each person answered the items on each form of trust, part by part.
struct ChangeStore {
    let db: Session

    /// A part of a questionnaire that asks about forms of trust.
    struct Part: Sendable {
        let key: Int64
        let name: PartName
        let wave: Int
        /// How many rating items of each form it has; a form without any is missing.
        var ratingItems: [TrustForm: Int]
    }

    /// One person's answers to one part: for each form how many there are, and their steps added up.
    struct Sheet: Sendable {
        let part: Int64
        let person: Int64
        let forms: [PersonMean]

        func mean(of form: TrustForm) -> PersonMean {
            forms[form.position]
        }
    }

    /// All parts of the programme's questionnaires, by questionnaire and wave; also those that ask about no form,
    /// because which waves follow on each other depends on them.
    func parts(of programme: Int64) throws -> [Part] {
        var parts: [Part] = []
        try db.each(
            """
            SELECT p.id, p.wave, i.form, count(i.item_id), \(PartName.columns)
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            LEFT JOIN part_items i ON i.part_id = p.id AND i.type = 'rating' AND i.form IS NOT NULL
            WHERE q.programme_id = ?
            GROUP BY p.id, \(PartName.columns), v.version, p.wave, p.position, i.form
            ORDER BY q.code, p.wave, v.version, p.position
            """, programme
        ) { row in
            let key = try row.key(0)
            if parts.last?.key != key {
                parts.append(
                    Part(
                        key: key, name: try PartName(row, from: 4), wave: try row.integer(1),
                        ratingItems: [:]))
            }
            guard let form = row.textIfAny(2).flatMap(TrustForm.init) else { return }
            parts[parts.count - 1].ratingItems[form] = try row.integer(3)
        }
        return parts
    }

    /// The sheets of each team that have answers to items on trust, opt-outs left out.
    ///
    /// Whose items are meant is asked of the few items and not of the many sheets: otherwise PostgreSQL looks items up
    /// sheet by sheet, which takes twice as long.
    func sheets(of programme: Int64) throws -> [Int64: [Sheet]] {
        var sheets: [Int64: [Sheet]] = [:]
        try db.each(
            """
            SELECT s.team_id, s.part_id, s.person_id,
                sum(CASE WHEN i.form = 'process' THEN 1 ELSE 0 END),
                sum(CASE WHEN i.form = 'process' THEN a.step ELSE 0 END),
                sum(CASE WHEN i.form = 'collegial' THEN 1 ELSE 0 END),
                sum(CASE WHEN i.form = 'collegial' THEN a.step ELSE 0 END),
                sum(CASE WHEN i.form = 'collective' THEN 1 ELSE 0 END),
                sum(CASE WHEN i.form = 'collective' THEN a.step ELSE 0 END)
            FROM sheets s
            JOIN answers a ON a.sheet_id = s.id
            JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
            WHERE s.counted = 1 AND i.type = 'rating' AND i.form IS NOT NULL AND a.step IS NOT NULL
                AND i.part_id IN (
                SELECT p.id FROM questionnaires q
                JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                JOIN parts p ON p.version_id = v.id
                WHERE q.programme_id = ?)
            GROUP BY s.id, s.team_id, s.part_id, s.person_id
            """, programme
        ) { row in
            let forms = try TrustForm.allCases.map { form in
                PersonMean(
                    sum: try row.integer(4 + 2 * form.position),
                    answers: try row.integer(3 + 2 * form.position))
            }
            sheets[try row.key(0), default: []].append(
                Sheet(part: try row.key(1), person: try row.key(2), forms: forms))
        }
        return sheets
    }
}

extension TrustForm {
    /// Its place in the order of reports.
    var position: Int {
        switch self {
        case .process: 0
        case .collegial: 1
        case .collective: 2
        }
    }
}
