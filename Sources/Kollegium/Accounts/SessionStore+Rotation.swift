import Storage

/// A secret that was overheard is of use for a quarter of an hour: then the session gets another, which only the
/// browser learns. The one before goes on being good until the new one has been used and a minute has passed, so that
/// neither requests that run side by side nor an answer lost on the way sign anybody out.
extension SessionStore {
    /// Notes that the session was used, and changes its secret when it is time.
    ///
    /// Of two requests that do this side by side one changes the secret; the other goes on with what it has.
    /// - Parameter secret: the one that `signedIn` was found by.
    /// - Returns: the new secret, for the cookie; nil where the old one stays.
    func keep(_ signedIn: SignedIn, _ secret: Secret, now: Int64) throws -> Secret? {
        guard lengths.wantsKeeping(signedIn, now: now) else { return nil }
        if signedIn.isByEarlierSecret {
            // The answer that carried the new secret was lost: nobody has shown it since, or this one were gone.
            return try change(now) { new in
                try db.execute(
                    """
                    UPDATE sessions SET digest = ?, rotated_at = ?, seen_at = ?
                    WHERE id = ? AND earlier_digest = ? AND rotated_at = ?
                    """,
                    new.digest, now, now, signedIn.session, secret.digest, signedIn.rotatedAt)
            }
        }
        if now - signedIn.rotatedAt >= lengths.rotation {
            return try change(now) { new in
                try db.execute(
                    """
                    UPDATE sessions SET earlier_digest = digest, digest = ?, rotated_at = ?, seen_at = ?
                    WHERE id = ? AND digest = ?
                    """,
                    new.digest, now, now, signedIn.session, secret.digest)
            }
        }
        try db.execute(
            """
            UPDATE sessions
            SET seen_at = ?, earlier_digest = CASE WHEN rotated_at <= ? THEN NULL ELSE earlier_digest END
            WHERE id = ? AND digest = ? AND seen_at < ?
            """,
            now, now - lengths.grace, signedIn.session, secret.digest, now)
        return nil
    }

    private func change(_ now: Int64, by update: (Secret) throws -> Int) throws -> Secret? {
        let new = Secret()
        return try update(new) == 1 ? new : nil
    }
}

extension SessionLengths {
    /// Whether `SessionStore.keep` has anything to write; most requests need no write.
    func wantsKeeping(_ signedIn: SignedIn, now: Int64) -> Bool {
        if signedIn.isByEarlierSecret { return now - signedIn.rotatedAt >= grace }
        return now - signedIn.rotatedAt >= rotation || now - signedIn.seenAt >= exactness
    }
}
