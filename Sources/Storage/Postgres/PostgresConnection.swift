import CLibPQ
import Dispatch
import Glibc
import Synchronization

/// One connection with a thread of its own. Everything but `cancel` happens on that thread.
final class PostgresConnection: @unchecked Sendable {
    let handle: OpaquePointer
    private let thread: DispatchQueue
    private let canceller: OpaquePointer?
    /// Names of the statements that the server has prepared, by their SQL and the types of their values.
    var prepared: [String: String] = [:]

    private init(_ handle: OpaquePointer, _ thread: DispatchQueue) {
        self.handle = handle
        self.thread = thread
        canceller = PQgetCancel(handle)
    }

    deinit {
        PQfreeCancel(canceller)
        PQfinish(handle)
    }

    /// Connects as the URL says; several hosts and `target_session_attrs` are libpq's own.
    static func open(_ url: String, options: Database.Options) async throws -> PostgresConnection {
        let thread = DispatchQueue(label: "kollegium.postgres")
        return try await thread.perform {
            // The URL comes last and so may say otherwise about how long to wait.
            guard let handle = connect([("connect_timeout", "10"), ("dbname", url)]) else {
                throw StorageError(.connectionLost, "out of memory")
            }
            // A server's details quote stored rows, which no log should have.
            PQsetErrorVerbosity(handle, PQERRORS_TERSE)
            let connection = PostgresConnection(handle, thread)
            guard PQstatus(handle) == CONNECTION_OK else { throw StorageError.lost(handle) }
            // Compiling a statement takes longer than any of ours runs.
            try connection.execute(
                """
                SET jit = off; SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET client_min_messages = error;
                SET lock_timeout = \(Int(options.lockTimeout.seconds * 1000));
                SET statement_timeout = \(Int((options.statementTimeout?.seconds ?? 0) * 1000))
                """)
            return connection
        }
    }

    /// Ends a transaction that is to be kept, and makes sure that it was: the server answers the `COMMIT` of a
    /// transaction that has failed with a rollback, and calls that a success.
    func commit() throws {
        let result = PQexec(handle, "COMMIT")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw StorageError.postgres(result, on: handle)
        }
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw StorageError(
                .programming, "a statement of the transaction failed, and so all of it was undone")
        }
    }

    /// Forgets what the server has prepared, after a change of the schema has made it useless.
    func forgetPrepared() {
        prepared = [:]
        try? execute("DEALLOCATE ALL")
    }

    var isSound: Bool { PQstatus(handle) == CONNECTION_OK }
    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    func perform<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await thread.perform(work)
    }

    /// Asks the server to stop the running statement. May be called from any thread.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(canceller, &message, CInt(message.count))
    }

    /// Runs statements without values or rows.
    func execute(_ sql: String) throws {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw StorageError.postgres(result, on: handle)
        }
    }
}

extension DispatchQueue {
    func perform<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            async { continuation.resume(with: Result { try work() }) }
        }
    }
}

/// Connects with settings of which the later ones count.
private func connect(_ settings: [(name: String, value: String)]) -> OpaquePointer? {
    let names = settings.map { strdup($0.name) }
    let values = settings.map { strdup($0.value) }
    defer { for text in names + values { free(text) } }
    return PQconnectdbParams(
        names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
}
