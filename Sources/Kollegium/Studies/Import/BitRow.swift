/// A set of small numbers, one bit each.
struct BitRow {
    private var words: [UInt64]

    init(_ count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
    }

    /// Adds the number and tells whether it was new.
    mutating func insert(_ number: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(number & 63)
        guard words[number >> 6] & bit == 0 else { return false }
        words[number >> 6] |= bit
        return true
    }
}
