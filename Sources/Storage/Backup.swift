extension Database {
    /// Writes a consistent copy into a new file while others read and write: an SQLite file, or PostgreSQL's
    /// custom dump format.
    public func backup(to path: String) async throws {
        try await engine.backup(to: path)
    }

    /// The names of the steps that the schema in a backup has taken, in their order; none where it is no backup
    /// for this engine.
    public func migrations(inBackup path: String) async throws -> [String] {
        try await engine.migrations(inBackup: path)
    }

    /// Puts what `backup` wrote in the place of all that is stored, all of it or nothing.
    public func restore(from path: String) async throws {
        try await engine.restore(from: path)
    }
}
