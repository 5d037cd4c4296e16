import Foundation

/// The content of one field, quotes taken away. The bytes are UTF-8, lie in the reader's buffer and are valid
/// until its next `next()`.
struct CSVField: Equatable {
    let bytes: UnsafeBufferPointer<UInt8>

    /// A quoted empty field equals an empty one, and a column that the file does not have is empty.
    var isEmpty: Bool { bytes.isEmpty }

    /// The content as text of its own, which outlives the record.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// A whole number in plain decimal, a minus before it if need be. Nil for everything else: an empty field,
    /// a plus sign, spaces, decimals, and numbers beyond 64 bits.
    func integer() -> Int? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? bytes.dropFirst() : bytes[...]
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            let digit = Int(byte) - 48
            guard 0...9 ~= digit else { return nil }
            // The sum goes below zero, because the smallest number has no positive twin.
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (difference, tooSmall) = product.subtractingReportingOverflow(digit)
            guard !tooLarge, !tooSmall else { return nil }
            value = difference
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// Same bytes. No canonical equivalence here: identifiers are compared through `IdentifierTable`.
    static func == (left: CSVField, right: CSVField) -> Bool {
        equal(left.bytes, right.bytes.baseAddress, right.bytes.count)
    }

    static func == (left: CSVField, right: StaticString) -> Bool {
        equal(left.bytes, right.utf8Start, right.utf8CodeUnitCount)
    }

    private static func equal(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafePointer<UInt8>?, _ count: Int
    ) -> Bool {
        guard left.count == count else { return false }
        guard let start = left.baseAddress, let right, count > 0 else { return true }
        return memcmp(start, right, count) == 0
    }
}
