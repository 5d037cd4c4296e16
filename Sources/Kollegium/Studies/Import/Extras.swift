import Foundation
import Storage

/// Values in columns that the format does not know. Rows with the same values share one row of `extras`, so
/// that an unknown column costs a byte or two an answer and not its text each time.
final class Extras {
    private let intake: Intake
    private let load: TableLoad
    private var known: [[UInt8]: Int64] = [:]
    private var scratch: [UInt8] = []
    private var last: (bytes: [UInt8], key: Int64)?
    /// The file that the remembered values stand in: the same value means another thing in another column.
    private var file: CSVReader?

    /// Long values, and more different ones than fit here (a comment, an instant), are not worth remembering.
    private var room = 8 << 20
    private let longest = 1024

    init(_ intake: Intake) {
        self.intake = intake
        load = intake.writer.load(into: "extras", ["id", "import_id", "attributes"])
    }

    /// The key of the record's extra attributes, nil where it has none.
    func key(of csv: CSVReader) throws -> Int64? {
        guard !csv.unknownColumns.isEmpty else { return nil }
        if csv !== file {
            file = csv
            known = [:]
            last = nil
        }
        scratch.removeAll(keepingCapacity: true)
        for index in csv.unknownColumns.indices {
            let bytes = csv.unknownField(index).bytes
            scratch.append(contentsOf: bytes)
            // A NUL cannot stand in a sound record, so it parts the values without doubt.
            scratch.append(0)
        }
        guard scratch.contains(where: { $0 != 0 }) else { return nil }
        if let last, last.bytes == scratch { return last.key }
        let key = try known[scratch] ?? write(csv)
        last = (scratch, key)
        return key
    }

    private func write(_ csv: CSVReader) throws -> Int64 {
        let key = try intake.writer.nextKey(in: "extras")
        var attributes: [String: String] = [:]
        for (index, name) in csv.unknownColumns.enumerated() where !csv.unknownField(index).isEmpty {
            attributes[name] = csv.unknownField(index).string
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(attributes), as: UTF8.self)
        try load.rows().row(key, intake.keys.importing, text)
        if scratch.count <= longest, scratch.count < room {
            room -= scratch.count + 64
            known[scratch] = key
        }
        return key
    }
}
