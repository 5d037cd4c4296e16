import Foundation

@testable import Kollegium

/// Bytes in memory, given out in pieces of a size of one's own choosing.
final class PiecewiseStream: ByteStream {
    private var rest: ArraySlice<UInt8>
    private let pieceSize: Int

    init(_ bytes: some Sequence<UInt8>, pieceSize: Int = 4_096) {
        rest = Array(bytes)[...]
        self.pieceSize = pieceSize
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let piece = rest.prefix(min(pieceSize, buffer.count))
        buffer.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}

/// A stream that fails after some bytes, as a damaged zip does.
final class BreakingStream: ByteStream {
    private let whole: PiecewiseStream

    init(_ bytes: some Sequence<UInt8>) { whole = PiecewiseStream(bytes) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try whole.read(into: buffer)
        if count == 0 { throw BundleError(.damagedEntry, file: "broken.csv") }
        return count
    }
}

/// Numbers that look random and are the same each time (SplitMix64).
struct RepeatableRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A folder of its own for one test, gone with it.
final class BundleTestFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "bundle-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, and the folders above it, and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }
}

extension ByteStream {
    /// All that the stream gives, in pieces of the size.
    func drain(pieceSize: Int = 65_536) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let count = try piece.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }
}

/// The lines of what was thrown, in English; empty when nothing was.
func refusal(_ body: () throws -> Void) throws -> [String] {
    do {
        try body()
        return []
    } catch let error as BundleError {
        return error.lines(.en)
    }
}
