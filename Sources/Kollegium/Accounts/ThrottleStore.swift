import Storage

/// Failures, counted so that guessing gets slow and nobody is locked out by another's guessing.
///
/// An attempt is counted before the password is looked at, and taken back when it was right: a hundred guesses sent at
/// once are a hundred failures, and not one.
struct ThrottleStore {
    let db: Session

    /// What failures are counted for. Only a digest of it is stored.
    struct Bucket: Sendable, Equatable {
        let digest: String
        let limit: ThrottleLimit
        /// Whether a right password empties it. Otherwise it only takes the attempt back.
        let isEmptiedBySuccess: Bool

        init(_ subject: String, _ limit: ThrottleLimit, isEmptiedBySuccess: Bool) {
            digest = Secret.digest(of: subject)
            self.limit = limit
            self.isEmptiedBySuccess = isEmptiedBySuccess
        }
    }

    enum Entry: Sendable, Equatable {
        /// One may try; the attempt stands as a failure until it is settled.
        case open
        /// Not before this moment, in milliseconds since 1970. The attempt was not counted.
        case closed(until: Int64)
    }

    func enter(_ buckets: [Bucket], now: Int64) throws -> Entry {
        let rows = try buckets.map { try (bucket: $0, row: row(of: $0)) }
        if let until = rows.compactMap(\.row?.closedUntil).max(), until > now { return .closed(until: until) }
        for (bucket, row) in rows {
            let before = row.map { bucket.limit.remembered($0.failures, since: $0.failedAt, now: now) } ?? 0
            // Where some are remembered, the clock of forgetting runs on: steady traffic must not stop it.
            let since =
                before > 0
                ? row.map { $0.failedAt + Int64($0.failures - before) * bucket.limit.forgets } : nil
            let until = now + bucket.limit.wait(after: before + 1)
            try set(bucket, failures: before + 1, since: since ?? now, closedUntil: until)
        }
        return .open
    }

    /// The attempt was right.
    func succeed(_ buckets: [Bucket]) throws {
        for bucket in buckets {
            if bucket.isEmptiedBySuccess { try empty(bucket) } else { try takeBack(bucket) }
        }
    }

    /// The attempt was never made: it counts for nothing.
    func withdraw(_ buckets: [Bucket]) throws {
        for bucket in buckets { try takeBack(bucket) }
    }

    /// Removes what is forgotten: a day after the last failure nothing counts any more.
    @discardableResult
    func sweep(now: Int64) throws -> Int {
        try db.execute(
            "DELETE FROM sign_in_throttles WHERE failed_at < ? AND closed_until < ?", now - Self.memory, now)
    }

    static let memory: Int64 = 26 * 3_600_000

    private func takeBack(_ bucket: Bucket) throws {
        guard let row = try row(of: bucket) else { return }
        if row.failures <= 1 { return try empty(bucket) }
        let wait = (
            now: bucket.limit.wait(after: row.failures), then: bucket.limit.wait(after: row.failures - 1)
        )
        try set(
            bucket, failures: row.failures - 1, since: row.failedAt,
            closedUntil: row.closedUntil - wait.now + wait.then)
    }

    private func empty(_ bucket: Bucket) throws {
        try db.execute("DELETE FROM sign_in_throttles WHERE digest = ?", bucket.digest)
    }

    private func row(of bucket: Bucket) throws -> (failures: Int, failedAt: Int64, closedUntil: Int64)? {
        try db.one(
            "SELECT failures, failed_at, closed_until FROM sign_in_throttles WHERE digest = ?", bucket.digest
        ) { (try $0.integer(0), try $0.key(1), try $0.key(2)) }
    }

    private func set(_ bucket: Bucket, failures: Int, since: Int64, closedUntil: Int64) throws {
        try db.execute(
            """
            INSERT INTO sign_in_throttles (digest, failures, failed_at, closed_until) VALUES (?, ?, ?, ?)
            ON CONFLICT (digest) DO UPDATE
            SET failures = excluded.failures, failed_at = excluded.failed_at, closed_until = excluded.closed_until
            """,
            bucket.digest, failures, since, closedUntil)
    }
}
