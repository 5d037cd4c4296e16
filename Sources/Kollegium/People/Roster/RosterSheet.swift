/// A piece of a spreadsheet as it comes out of the clipboard: Excel, LibreOffice and Google Sheets part cells by tabs;
/// a CSV that somebody opened as text by semicolons or commas. Quotes hold a cell together as all of them write it.
struct RosterSheet: Sendable, Equatable {
    struct Record: Sendable, Equatable {
        /// The line where it begins, from 1.
        let line: Int
        let cells: [String]
    }

    /// Blank records left out.
    let records: [Record]
    /// The line of a quotation that never ends; whatever comes after it is not to be trusted.
    let openQuote: Int?

    static let mostRecords = 5_000
    static let mostBytes = 2_000_000

    init(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var reader = Reader(bytes: bytes, separator: Self.separator(bytes))
        reader.read()
        records = reader.records
        openQuote = reader.openQuote
    }

    /// The sign between cells: a tab wherever there is one, else what the first line has more of.
    private static func separator(_ bytes: [UInt8]) -> UInt8 {
        let (tab, semicolon, comma) = (UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","))
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 10 || byte == 13, !counts.isEmpty { break }
            if byte == tab || byte == semicolon || byte == comma { counts[byte, default: 0] += 1 }
        }
        if counts[tab] != nil { return tab }
        // A name with a comma in it, in a column alone: the tabs may begin on a later line.
        if bytes.contains(tab) { return tab }
        return counts[semicolon, default: 0] >= counts[comma, default: 0] ? semicolon : comma
    }

    private struct Reader {
        let bytes: [UInt8]
        let separator: UInt8
        var records: [Record] = []
        var openQuote: Int?
        private var place = 0
        private var line = 1

        init(bytes: [UInt8], separator: UInt8) {
            self.bytes = bytes
            self.separator = separator
        }

        mutating func read() {
            while place < bytes.count {
                let start = line
                var cells = [cell()]
                while place < bytes.count, bytes[place] == separator {
                    place += 1
                    cells.append(cell())
                }
                endLine()
                if cells.contains(where: { !TypedText($0).isEmpty }) {
                    records.append(Record(line: start, cells: cells))
                }
            }
        }

        private mutating func cell() -> String {
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                let start = place
                while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
                return String(decoding: bytes[start..<place], as: UTF8.self)
            }
            let start = line
            var text: [UInt8] = []
            place += 1
            while place < bytes.count {
                if bytes[place] == UInt8(ascii: "\"") {
                    place += 1
                    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                        // What follows the closing quote belongs to the cell, as spreadsheets take it.
                        while place < bytes.count, !isEnd(bytes[place]) {
                            text.append(bytes[place])
                            place += 1
                        }
                        return String(decoding: text, as: UTF8.self)
                    }
                } else if bytes[place] == 10 {
                    line += 1
                }
                text.append(bytes[place])
                place += 1
            }
            openQuote = openQuote ?? start
            return String(decoding: text, as: UTF8.self)
        }

        private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 10 || byte == 13 }

        private mutating func endLine() {
            guard place < bytes.count else { return }
            if bytes[place] == 13, place + 1 < bytes.count, bytes[place + 1] == 10 { place += 1 }
            place += 1
            line += 1
        }
    }
}
