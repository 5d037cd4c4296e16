import Foundation
import Storage

/// Bundles that came by browser.
struct UploadStore {
    let db: Session

    func insert(
        _ publicID: String, name: String, bytes: Int64, by person: Int64, organisation: Int64, now: Int64
    ) throws {
        let key = try db.nextKey(in: "uploads")
        try db.execute(
            """
            INSERT INTO uploads
                (id, public_id, organisation_id, person_id, name, bytes, state, done_bytes, made_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?)
            """, key, publicID, organisation, person, name, bytes, now, now)
    }

    func find(_ publicID: String) throws -> Upload? {
        try db.one("SELECT \(Self.columns) FROM uploads WHERE public_id = ?", publicID, as: upload)
    }

    /// What a person has sent, the latest first.
    func list(of person: Int64) throws -> [Upload] {
        try db.all(
            "SELECT \(Self.columns) FROM uploads WHERE person_id = ? ORDER BY id DESC LIMIT 20", person,
            as: upload)
    }

    /// How many of a person's wait or are read.
    func underWay(of person: Int64) throws -> Int {
        try db.one(
            "SELECT count(*) FROM uploads WHERE person_id = ? AND state IN ('waiting', 'reading')", person
        ) { try $0.integer(0) } ?? 0
    }

    // MARK: The reading

    /// Takes the one that has waited longest; nil where none waits.
    func claim(now: Int64) throws -> Upload? {
        let next = try db.one(
            "SELECT public_id FROM uploads WHERE state = 'waiting' ORDER BY id LIMIT 1"
        ) { try $0.text(0) }
        guard let next else { return nil }
        let claimed = try db.execute(
            "UPDATE uploads SET state = 'reading', seen_at = ? WHERE public_id = ? AND state = 'waiting'",
            now, next)
        return claimed == 1 ? try find(next) : nil
    }

    /// A sign of life, and how far it has come. - Returns: false where it was cancelled meanwhile.
    func keep(_ upload: Int64, doneBytes: Int64, file: String, now: Int64) throws -> Bool {
        try db.execute(
            "UPDATE uploads SET done_bytes = ?, file_in_progress = ?, seen_at = ? WHERE id = ? AND state = 'reading'",
            doneBytes, file, now, upload) == 1
    }

    /// Ends one that waits or is being read; nothing where it has ended. - Returns: whether it waited still.
    func cancel(_ upload: Upload, now: Int64) throws -> Bool {
        try db.execute(
            """
            UPDATE uploads SET state = 'failed', findings = ?, ended_at = ?, file_in_progress = NULL
            WHERE id = ? AND state IN ('waiting', 'reading')
            """, try text(of: Upload.Findings(Upload.cancelled)), now, upload.key) == 1
            && upload.state == .waiting
    }

    private func text(of findings: Upload.Findings) throws -> String {
        String(decoding: try JSONEncoder().encode(findings), as: UTF8.self)
    }

    /// What was taken in whole is told so, even where it was cancelled at the last moment.
    func end(
        _ upload: Int64, _ state: Upload.State, _ findings: Upload.Findings, study: String? = nil, now: Int64
    ) throws {
        try db.execute(
            """
            UPDATE uploads SET state = ?, findings = ?, study_code = ?, ended_at = ?, seen_at = ?, file_in_progress = NULL
            WHERE id = ? AND (state = 'reading' OR ? = 'done')
            """,
            state.rawValue, try text(of: findings), study, now, now, upload, state.rawValue)
    }

    /// Tells those that a dead server was reading as interrupted. - Returns: their public ids.
    func endInterrupted(now: Int64) throws -> [String] {
        let dead = try db.all(
            "SELECT \(Self.columns) FROM uploads WHERE state = 'reading' AND seen_at < ?",
            now - Upload.silence,
            as: upload)
        for one in dead { try end(one.key, .failed, Upload.Findings(Upload.interrupted), now: now) }
        return dead.map(\.publicID)
    }

    /// The public ids of those whose file is still needed.
    func needed() throws -> Set<String> {
        Set(
            try db.all("SELECT public_id FROM uploads WHERE state IN ('waiting', 'reading')") {
                try $0.text(0)
            })
    }

    private static let columns = """
        id, public_id, organisation_id, person_id, name, bytes, state, done_bytes, file_in_progress, findings,
        study_code, made_at, seen_at
        """

    private func upload(_ row: Row) throws -> Upload {
        let findings = row.textIfAny(9).flatMap {
            try? JSONDecoder().decode(Upload.Findings.self, from: Data($0.utf8))
        }
        return Upload(
            key: try row.key(0), publicID: try row.text(1), organisation: try row.key(2),
            person: row.keyIfAny(3),
            name: try row.text(4), bytes: try row.key(5),
            state: Upload.State(rawValue: try row.text(6)) ?? .failed,
            doneBytes: try row.key(7), fileInProgress: row.textIfAny(8),
            findings: findings ?? Upload.Findings(),
            studyCode: row.textIfAny(10), madeAt: try row.key(11), seenAt: try row.key(12))
    }
}
