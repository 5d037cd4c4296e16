import Foundation

/// Numbers identifiers from 0 in the order in which they were first met, in little memory: the bytes of all of
/// them one after the other, an offset of 8 bytes for each, and a table of 4-byte places that is between three
/// eighths and three quarters full.
///
/// Identifiers are compared as code points after NFC, so `å` in one character and in two is the same.
final class IdentifierTable {
    private var arena: [UInt8] = []
    /// Where each identifier begins in the arena, and where the last one ends.
    private var offsets: [Int] = [0]
    /// Index + 1 of the identifier at each place, 0 where there is none. The size is a power of two.
    private var places: [UInt32] = Array(repeating: 0, count: 16)
    private let hash = IdentifierHash()

    init() {}

    var count: Int { offsets.count - 1 }

    /// The number of the identifier, given now if it was not known.
    func insert(_ field: CSVField) -> (index: Int, isNew: Bool) {
        withNormalized(field.bytes) { insert(normalized: $0) }
    }

    func insert(_ text: String) -> (index: Int, isNew: Bool) {
        var text = text
        return text.withUTF8 { bytes in withNormalized(bytes) { insert(normalized: $0) } }
    }

    /// The number of the identifier, nil where it is not known.
    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        withNormalized(bytes) { bytes in
            let place = place(of: bytes)
            return places[place] == 0 ? nil : Int(places[place]) - 1
        }
    }

    func find(_ field: CSVField) -> Int? { find(field.bytes) }

    func find(_ text: String) -> Int? {
        var text = text
        return text.withUTF8(find)
    }

    /// The identifier in NFC.
    subscript(index: Int) -> String {
        String(decoding: arena[offsets[index]..<offsets[index + 1]], as: UTF8.self)
    }

    private func insert(normalized bytes: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
        var place = place(of: bytes)
        if places[place] != 0 { return (Int(places[place]) - 1, false) }
        if (count + 1) * 4 > places.count * 3 {
            grow()
            place = self.place(of: bytes)
        }
        arena.append(contentsOf: bytes)
        offsets.append(arena.count)
        places[place] = UInt32(count)
        return (count - 1, true)
    }

    /// The place where the identifier is, or the empty one where it belongs.
    private func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash(bytes)) & mask
        while places[place] != 0, !isEqual(Int(places[place]) - 1, bytes) {
            place = (place + 1) & mask
        }
        return place
    }

    private func isEqual(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let (start, end) = (offsets[index], offsets[index + 1])
        guard end - start == bytes.count else { return false }
        guard let other = bytes.baseAddress, !bytes.isEmpty else { return true }
        return arena.withUnsafeBytes { arena in
            arena.baseAddress.map { memcmp($0 + start, other, bytes.count) == 0 } ?? false
        }
    }

    private func grow() {
        let mask = places.count * 2 - 1
        places = Array(repeating: 0, count: mask + 1)
        arena.withUnsafeBufferPointer { arena in
            for index in 0..<count {
                let bytes = UnsafeBufferPointer(rebasing: arena[offsets[index]..<offsets[index + 1]])
                var place = Int(truncatingIfNeeded: hash(bytes)) & mask
                while places[place] != 0 { place = (place + 1) & mask }
                places[place] = UInt32(index + 1)
            }
        }
    }

    /// Hands on the bytes in NFC. Text with nothing from U+0300 on, which is to say no byte from 0xCC on,
    /// always is, and nearly all identifiers are such.
    private func withNormalized<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard bytes.contains(where: { $0 >= 0xCC }) else { return body(bytes) }
        var text = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
        return text.withUTF8(body)
    }
}
