import GRDB
import GRDBSQLite

extension StorageError {
    /// SQLite's result code in our terms.
    static func sqlite(_ code: CInt, _ message: String) -> StorageError {
        let kind: Kind =
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked
            case SQLITE_FULL: .full
            case SQLITE_READONLY: .readOnly
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
            case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
            case SQLITE_CONSTRAINT: .constraint
            // A write that the file system cuts short (a quota, a size limit) comes as an I/O error.
            case SQLITE_IOERR: .full
            case SQLITE_INTERRUPT: .timedOut
            default: .programming
            }
        return StorageError(kind, "SQLite \(code): \(message)")
    }

    static func sqlite(_ error: DatabaseError) -> StorageError {
        sqlite(error.extendedResultCode.rawValue, error.message ?? "")
    }
}
