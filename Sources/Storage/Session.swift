/// A connection inside one transaction, handed to the closures of `Database.read` and `Database.write`.
///
/// It belongs to the thread that the closure runs on and dies with the transaction: pass it down, never keep
/// it. While the rows of a statement are being read, no other statement may run on it.
public class Session {
    private var isReadingRows = false

    init() {}

    // MARK: Statements

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    public func execute(_ sql: String, _ values: (any ValueConvertible)?...) throws -> Int {
        try changes(sql, values.map { $0?.value ?? .null })
    }

    /// Hands each row to `body` as it arrives; memory does not grow with their number, unless the engine may fetch
    /// them `atOnce`, which is quicker for thousands.
    public func each(
        _ sql: String, _ values: (any ValueConvertible)?..., atOnce: Bool = false, body: (Row) throws -> Void
    ) throws {
        try rows(sql, values.map { $0?.value ?? .null }, atOnce: atOnce, body)
    }

    /// All rows, each made into a value.
    public func all<T>(
        _ sql: String, _ values: (any ValueConvertible)?..., as make: (Row) throws -> T
    ) throws -> [T] {
        var result: [T] = []
        try rows(sql, values.map { $0?.value ?? .null }, atOnce: true) { result.append(try make($0)) }
        return result
    }

    /// The first row made into a value, nil where there is none.
    public func one<T>(
        _ sql: String, _ values: (any ValueConvertible)?..., as make: (Row) throws -> T
    ) throws -> T? {
        var result: T?
        try rows(sql, values.map { $0?.value ?? .null }, atOnce: true) { row in
            if result == nil { result = try make(row) }
        }
        return result
    }

    /// As `each`, for a statement of which a part is put together, with its values as a list.
    public func each(
        _ sql: String, values: [Value], atOnce: Bool = false, body: (Row) throws -> Void
    ) throws {
        try rows(sql, values, atOnce: atOnce, body)
    }

    /// As `all`, with the values as a list.
    public func all<T>(_ sql: String, values: [Value], as make: (Row) throws -> T) throws -> [T] {
        var result: [T] = []
        try rows(sql, values, atOnce: true) { result.append(try make($0)) }
        return result
    }

    /// As `one`, with the values as a list.
    public func one<T>(_ sql: String, values: [Value], as make: (Row) throws -> T) throws -> T? {
        var result: T?
        try rows(sql, values, atOnce: true) { row in
            if result == nil { result = try make(row) }
        }
        return result
    }

    private func rows(
        _ sql: String, _ values: [Value], atOnce: Bool = false, _ body: (Row) throws -> Void
    ) throws {
        try refuseNUL(values)
        try refuseNesting(sql)
        isReadingRows = true
        defer { isReadingRows = false }
        if atOnce {
            try queryAtOnce(sql, values, body)
        } else {
            try query(sql, values, body)
        }
    }

    private func changes(_ sql: String, _ values: [Value]) throws -> Int {
        try refuseNUL(values)
        try refuseNesting(sql)
        return try run(sql, values)
    }

    private func refuseNesting(_ sql: String) throws {
        guard !isReadingRows else {
            throw StorageError(.programming, "a statement inside the rows of another: \(sql)")
        }
    }

    private func refuseNUL(_ values: [Value]) throws {
        for case .text(let text) in values where text.utf8.contains(0) {
            throw StorageError(.nulInText, "a text holds a NUL character")
        }
    }

    // MARK: What each engine does its own way

    func query(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        throw StorageError(.programming, "no engine")
    }

    /// As `query`, for results that the caller keeps whole anyhow.
    func queryAtOnce(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        try query(sql, values, body)
    }

    func run(_ sql: String, _ values: [Value]) throws -> Int {
        throw StorageError(.programming, "no engine")
    }

    /// Runs statements without values, in the DDL words of `Migration`.
    public func executeScript(_ sql: String) throws {
        throw StorageError(.programming, "no engine")
    }

    /// The fastest way in for many rows; see `BulkLoad`.
    public func load(into table: String, _ columns: [String]) throws -> BulkLoad {
        throw StorageError(.programming, "no engine")
    }

    /// The next free key of a table whose primary key is `id`, for rows that are loaded in bulk and must know
    /// their key beforehand. A key is given once; those not used stay unused.
    public func nextKey(in table: String) throws -> Int64 {
        throw StorageError(.programming, "no engine")
    }

    /// Lets no other transaction that does the same run beside this one. It must be the first statement.
    public func lock(_ table: String) throws {}

    public func hasTable(_ name: String) throws -> Bool {
        throw StorageError(.programming, "no engine")
    }

    /// The engine's own findings about the soundness of what it stores, in its words; empty where all is well.
    public func integrityFindings() throws -> [String] {
        throw StorageError(.programming, "no engine")
    }

    /// Brings the engine's knowledge of how values are spread up to date, after many rows came or went.
    public func analyze() throws {
        try executeScript("ANALYZE")
    }
}
