/// A CSV read in the plainest way there is (RFC 4180), as a witness beside the program's own fast reader.
struct ParsedCSV: Equatable {
    let columns: [String]
    /// Each record by column; empty fields are left out, so that a missing column equals an empty one.
    let records: [[String: String]]

    init(_ bytes: [UInt8]) {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func at(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        func endRow() {
            endField()
            if row != [""] { rows.append(row) }
            row = []
        }
        while let byte = at(index) {
            let next = at(index + 1)
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && next == byte:
                field.append(byte)
                index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: endField()
            case 10 where !isQuoted: endRow()
            case 13 where !isQuoted && next == 10: break
            default: field.append(byte)
            }
            index += 1
        }
        if !field.isEmpty || !row.isEmpty { endRow() }
        columns = rows.first ?? []
        let names = columns
        records = rows.dropFirst().map { row in
            Dictionary(uniqueKeysWithValues: zip(names, row).filter { !$0.1.isEmpty })
        }
    }

    /// The records in an order that depends on nothing but themselves. Texts are told apart by their bytes: å in
    /// one code point and å in two are not the same here.
    var sorted: [[String]] {
        records.map { record in
            record.map { "\($0.key)=\(Array($0.value.utf8))" }.sorted()
        }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

/// One field as CSV has it.
func csvField(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [10, 13, UInt8(ascii: ","), UInt8(ascii: "\"")].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
}

func csvText(_ columns: [String], _ rows: [[String]]) -> String {
    ([columns] + rows).map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
}
