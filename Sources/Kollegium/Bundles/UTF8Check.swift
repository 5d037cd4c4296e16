/// Whether bytes are well-formed UTF-8 in the strict sense of the Unicode standard (table 3-7): no overlong
/// forms, no surrogates, nothing beyond U+10FFFF.
enum UTF8Check {
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard var next = bytes.baseAddress else { return true }
        let end = next + bytes.count
        while next < end {
            let first = next.pointee
            if first < 0x80 {
                // Most text is ASCII, so eight such bytes are taken at once.
                if end - next >= 8, UnsafeRawPointer(next).loadUnaligned(as: UInt64.self) & highBits == 0 {
                    next += 8
                } else {
                    next += 1
                }
                continue
            }
            guard let (count, second) = sequence(startingWith: first), end - next >= count,
                second.contains(next[1])
            else { return false }
            for index in 2..<max(2, count) where next[index] & 0xC0 != 0x80 { return false }
            next += count
        }
        return true
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The length of a sequence by its first byte, and what its second byte may be.
    private static func sequence(startingWith first: UInt8) -> (Int, ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
