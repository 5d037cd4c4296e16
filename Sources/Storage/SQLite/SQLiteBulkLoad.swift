import GRDBSQLite

/// One prepared insert, run for each row as it comes.
final class SQLiteBulkLoad: BulkLoad {
    private let statement: OpaquePointer
    private let width: CInt
    private let failure: () -> StorageError
    private var place: CInt = 0

    init(_ statement: OpaquePointer, width: Int, failure: @escaping () -> StorageError) {
        self.statement = statement
        self.width = CInt(width)
        self.failure = failure
    }

    override func integer(_ value: Int64?) {
        place += 1
        if let value {
            sqlite3_bind_int64(statement, place, value)
        } else {
            sqlite3_bind_null(statement, place)
        }
    }

    override func real(_ value: Double?) {
        place += 1
        if let value {
            sqlite3_bind_double(statement, place, value)
        } else {
            sqlite3_bind_null(statement, place)
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer?) {
        place += 1
        guard let bytes else {
            sqlite3_bind_null(statement, place)
            return
        }
        let start = bytes.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
        // An empty text is not a null: it needs an address even so.
        withUnsafePointer(to: 0 as CChar) { empty in
            _ = sqlite3_bind_text64(
                statement, place, start ?? empty, sqlite3_uint64(bytes.count), copied, UInt8(SQLITE_UTF8))
        }
    }

    override func endRow() throws {
        guard place == width else { throw StorageError(.programming, "\(place) values for \(width) columns") }
        place = 0
        let result = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard result == SQLITE_DONE else { throw failure() }
    }
}
