import CSQLite
import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// SQLite through GRDB: one writer, a pool of readers, a write-ahead log, every commit on the disk.
final class SQLiteEngine: Engine {
    private let connections: any DatabaseWriter
    /// Nil where one connection does everything.
    private let readers: SQLiteReaders?
    private let stamps: SQLiteStamps
    private let statementTimeout: Duration?

    /// Nobody reads the statistics, and connections would wait for each other to keep them.
    private static let withoutStatistics: Void = kollegium_sqlite_without_memory_statistics()

    init(path: String, options: Database.Options) throws {
        Self.withoutStatistics
        statementTimeout = options.statementTimeout
        var configuration = Configuration()
        configuration.busyMode = .timeout(options.lockTimeout.seconds)
        configuration.maximumReaderCount = options.connections
        configuration.foreignKeysEnabled = true
        configuration.readonly = options.readOnly
        configuration.prepareDatabase { db in
            // 40 MB of pages per connection: a national import stays quick and under 250 MB resident.
            try db.execute(sql: "PRAGMA cache_size = -40960; PRAGMA temp_store = FILE")
        }
        stamps = SQLiteStamps(path: path, configuration: configuration)
        do {
            if !options.createsFile || options.readOnly {
                try Self.requireFile(path)
            }
            if options.readOnly {
                // A queue writes nothing when it opens, a pool does.
                connections = try DatabaseQueue(path: path, configuration: configuration)
                readers = nil
            } else {
                let pool = try Self.pool(path, configuration, patience: options.lockTimeout)
                // GRDB chooses NORMAL, which may lose the last commits when the power fails.
                try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
                connections = pool
                readers = SQLiteReaders(path: path, configuration: configuration)
            }
        } catch let error as DatabaseError {
            throw StorageError.sqlite(error)
        }
    }

    /// Opens the pool. While another program makes the same new file, SQLite turns us away at once instead of letting
    /// us wait, so we ask again.
    private static func pool(
        _ path: String, _ configuration: Configuration, patience: Duration
    ) throws -> DatabasePool {
        let deadline = ContinuousClock.now + patience
        while true {
            do {
                return try DatabasePool(path: path, configuration: configuration)
            } catch let error as DatabaseError
                where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline
            {
                usleep(20_000)
            }
        }
    }

    private static func requireFile(_ path: String) throws {
        guard access(path, F_OK) == 0 else {
            throw StorageError(.cannotOpen, "no file at \(path)")
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await interruptible { cancellation in
            guard let readers = self.readers else {
                return try await self.connections.read { db in try self.session(on: db, cancellation, body) }
            }
            return try await readers.read { db in try self.snapshot(on: db, cancellation, body) }
        }
    }

    func stamp() async throws -> Stamp {
        do {
            return try stamps.next()
        } catch let error as DatabaseError {
            throw StorageError.sqlite(error)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await interruptible { cancellation in
            try await self.connections.writeWithoutTransaction { db in
                try self.session(on: db, cancellation) { session in
                    try (session as? SQLiteSession)?.transaction { try body(session) } ?? body(session)
                }
            }
        }
    }

    /// There is one writer at a time anyhow. Foreign keys rest meanwhile, since a table that is made anew would
    /// take its children along when the old one goes; they are verified before anything is kept.
    func changeSchema(_ body: @escaping @Sendable (Session) throws -> Void) async throws {
        try await setForeignKeys("OFF")
        do {
            try await write { session in
                try body(session)
                let orphans = try session.all("PRAGMA foreign_key_check") { try $0.text(0) }
                if let table = orphans.first {
                    throw StorageError(.constraint, "rows of \(table) have lost their parents")
                }
            }
        } catch {
            try await setForeignKeys("ON")
            throw error
        }
        try await setForeignKeys("ON")
    }

    private func setForeignKeys(_ state: String) async throws {
        do {
            try await connections.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = \(state)")
            }
        } catch let error as DatabaseError {
            throw StorageError.sqlite(error)
        }
    }

    private func snapshot<T>(
        on db: GRDB.Database, _ cancellation: Cancellation, _ body: (Session) throws -> T
    ) throws -> T {
        try session(on: db, cancellation) { session in
            try (session as? SQLiteSession)?.snapshot { try body(session) } ?? body(session)
        }
    }

    private func session<T>(
        on db: GRDB.Database, _ cancellation: Cancellation, _ body: (Session) throws -> T
    ) throws -> T {
        guard let connection = db.sqliteConnection else {
            throw StorageError(.programming, "the connection is closed")
        }
        let session = SQLiteSession(db, connection, timeout: statementTimeout, cancellation)
        defer { session.end() }
        do {
            return try body(session)
        } catch let error as StorageError where error.kind == .timedOut && cancellation.isCancelled {
            throw CancellationError()
        }
    }

    private func interruptible<T: Sendable>(
        _ work: @Sendable (Cancellation) async throws -> T
    ) async throws -> T {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            do {
                return try await work(cancellation)
            } catch let error as DatabaseError {
                throw cancellation.isCancelled ? CancellationError() : StorageError.sqlite(error)
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    func close() async throws {
        do {
            // The last connection to close folds the log into the file, which a reader could not.
            try await readers?.close()
            try stamps.close()
            (connections as? DatabasePool)?.releaseMemory()
            try connections.close()
        } catch let error as DatabaseError {
            throw StorageError.sqlite(error)
        }
    }

    /// A consistent copy into a new file while others read and write.
    func backup(to path: String) async throws {
        do {
            let copy = try DatabaseQueue(path: path)
            try connections.backup(to: copy)
            // One file and nothing beside it, which can be read from a medium that allows no writing.
            try copy.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch let error as DatabaseError {
            throw StorageError.sqlite(error)
        }
    }

    func migrations(inBackup path: String) async throws -> [String] {
        var options = Database.Options()
        options.readOnly = true
        return try await Database(.file(path), options: options).read { db in
            guard try db.hasTable("migrations") else { return [] }
            return try db.all("SELECT name FROM migrations ORDER BY number") { try $0.text(0) }
        }
    }

    /// Puts the contents of another database file in the place of ours, in one transaction.
    func restore(from path: String) async throws {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            try copy.backup(to: connections)
            try copy.close()
        } catch let error as DatabaseError {
            throw StorageError.sqlite(error)
        }
    }
}

/// Whether the task that waits for a statement still wants it; the statement's thread asks now and then.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .relaxed) }
    func cancel() { flag.store(true, ordering: .relaxed) }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
