import Measures
import Storage

/// Coded evidence of trust.
struct EvidenceStore {
    let db: Session

    /// Hands over each team that has evidence, with the newest of each indicator: by date, then by id.
    ///
    /// The index has the newest first, so the first row of an indicator is the one that counts.
    func newest(of programme: Int64, body: (Int64, [String: TrustEvidence]) -> Void) throws {
        var team: Int64?
        var indicator: [UInt8] = []
        var evidence: [String: TrustEvidence] = [:]
        try db.each(
            """
            SELECT e.team_id, e.indicator, e.code, e.value
            FROM evidence e
            WHERE e.team_id IN (SELECT t.id FROM teams t WHERE t.programme_id = ?)
            ORDER BY e.team_id, e.indicator, e.date DESC, e.code DESC
            """, programme, atOnce: true
        ) { row in
            let next = try row.key(0)
            let isSame = next == team && row.bytes(1)?.elementsEqual(indicator) == true
            // Older evidence of the same indicator: most rows of a long programme.
            if isSame { return }
            if next != team {
                if let team { body(team, evidence) }
                team = next
                evidence.removeAll(keepingCapacity: true)
            }
            indicator = row.bytes(1).map(Array.init) ?? []
            let name = String(decoding: indicator, as: UTF8.self)
            evidence[name] = TrustEvidence(id: try row.text(2), indicator: name, value: try row.text(3))
        }
        if let team { body(team, evidence) }
    }
}
