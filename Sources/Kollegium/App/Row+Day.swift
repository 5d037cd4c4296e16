import Storage

extension Row {
    /// The column's day; of a local time, the day that it begins with.
    func day(_ column: Int) throws -> Day {
        // A null is refused as it is in any text that the statement promised.
        guard let day = try dayIfAny(column) else { throw StorageError.noDay(try text(column), column) }
        return day
    }

    func dayIfAny(_ column: Int) throws -> Day? {
        guard let bytes = bytes(column) else { return nil }
        guard let day = Day(bytes.prefix(10)) else {
            throw StorageError.noDay(String(decoding: bytes, as: UTF8.self), column)
        }
        return day
    }
}

extension StorageError {
    fileprivate static func noDay(_ text: String, _ column: Int) -> StorageError {
        StorageError(.damaged, "column \(column) should hold a day and holds “\(text)”")
    }
}
