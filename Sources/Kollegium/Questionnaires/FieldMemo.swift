/// Remembers what the field of the row before meant. Rows of one person follow each other, so most look-ups of
/// a large file are comparisons of a few bytes.
struct FieldMemo<Meaning> {
    private var bytes: [UInt8] = []
    private var split = -1
    private var meaning: Meaning?

    mutating func value(_ field: CSVField, else find: () -> Meaning?) -> Meaning? {
        if split == field.bytes.count, equal(field, from: 0) { return meaning }
        guard let found = find() else { return nil }
        bytes = Array(field.bytes)
        split = bytes.count
        meaning = found
        return found
    }

    /// The same for two fields that mean something together only.
    mutating func value(_ one: CSVField, _ other: CSVField, else find: () -> Meaning?) -> Meaning? {
        if split == one.bytes.count, bytes.count == split + other.bytes.count, equal(one, from: 0),
            equal(other, from: split)
        {
            return meaning
        }
        guard let found = find() else { return nil }
        bytes = Array(one.bytes) + Array(other.bytes)
        split = one.bytes.count
        meaning = found
        return found
    }

    private func equal(_ field: CSVField, from start: Int) -> Bool {
        guard bytes.count >= start + field.bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { known in
            for index in 0..<field.bytes.count where known[start + index] != field.bytes[index] {
                return false
            }
            return true
        }
    }
}
