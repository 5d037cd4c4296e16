import Storage

/// The bulk loads of an import, one a table, flushed together in an order in which parents come first.
final class BulkWriter {
    private var session: Session?
    private var loads: [TableLoad] = []

    private static let parentsFirst = [
        "extras", "schools", "school_profiles", "people", "study_people", "teams", "memberships", "meetings",
        "attendance", "evidence", "events", "sheets", "answers",
    ]

    /// Goes on in another transaction; everything before it is flushed.
    func enter(_ session: Session) {
        self.session = session
        for load in loads { load.forget() }
    }

    func load(into table: String, _ columns: [String]) -> TableLoad {
        let load = TableLoad(self, table, columns)
        loads.append(load)
        loads.sort { Self.rank($0) < Self.rank($1) }
        return load
    }

    func nextKey(in table: String) throws -> Int64 {
        try current().nextKey(in: table)
    }

    func flush() throws {
        for load in loads { try load.flush() }
    }

    fileprivate func current() throws -> Session {
        guard let session else { throw StorageError(.programming, "an import outside a transaction") }
        return session
    }

    private static func rank(_ load: TableLoad) -> Int {
        parentsFirst.firstIndex(of: load.table) ?? parentsFirst.count
    }
}

/// One table's bulk load, opened anew in each transaction.
final class TableLoad {
    let table: String
    private let columns: [String]
    private unowned let writer: BulkWriter
    private var load: BulkLoad?

    fileprivate init(_ writer: BulkWriter, _ table: String, _ columns: [String]) {
        self.writer = writer
        self.table = table
        self.columns = columns
    }

    /// The load to give the next row to.
    func rows() throws -> BulkLoad {
        if let load {
            if load.isFull { try writer.flush() }
            return load
        }
        let opened = try writer.current().load(into: table, columns)
        load = opened
        return opened
    }

    fileprivate func flush() throws {
        try load?.flush()
    }

    fileprivate func forget() {
        load = nil
    }
}
