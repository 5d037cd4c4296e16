/// Many rows on their way into one table: `COPY` on PostgreSQL, one prepared insert on SQLite.
///
/// Give the values of a row in the order of the columns, then `endRow()`. Rows may be held back until
/// `flush()`, so when a load `isFull` the tables that it refers to are flushed first, then it.
public class BulkLoad {
    init() {}

    public func integer(_ value: Int64?) {}
    public func real(_ value: Double?) {}
    /// Text in UTF-8 without NUL.
    public func text(_ bytes: UnsafeRawBufferPointer?) {}
    public func endRow() throws {}

    /// Whether more rows are held back than memory should hold.
    public var isFull: Bool { false }
    /// Sends what is held back. Nothing is in the table for certain before this has returned.
    public func flush() throws {}

    public func text(_ string: String?) {
        guard var string else { return text(nil as UnsafeRawBufferPointer?) }
        string.withUTF8 { text(UnsafeRawBufferPointer($0)) }
    }

    /// A whole row of values, for loads where ease matters more than the last microsecond.
    public func row(_ values: (any ValueConvertible)?...) throws {
        for value in values {
            switch value?.value ?? .null {
            case .null: integer(nil)
            case .integer(let number): integer(number)
            case .real(let number): real(number)
            case .text(let string): text(string)
            }
        }
        try endRow()
    }
}
