extension Database {
    /// Writes a consistent copy into a new file while others read and write: an SQLite file, or PostgreSQL's
    /// custom dump format.
    public func backup(to path: String) async throws {
        try await engine.backup(to: path)
    }

    /// Puts what `backup` wrote in the place of all that is stored, all of it or nothing.
    public func restore(from path: String) async throws {
        try await engine.restore(from: path)
    }
}
