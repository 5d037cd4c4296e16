import Foundation

/// A zip put together byte by byte, so that it can be wrong in every way. Contents are stored, or are handed
/// in packed already.
struct HandmadeZip {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8] = []
        /// 0 is stored, 8 is deflate, and the content then is packed.
        var method: UInt16 = 0
        var flags: UInt16 = 0
        /// The kind and rights of a file as Unix has them, 0o100644 for a plain one.
        var mode: UInt32 = 0o100644
        var checksum: UInt32?
        /// The unpacked size that the zip claims.
        var claimedSize: UInt32?
        var extra: [UInt8] = []

        init(_ name: String, _ content: String = "") {
            self.name = Array(name.utf8)
            self.content = Array(content.utf8)
        }
    }

    var entries: [Entry]
    var comment: [UInt8] = []

    init(_ entries: [Entry]) { self.entries = entries }

    init(_ files: KeyValuePairs<String, String>) { entries = files.map { Entry($0.key, $0.value) } }

    var bytes: [UInt8] {
        var zip: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = zip.count
            let checksum = entry.checksum ?? Self.checksum(entry.content)
            let size = entry.claimedSize ?? UInt32(entry.content.count)
            let common =
                little(20, 2) + little(entry.flags, 2) + little(entry.method, 2) + little(0, 2)
                + little(0x21, 2)
                + little(checksum, 4) + little(entry.content.count, 4) + little(size, 4)
                + little(entry.name.count, 2)
                + little(entry.extra.count, 2)
            zip += [0x50, 0x4B, 3, 4] + common + entry.name + entry.extra + entry.content
            // 3 in the upper byte of the version says that the rights are those of Unix.
            directory += [0x50, 0x4B, 1, 2, 20, 3] + common
            directory += little(0, 2) + little(0, 2) + little(0, 2)
            directory += little(entry.mode << 16, 4) + little(offset, 4) + entry.name + entry.extra
        }
        let start = zip.count
        zip += directory
        zip += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(entries.count, 2) + little(entries.count, 2)
        zip += little(directory.count, 4) + little(start, 4) + little(comment.count, 2) + comment
        return zip
    }

    private func little(_ number: some BinaryInteger, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: Int(number) >> ($0 * 8)) }
    }

    /// CRC-32 as zip has it, bit by bit.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { checksum, byte in
            (0..<8).reduce(checksum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }

    /// Zeros packed with deflate, stored blocks aside: one block in the fixed code, in which 258 zeros take
    /// 13 bits, so that the bytes are about 1 to 160.
    static func packedZeros(_ runs: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var pending: UInt64 = 0
        var count: UInt64 = 0
        func put(_ value: UInt64, _ bits: UInt64) {
            pending |= value << count
            count += bits
            while count >= 8 {
                bytes.append(UInt8(pending & 0xFF))
                pending >>= 8
                count -= 8
            }
        }
        // Last block, fixed code; the literal 0 is 00110000 with its first bit first.
        put(0b011, 3)
        put(0b0000_1100, 8)
        // Length 258 is 11000101, distance 1 is 00000.
        for _ in 0..<runs {
            put(0b1010_0011, 8)
            put(0, 5)
        }
        put(0, 7)
        put(0, 7)
        return bytes
    }
}
