import Foundation

/// Writes CSV in the one form that an export has: LF, no byte order mark, quotes only where a field holds a
/// comma, a quote or a line break. What it writes `CSVReader` reads back byte for byte.
final class CSVWriter {
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private var buffer: [UInt8] = []
    private var fieldCount = 0
    private var recordStart = 0

    /// The sink is handed the bytes in pieces of about this size.
    private static let pieceSize = 262_144

    /// Begins a file with its header. `sink` takes the bytes, which are only valid while it runs.
    init(columns: [String], sink: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        self.sink = sink
        buffer.reserveCapacity(Self.pieceSize + 4_096)
        for column in columns { field(column) }
        try endRecord()
    }

    func field(_ text: String) {
        var text = text
        text.withUTF8(field)
    }

    /// Adds a field to the record.
    func field(_ bytes: UnsafeBufferPointer<UInt8>) {
        if fieldCount > 0 { buffer.append(.comma) }
        fieldCount += 1
        guard
            bytes.contains(where: { $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
            )
        else {
            buffer.append(contentsOf: bytes)
            return
        }
        buffer.append(.quote)
        for byte in bytes {
            if byte == .quote { buffer.append(.quote) }
            buffer.append(byte)
        }
        buffer.append(.quote)
    }

    func endRecord() throws {
        // A record of one empty field would be a blank line, which readers pass over.
        if fieldCount == 1, buffer.count == recordStart { buffer += [.quote, .quote] }
        buffer.append(.lineFeed)
        fieldCount = 0
        if buffer.count >= Self.pieceSize { try flush() }
        recordStart = buffer.count
    }

    func record(_ fields: [String]) throws {
        for text in fields { field(text) }
        try endRecord()
    }

    /// Hands over what is left. Nothing is written after it.
    func close() throws { try flush() }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        try buffer.withUnsafeBytes(sink)
        buffer.removeAll(keepingCapacity: true)
    }
}
