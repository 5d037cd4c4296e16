import Foundation

/// A fast hash of bytes with a secret drawn anew for each table, so that no file can be made whose identifiers
/// all fall into the same place.
struct IdentifierHash {
    private let first: UInt64
    private let second: UInt64

    init() {
        first = .random(in: .min ... .max) | 1
        second = .random(in: .min ... .max) | 1
    }

    /// Eight bytes at a time are mixed in by a multiplication to 128 bits whose halves are folded together.
    @inline(__always)
    func callAsFunction(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let start = bytes.baseAddress.map(UnsafeRawPointer.init) else { return first }
        var hash = Self.fold(first ^ UInt64(bytes.count), second)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = Self.fold(hash ^ start.loadUnaligned(fromByteOffset: offset, as: UInt64.self), second)
            offset += 8
        }
        if offset < bytes.count {
            var last: UInt64 = 0
            memcpy(&last, start + offset, bytes.count - offset)
            hash = Self.fold(hash ^ last, second)
        }
        return Self.fold(hash, first)
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
