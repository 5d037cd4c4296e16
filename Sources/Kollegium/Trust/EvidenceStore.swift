import Measures
import Storage

/// Coded evidence of trust.
struct EvidenceStore {
    let db: Session

    /// Hands over each team that has evidence, with the newest of each indicator: by date, then by id.
    ///
    /// The index has the newest first, so the first row of an indicator is the one that counts.
    func newest(of programme: Int64, body: (Int64, [String: TrustEvidence]) -> Void) throws {
        let rows = try db.all(
            """
            SELECT e.team_id, e.indicator, e.code, e.value
            FROM evidence e
            WHERE e.team_id IN (SELECT t.id FROM teams t WHERE t.programme_id = ?)
            ORDER BY e.team_id, e.indicator, e.date DESC, e.code DESC
            """, programme
        ) { row in
            let indicator = try row.text(1)
            return (
                team: try row.key(0),
                evidence: TrustEvidence(id: try row.text(2), indicator: indicator, value: try row.text(3))
            )
        }
        var team: Int64?
        var evidence: [String: TrustEvidence] = [:]
        for row in rows {
            if row.team != team {
                if let team { body(team, evidence) }
                team = row.team
                evidence.removeAll(keepingCapacity: true)
            }
            if evidence[row.evidence.indicator] == nil { evidence[row.evidence.indicator] = row.evidence }
        }
        if let team { body(team, evidence) }
    }
}
