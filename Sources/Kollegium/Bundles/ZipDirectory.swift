import Foundation

/// A look at the central directory of a zip before libarchive takes it into memory: how many entries it has,
/// and which names libarchive would not show as they are. It stops at a NUL, and makes slashes of backslashes.
struct ZipDirectory {
    let size: Int64
    private(set) var entryCount = 0
    private(set) var alteredNames: [[UInt8]] = []

    /// Walks the directory of the zip at `path`, at most `limit + 1` entries of it. Throws `BundleError` for
    /// what is no zip or has lost its end.
    init(path: String, limit: Int) throws {
        let file = try FileBytes(path: path)
        size = file.size
        let tail = try file.bytes(at: max(0, size - 65_557), count: 65_557)
        guard let end = Self.endRecord(tail) else {
            let isZip = try file.bytes(at: 0, count: 4) == [0x50, 0x4B, 3, 4]
            throw BundleError(isZip ? .damagedZip : .notABundle, file: path)
        }
        var offset = Int64(tail.little(end + 16, 4))
        var expected = tail.little(end + 10, 2)
        if offset == 0xFFFF_FFFF || expected == 0xFFFF {
            // The true values are in the record of large zips (zip64), to which a locator of 20 bytes points.
            let locator = end >= 20 ? tail.little(end - 12, 8) : 0
            let record = try file.bytes(at: Int64(clamping: locator), count: 56)
            guard record.count == 56, record.starts(with: [0x50, 0x4B, 6, 6]) else {
                throw BundleError(.damagedZip, file: path)
            }
            expected = record.little(32, 8)
            offset = Int64(clamping: record.little(48, 8))
        }
        try walk(file, from: offset, limit: limit)
        guard entryCount > limit || entryCount == expected else { throw BundleError(.damagedZip, file: path) }
    }

    private mutating func walk(_ file: FileBytes, from start: Int64, limit: Int) throws {
        var offset = start
        while entryCount <= limit {
            let head = try file.bytes(at: offset, count: 46)
            guard head.count == 46, head.starts(with: [0x50, 0x4B, 1, 2]) else { return }
            let nameLength = head.little(28, 2)
            let name = try file.bytes(at: offset + 46, count: Int(nameLength))
            if name.contains(0) || name.contains(UInt8(ascii: "\\")), alteredNames.count < 100 {
                alteredNames.append(name)
            }
            offset += 46 + Int64(nameLength + head.little(30, 2) + head.little(32, 2))
            entryCount += 1
        }
    }

    /// Where the record that ends every zip begins: the last place that has its mark.
    private static func endRecord(_ tail: [UInt8]) -> Int? {
        guard tail.count >= 22 else { return nil }
        return stride(from: tail.count - 22, through: 0, by: -1).first {
            tail[$0] == 0x50 && tail[$0 + 1] == 0x4B && tail[$0 + 2] == 5 && tail[$0 + 3] == 6
        }
    }
}

/// Bytes of a file from any place in it.
private final class FileBytes {
    private let descriptor: Int32
    private let path: String
    let size: Int64

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BundleError(.unreadable(errno), file: path) }
        size = Int64(lseek(descriptor, 0, SEEK_END))
    }

    deinit { close(descriptor) }

    /// Up to `count` bytes; fewer where the file ends.
    func bytes(at offset: Int64, count: Int) throws -> [UInt8] {
        guard offset >= 0, offset <= size else { return [] }
        return try Array(unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let room = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let read = pread(descriptor, room.baseAddress, room.count, off_t(offset) + filled)
                if read == 0 { return }
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { throw BundleError(.unreadable(errno), file: path) }
                filled += read
            }
        }
    }
}

extension [UInt8] {
    /// The unsigned number whose bytes begin at `offset`, the lowest first.
    fileprivate func little(_ offset: Int, _ count: Int) -> UInt64 {
        self[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
