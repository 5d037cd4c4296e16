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

    /// One piece of evidence as a reader of a study sees it. Its note, free words, stays in the team's room.
    struct Record: Sendable {
        let code: String
        let indicator: String
        let value: String
        let source: String?
        let date: Day
    }

    /// All evidence of each team, by id.
    func records(of programme: Int64) throws -> [Int64: [String: Record]] {
        var records: [Int64: [String: Record]] = [:]
        try db.each(
            """
            SELECT e.team_id, e.code, e.indicator, e.value, e.source, e.date
            FROM evidence e
            WHERE e.team_id IN (SELECT t.id FROM teams t WHERE t.programme_id = ?)
            """, programme
        ) { row in
            let code = try row.text(1)
            guard let date = Day(try row.text(5)) else {
                throw StorageError(.damaged, "the evidence \(code) has no sound date")
            }
            records[try row.key(0), default: [:]][code] = Record(
                code: code, indicator: try row.text(2), value: try row.text(3), source: row.textIfAny(4),
                date: date)
        }
        return records
    }

    /// The notes of a team's evidence, by the evidence's id: for the team's room and nowhere else.
    func notes(of team: Int64) throws -> [String: String] {
        var notes: [String: String] = [:]
        try db.each(
            "SELECT code, note FROM evidence WHERE team_id = ? AND note IS NOT NULL", team, atOnce: true
        ) {
            notes[try $0.text(0)] = try $0.text(1)
        }
        return notes
    }
}
