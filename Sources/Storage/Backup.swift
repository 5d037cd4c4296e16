extension Database {
    /// Writes a consistent copy into a new file while others read and write: an SQLite file, or PostgreSQL's
    /// custom dump format.
    public func backup(to path: String) async throws {
        try await engine.backup(to: path)
    }

    /// The version of the schema that a backup for this engine holds; 0 where it is no backup of ours.
    public func schemaVersion(ofBackup path: String) async throws -> Int {
        try await engine.schemaVersion(ofBackup: path)
    }

    /// Puts what `backup` wrote in the place of all that is stored, all of it or nothing.
    public func restore(from path: String) async throws {
        try await engine.restore(from: path)
    }
}
