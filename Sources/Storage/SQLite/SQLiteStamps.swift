import GRDB
import Synchronization

/// SQLite counts, for each connection, what others have committed. This one never writes, so it counts everything.
final class SQLiteStamps: Sendable {
    private let path: String
    private let configuration: Configuration
    private let connection = Mutex<DatabaseQueue?>(nil)

    init(path: String, configuration: Configuration) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        self.configuration = configuration
    }

    func next() throws -> Stamp {
        try connection.withLock { connection in
            let open = try connection ?? DatabaseQueue(path: path, configuration: configuration)
            connection = open
            return try open.unsafeRead { db in
                Stamp("\(try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0)")
            }
        }
    }

    func close() throws {
        try connection.withLock { connection in
            try connection?.close()
            connection = nil
        }
    }
}
