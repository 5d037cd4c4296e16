import CLibPQ

/// Rows gathered in `COPY`'s text format and sent a megabyte at a time. Between the sendings the connection is
/// free for other statements.
final class PostgresBulkLoad: BulkLoad {
    private let connection: PostgresConnection
    private let command: String
    private let width: Int
    private var buffer: [UInt8] = []
    private var place = 0

    init(_ connection: PostgresConnection, table: String, columns: [String]) {
        self.connection = connection
        command = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
        width = columns.count
        super.init()
    }

    override func integer(_ value: Int64?) {
        separate()
        guard let value else { return null() }
        appendDigits(value)
    }

    override func real(_ value: Double?) {
        separate()
        guard let value else { return null() }
        buffer.append(contentsOf: String(value).utf8)
    }

    override func text(_ bytes: UnsafeRawBufferPointer?) {
        separate()
        guard let bytes else { return null() }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\\"): buffer += [byte, byte]
            case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            default: buffer.append(byte)
            }
        }
    }

    override func endRow() throws {
        guard place == width else { throw StorageError(.programming, "\(place) values for \(width) columns") }
        place = 0
        buffer.append(UInt8(ascii: "\n"))
    }

    /// Whether so much has gathered that it should be sent.
    override var isFull: Bool { buffer.count >= 1 << 20 }

    override func flush() throws {
        guard !buffer.isEmpty else { return }
        try begin()
        let sent = buffer.withUnsafeBytes { bytes in
            PQputCopyData(
                connection.handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count))
        }
        buffer.removeAll(keepingCapacity: true)
        guard sent == 1, PQputCopyEnd(connection.handle, nil) == 1 else {
            throw StorageError.lost(connection.handle)
        }
        var failure: StorageError?
        while let result = PQgetResult(connection.handle) {
            if PQresultStatus(result) != PGRES_COMMAND_OK {
                failure = failure ?? StorageError.postgres(result, on: connection.handle)
            }
            PQclear(result)
        }
        if let failure { throw failure }
    }

    private func begin() throws {
        let result = PQexec(connection.handle, command)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else {
            throw StorageError.postgres(result, on: connection.handle)
        }
    }

    private func separate() {
        if place > 0 { buffer.append(UInt8(ascii: "\t")) }
        place += 1
    }

    private func null() {
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(UInt8(ascii: "N"))
    }

    private func appendDigits(_ value: Int64) {
        guard value >= 0 else { return buffer.append(contentsOf: String(value).utf8) }
        var rest = value
        let start = buffer.count
        repeat {
            buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        buffer[start...].reverse()
    }
}
