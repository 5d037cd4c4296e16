/// What went wrong at the database, sorted by what a person can do about it. `detail` holds the engine's own
/// words, which may quote stored data: it belongs in a log, never on a page.
public struct StorageError: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// Another program holds the database for longer than we were willing to wait.
        case locked
        /// The disk, a quota or a size limit is reached; nothing of the transaction was kept.
        case full
        /// The file, its folder or the server's role does not allow writing.
        case readOnly
        /// There is nothing to open at that place, or it may not be opened.
        case cannotOpen
        /// The server is not there, or the connection broke.
        case connectionLost
        /// A statement ran longer than it was allowed to.
        case timedOut
        /// The bytes on disk are no sound database.
        case damaged
        /// A rule of the schema was broken: a duplicate, a missing parent, a value out of bounds.
        case constraint
        /// Transactions kept colliding, also after all retries.
        case contention
        /// A text held a NUL character, which PostgreSQL cannot keep.
        case nulInText
        /// The database was made by a newer version of the program.
        case newerSchema(found: Int, known: Int)
        /// The numbered step of the schema failed; the schema before it stands.
        case migrationFailed(number: Int, name: String)
        /// A program of the database's own (`pg_dump`, `pg_restore`) is missing or failed; `detail` is what it said.
        case programFailed(String)
        /// Our own mistake: a statement that does not compile, a column that is not there.
        case programming
    }

    public let kind: Kind
    public let detail: String

    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    static func unexpectedNull(_ column: Int) -> StorageError {
        StorageError(.programming, "column \(column) is null where a value was promised")
    }
}
