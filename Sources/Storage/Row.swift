/// One row of a result, valid while the closure that was handed it runs. Columns are counted from 0.
public struct Row {
    let source: any RowSource

    /// The column's integer; a null is an error, because the statement promised one.
    public func integer(_ column: Int) throws -> Int {
        guard let value = source.integer(column) else { throw StorageError.unexpectedNull(column) }
        return Int(value)
    }

    public func key(_ column: Int) throws -> Int64 {
        guard let value = source.integer(column) else { throw StorageError.unexpectedNull(column) }
        return value
    }

    public func keyIfAny(_ column: Int) -> Int64? {
        source.integer(column)
    }

    public func realIfAny(_ column: Int) -> Double? {
        source.real(column)
    }

    public func text(_ column: Int) throws -> String {
        guard let value = textIfAny(column) else { throw StorageError.unexpectedNull(column) }
        return value
    }

    public func textIfAny(_ column: Int) -> String? {
        source.bytes(column).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The column as the engine writes it in UTF-8, nil for a null. For whoever passes millions of rows on
    /// and has no use for a `String` of each.
    public func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        source.bytes(column)
    }
}

/// Where a row's columns are read from: an engine's own cursor.
protocol RowSource: AnyObject {
    func integer(_ column: Int) -> Int64?
    func real(_ column: Int) -> Double?
    func bytes(_ column: Int) -> UnsafeRawBufferPointer?
}
