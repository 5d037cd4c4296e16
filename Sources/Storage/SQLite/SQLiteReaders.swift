import GRDB
import Synchronization

/// Connections that read while one writes. GRDB's own pool asks after the schema and prepares its transaction anew at
/// each reading, which takes as long as what a page reads; here a reading costs nothing but its statements.
final class SQLiteReaders: Sendable {
    private struct Contents {
        var idle: [DatabaseQueue] = []
        var opened = 0
        /// Nil tells them to look again: there is no connection to wait for any more, or all is closed.
        var waiting: [CheckedContinuation<DatabaseQueue?, Never>] = []
        var isClosed = false
    }

    private let contents = Mutex(Contents())
    private let path: String
    private let configuration: Configuration

    init(path: String, configuration: Configuration) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        // What a page reads is little; a server's connections together are to stay well below 200 MB.
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA cache_size = -8192") }
        self.configuration = configuration
    }

    /// Runs `body` on a connection that nobody else uses meanwhile; waits its turn where all are in use.
    func read<T: Sendable>(_ body: @Sendable (GRDB.Database) throws -> T) async throws -> T {
        let connection = try await take()
        defer { giveBack(connection) }
        return try await connection.unsafeRead(body)
    }

    /// Waits for what is being read, and closes all. Whoever waits to read is turned away.
    func close() async throws {
        let (opened, turned) = contents.withLock { contents in
            contents.isClosed = true
            defer { (contents.opened, contents.waiting) = (0, []) }
            return (contents.opened, contents.waiting)
        }
        for turn in turned { turn.resume(returning: nil) }
        for _ in 0..<opened { try await idle(evenIfClosed: true)?.close() }
    }

    private func take() async throws -> DatabaseQueue {
        enum Next { case wait, open }
        while true {
            let next = try contents.withLock { contents -> Next in
                guard !contents.isClosed else {
                    throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "closed")
                }
                guard contents.idle.isEmpty, contents.opened < configuration.maximumReaderCount else {
                    return .wait
                }
                contents.opened += 1
                return .open
            }
            if next == .open { return try open() }
            if let connection = await idle() { return connection }
        }
    }

    private func open() throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            // The others may be waiting for this one alone.
            let waiting = contents.withLock { contents in
                contents.opened -= 1
                defer { contents.waiting = [] }
                return contents.waiting
            }
            for turn in waiting { turn.resume(returning: nil) }
            throw error
        }
    }

    private func idle(evenIfClosed: Bool = false) async -> DatabaseQueue? {
        await withCheckedContinuation { turn in
            let (connection, isOver) = contents.withLock { contents -> (DatabaseQueue?, Bool) in
                if let connection = contents.idle.popLast() { return (connection, true) }
                if contents.opened == 0, !evenIfClosed { return (nil, true) }
                contents.waiting.append(turn)
                return (nil, false)
            }
            if isOver { turn.resume(returning: connection) }
        }
    }

    private func giveBack(_ connection: DatabaseQueue) {
        let turn = contents.withLock { contents -> CheckedContinuation<DatabaseQueue?, Never>? in
            guard contents.waiting.isEmpty else { return contents.waiting.removeFirst() }
            contents.idle.append(connection)
            return nil
        }
        turn?.resume(returning: connection)
    }
}
