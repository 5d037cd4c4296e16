import Measures
import Storage

/// Coded evidence of trust.
struct EvidenceStore {
    let db: Session

    /// The newest evidence of each indicator, by date and then by id, for every team of a programme.
    func newest(of programme: Int64) throws -> [Int64: [String: TrustEvidence]] {
        var result: [Int64: [String: TrustEvidence]] = [:]
        try db.each(
            """
            SELECT team_id, code, indicator, value
            FROM (
                SELECT e.team_id, e.code, e.indicator, e.value,
                    row_number() OVER (
                        PARTITION BY e.team_id, e.indicator ORDER BY e.date DESC, e.code DESC) AS place
                FROM evidence e
                WHERE e.team_id IN (SELECT t.id FROM teams t WHERE t.programme_id = ?)
            ) AS dated
            WHERE place = 1
            """, programme
        ) { row in
            let indicator = try row.text(2)
            result[try row.key(0), default: [:]][indicator] = TrustEvidence(
                id: try row.text(1), indicator: indicator, value: try row.text(3))
        }
        return result
    }
}
