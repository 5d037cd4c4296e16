/// The one door to what is stored. It knows engines and transactions, and nothing of schools.
public final class Database: Sendable {
    public let location: DatabaseLocation
    let engine: any Engine

    /// How a database is opened.
    public struct Options: Sendable {
        /// A database that is only read is opened without taking any lock that a writer would notice.
        public var readOnly = false
        /// Connections that read at once; PostgreSQL uses the same number for all its connections.
        public var connections = 4
        /// How long to wait for another program's lock.
        public var lockTimeout: Duration = .seconds(5)
        /// How long one statement may run; nil is as long as it takes.
        public var statementTimeout: Duration?
        /// Whether a missing SQLite file is made.
        public var createsFile = true

        public init() {}
    }

    /// Opens the database, and on SQLite makes the file where there is none.
    /// - Throws: `StorageError` with a kind that says what to mend.
    public init(_ location: DatabaseLocation, options: Options = Options()) async throws {
        self.location = location
        switch location {
        case .file(let path): engine = try SQLiteEngine(path: path, options: options)
        case .server(let url): engine = try await PostgresEngine(url: url, options: options)
        }
    }

    /// One snapshot: everything `body` reads was true at the same moment.
    ///
    /// `body` runs on the connection's own thread. Cancelling the task interrupts the running statement.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await engine.read(body)
    }

    /// What is stored now, to compare with another time: see `Stamp`. It costs far less than to read a page's things.
    public func stamp() async throws -> Stamp {
        try await engine.stamp()
    }

    /// One serializable transaction: all of it or, where `body` throws or the task is cancelled, nothing.
    ///
    /// Where two transactions collide one of them is run again, so `body` has no effect outside the database.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await engine.write(body)
    }

    /// Closes all connections; on SQLite this folds the write-ahead log into the file.
    public func close() async throws {
        try await engine.close()
    }
}

/// What the two engines do alike.
protocol Engine: Sendable {
    func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T
    func write<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T
    func stamp() async throws -> Stamp
    /// A transaction that no other change of the schema runs beside.
    func changeSchema(_ body: @escaping @Sendable (Session) throws -> Void) async throws
    func close() async throws
    func backup(to path: String) async throws
    func migrations(inBackup path: String) async throws -> [String]
    func restore(from path: String) async throws
}
