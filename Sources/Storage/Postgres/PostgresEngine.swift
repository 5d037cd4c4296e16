import Dispatch
import Synchronization

/// PostgreSQL through libpq: a bounded pool of connections, each with its own thread.
final class PostgresEngine: Engine {
    private let url: String
    private let options: Database.Options
    private let pool: Mutex<Pool>

    private struct Pool {
        var idle: [PostgresConnection] = []
        var free: Int
        var waiting: [Waiter] = []
    }

    private typealias Waiter = (
        number: Int, continuation: CheckedContinuation<PostgresConnection?, any Error>
    )
    private let tickets = Atomic(0)

    /// How often a transaction that collided with another is tried again.
    private let retries = 20

    init(url: String, options: Database.Options) async throws {
        self.url = url
        self.options = options
        pool = Mutex(Pool(free: max(1, options.connections)))
        // The first connection is made at once, so that a wrong URL is told when the database is opened.
        try await use { _, _ in }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await retried("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    /// Which transactions are visible: where they are the same ones, so is all that is read.
    func stamp() async throws -> Stamp {
        try await use { connection, cancellation in
            let session = PostgresSession(connection, cancellation)
            return Stamp(try session.one("SELECT pg_current_snapshot()::text") { try $0.text(0) } ?? "")
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await retried("BEGIN ISOLATION LEVEL SERIALIZABLE", body)
    }

    private func retried<T: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (Session) throws -> T
    ) async throws -> T {
        for attempt in 0..<retries {
            do {
                return try await transaction(begin, body)
            } catch let error as StorageError where error.kind == .contention {
                // Waiting a little longer and less regularly each time lets one of the two get through.
                let ceiling = min(500, 2 << min(attempt, 8))
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...ceiling)))
            }
        }
        return try await transaction(begin, body)
    }

    /// Later statements of a serializable transaction would not see what another program did while we waited for
    /// its lock, so a change of the schema is read-committed and holds the lock from its first statement on.
    func changeSchema(_ body: @escaping @Sendable (Session) throws -> Void) async throws {
        try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED") { session in
            // Any fixed number will do, so long as every version of the program takes the same.
            try session.executeScript("SELECT pg_advisory_xact_lock(4711201311)")
            try body(session)
        }
    }

    private func transaction<T: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (Session) throws -> T
    ) async throws -> T {
        try await use { connection, cancellation in
            try connection.execute(begin)
            do {
                let result = try body(PostgresSession(connection, cancellation))
                if cancellation.isCancelled { throw CancellationError() }
                try connection.commit()
                return result
            } catch {
                if connection.isSound, connection.isInTransaction { try? connection.execute("ROLLBACK") }
                if (error as? StorageError)?.kind == .contention { connection.forgetPrepared() }
                throw error
            }
        }
    }

    /// Lends a connection to `work`, on the connection's thread. A connection that broke is not put back, and
    /// neither are its idle companions: after a restart of the server they are all dead.
    private func use<T: Sendable>(
        _ work: @escaping @Sendable (PostgresConnection, Cancellation) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        let connection = try await take()
        let cancellation = Cancellation()
        do {
            let result = try await withTaskCancellationHandler {
                try await connection.perform {
                    if cancellation.isCancelled { throw CancellationError() }
                    return try work(connection, cancellation)
                }
            } onCancel: {
                cancellation.cancel()
                connection.cancel()
            }
            giveBack(connection)
            return result
        } catch {
            giveBack(connection)
            if let error = error as? StorageError, error.kind == .timedOut, cancellation.isCancelled {
                throw CancellationError()
            }
            throw error
        }
    }

    /// A connection, at once or when one is given back. Whoever no longer waits leaves the queue.
    private func take() async throws -> PostgresConnection {
        let number = tickets.wrappingAdd(1, ordering: .relaxed).newValue
        let lent = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let ready: PostgresConnection?? = pool.withLock { pool in
                    if let connection = pool.idle.popLast() { return .some(connection) }
                    if pool.free > 0 {
                        pool.free -= 1
                        return .some(nil)
                    }
                    pool.waiting.append((number, continuation))
                    return nil
                }
                if let ready { continuation.resume(returning: ready) }
                if Task.isCancelled { leave(number) }
            }
        } onCancel: {
            leave(number)
        }
        if let lent { return lent }
        do {
            return try await PostgresConnection.open(url, options: options)
        } catch {
            pass(nil)
            throw error
        }
    }

    private func leave(_ number: Int) {
        let waiter = pool.withLock { pool -> Waiter? in
            pool.waiting.firstIndex { $0.number == number }.map { pool.waiting.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    private func giveBack(_ connection: PostgresConnection) {
        if connection.isSound, !connection.isInTransaction {
            pass(connection)
        } else {
            pool.withLock { pool in
                pool.free += pool.idle.count
                pool.idle = []
            }
            pass(nil)
        }
    }

    /// Hands a connection, or the right to open one, to whoever has waited longest.
    private func pass(_ connection: PostgresConnection?) {
        let next = pool.withLock { pool -> Waiter? in
            if !pool.waiting.isEmpty { return pool.waiting.removeFirst() }
            if let connection { pool.idle.append(connection) } else { pool.free += 1 }
            return nil
        }
        next?.continuation.resume(returning: connection)
    }

    func close() async throws {
        pool.withLock { pool in
            pool.free += pool.idle.count
            pool.idle = []
        }
    }

    func backup(to path: String) async throws {
        try await PostgresBackup(url: url).dump(to: path)
    }

    func migrations(inBackup path: String) async throws -> [String] {
        try await PostgresBackup(url: url).migrations(in: path)
    }

    func restore(from path: String) async throws {
        try await PostgresBackup(url: url).restore(from: path)
    }
}
