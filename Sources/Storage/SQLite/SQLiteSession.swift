import GRDB
import GRDBSQLite

/// A transaction on an SQLite connection. Statements are prepared once per connection and used again: to prepare one
/// takes longer than to run it.
final class SQLiteSession: Session {
    private let database: GRDB.Database
    private let connection: OpaquePointer
    /// What was used, to be emptied in the end.
    private var statements: [ObjectIdentifier: Statement] = [:]
    private var nextKeys: [String: Int64] = [:]
    private let watch: Watch
    private let timeout: Duration?

    /// What SQLite asks every few thousand steps: go on, or has the time run out or the task gone?
    private final class Watch {
        var deadline: ContinuousClock.Instant?
        let cancellation: Cancellation

        init(_ cancellation: Cancellation) {
            self.cancellation = cancellation
        }

        var stops: Bool {
            cancellation.isCancelled || deadline.map { ContinuousClock.now > $0 } ?? false
        }
    }

    init(
        _ database: GRDB.Database, _ connection: OpaquePointer, timeout: Duration?,
        _ cancellation: Cancellation
    ) {
        self.database = database
        self.connection = connection
        self.timeout = timeout
        watch = Watch(cancellation)
        super.init()
        sqlite3_progress_handler(
            connection, 5_000,
            { Unmanaged<Watch>.fromOpaque($0!).takeUnretainedValue().stops ? 1 : 0 },
            Unmanaged.passUnretained(watch).toOpaque())
    }

    /// Gives the connection back as it was found, with nobody's values left in its statements.
    func end() {
        for statement in statements.values { sqlite3_clear_bindings(statement.sqliteStatement) }
        statements = [:]
        sqlite3_progress_handler(connection, 0, nil, nil)
    }

    /// Everything in `body` or nothing. The lock is taken at once, so that a transaction that has begun is not
    /// turned away half-way.
    func transaction<T>(_ body: () throws -> T) throws -> T {
        try script("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try refuseWhenCancelled()
            try script("COMMIT")
            return result
        } catch {
            // After a full disk SQLite may have rolled back by itself; then there is nothing left to undo.
            if sqlite3_get_autocommit(connection) == 0 {
                watch.deadline = nil
                sqlite3_progress_handler(connection, 0, nil, nil)
                sqlite3_exec(connection, "ROLLBACK", nil, nil, nil)
            }
            throw error
        }
    }

    /// Everything that `body` reads was true at the same moment. Only for a connection that never writes.
    func snapshot<T>(_ body: () throws -> T) throws -> T {
        try mark("BEGIN")
        do {
            let result = try body()
            try mark("COMMIT")
            return result
        } catch {
            sqlite3_exec(connection, "ROLLBACK", nil, nil, nil)
            throw error
        }
    }

    private func mark(_ sql: String) throws {
        let statement = try prepare(sql)
        defer { sqlite3_reset(statement) }
        _ = try step(statement)
    }

    override func query(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        let statement = try bound(sql, values)
        defer { sqlite3_reset(statement) }
        let row = Row(source: SQLiteRow(statement))
        while try step(statement) { try body(row) }
    }

    override func run(_ sql: String, _ values: [Value]) throws -> Int {
        let statement = try bound(sql, values)
        defer { sqlite3_reset(statement) }
        while try step(statement) {}
        return Int(sqlite3_changes(connection))
    }

    override func executeScript(_ sql: String) throws {
        let sql = Migration.translated(
            sql,
            [
                "{key}": "INTEGER PRIMARY KEY AUTOINCREMENT", "{integer}": "INTEGER", "{real}": "REAL",
                "{text}": "TEXT",
                "{table}": "STRICT", "{clustered}": "STRICT, WITHOUT ROWID",
            ])
        try script(sql)
    }

    override func load(into table: String, _ columns: [String]) throws -> BulkLoad {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        return SQLiteBulkLoad(try prepare(sql), width: columns.count, failure: failure)
    }

    override func nextKey(in table: String) throws -> Int64 {
        // What SQLite remembers of a table with AUTOINCREMENT, so that the key of a row that is gone stays unused.
        let key =
            try nextKeys[table]
            ?? (one("SELECT seq FROM sqlite_sequence WHERE name = ?", table) { try $0.key(0) } ?? 0) + 1
        nextKeys[table] = key + 1
        return key
    }

    override func hasTable(_ name: String) throws -> Bool {
        try one("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name) { _ in true } ?? false
    }

    override func integrityFindings() throws -> [String] {
        let pages = try all("PRAGMA integrity_check(100)") { try $0.text(0) }.filter { $0 != "ok" }
        let orphans = try all("PRAGMA foreign_key_check") { row in
            "\(row.textIfAny(0) ?? "") row \(row.keyIfAny(1) ?? 0) refers to a missing row of \(try row.text(2))"
        }
        return pages + orphans
    }

    // MARK: Statements

    private func bound(_ sql: String, _ values: [Value]) throws -> OpaquePointer {
        try refuseWhenCancelled()
        let statement = try prepare(sql)
        guard sqlite3_bind_parameter_count(statement) == values.count else {
            throw StorageError(.programming, "\(values.count) values for: \(sql)")
        }
        for (index, value) in values.enumerated() {
            let place = CInt(index + 1)
            switch value {
            case .null: sqlite3_bind_null(statement, place)
            case .integer(let number): sqlite3_bind_int64(statement, place, number)
            case .real(let number): sqlite3_bind_double(statement, place, number)
            case .text(let text):
                sqlite3_bind_text64(
                    statement, place, text, sqlite3_uint64(text.utf8.count), copied, UInt8(SQLITE_UTF8))
            }
        }
        watch.deadline = timeout.map { ContinuousClock.now + $0 }
        return statement
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        do {
            let statement = try database.cachedStatement(sql: sql)
            statements[ObjectIdentifier(statement)] = statement
            return statement.sqliteStatement
        } catch let error as DatabaseError {
            throw StorageError.sqlite(error)
        }
    }

    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure()
        }
    }

    private func script(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    private func refuseWhenCancelled() throws {
        if watch.cancellation.isCancelled { throw CancellationError() }
    }

    private func failure() -> StorageError {
        .sqlite(sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)))
    }
}

/// Tells SQLite to copy a bound text, which ours does not outlive.
let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// The row that an SQLite statement stands on.
private final class SQLiteRow: RowSource {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    func integer(_ column: Int) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(statement, CInt(column))
    }

    func real(_ column: Int) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(statement, CInt(column))
    }

    func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        guard !isNull(column), let text = sqlite3_column_text(statement, CInt(column)) else { return nil }
        return UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, CInt(column))))
    }

    private func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL
    }
}
