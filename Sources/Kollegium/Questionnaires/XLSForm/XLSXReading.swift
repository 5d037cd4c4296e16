import Foundation

/// Takes the texts out of a workbook. Anybody may have made it: what is unpacked and how many cells are read is limited,
/// and nothing in it is run.
struct XLSXReading {
    static let largestFile: Int64 = 8 << 20
    /// Of all that is unpacked.
    static let largestTotal = 32 << 20
    static let mostCells = 200_000
    private static let rowNumbers = 1...1_048_576
    /// Columns behind these are passed over.
    static let mostColumns = 200

    private let name: String
    private var entries: [String: [UInt8]] = [:]

    /// - Parameter name: What the file is called in what is told of it.
    /// - Throws: `BundleError` for what is no workbook.
    static func tables(path: String, name: String) throws -> XLSXTables {
        do {
            return try XLSXReading(path: path, name: name).tables()
        } catch is XMLPull.Flaw {
            throw BundleError(.noWorkbook, file: name)
        }
    }

    private init(path: String, name: String) throws {
        self.name = name
        do {
            let directory = try ZipDirectory(path: path, limit: 2_000)
            guard directory.entryCount <= 2_000 else { throw BundleError(.noWorkbook, file: name) }
            let expansion = ExpansionGuard(zipSize: directory.size, limits: ExpansionLimits(gigabytes: 1))
            let reader = try ArchiveReader(path: path)
            var unpacked = 0
            while let entry = try reader.next() {
                let file = String(decoding: entry.name, as: UTF8.self)
                guard entry.isPlain, !entry.isEncrypted, Self.isRead(file) else { continue }
                let bytes = try Self.bytes(of: file, reader, expansion)
                unpacked += bytes.count
                guard unpacked <= Self.largestTotal else { throw BundleError(.noWorkbook, file: name) }
                entries[file] = bytes
            }
        } catch is BundleError {
            // The file has a name of our own while it lies here.
            throw BundleError(.noWorkbook, file: name)
        }
    }

    private static func isRead(_ file: String) -> Bool {
        ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"].contains(file)
            || file.hasPrefix("xl/worksheets/") && file.hasSuffix(".xml")
    }

    private static func bytes(
        of file: String, _ reader: ArchiveReader, _ expansion: ExpansionGuard
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try piece.withUnsafeMutableBytes { try reader.read(into: $0, file: file) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
            let total = Int64(bytes.count)
            if total > largestFile || expansion.advance(file, to: total) != nil {
                throw BundleError(.noWorkbook, file: file)
            }
        }
    }

    // MARK: Sheets

    private func tables() throws -> XLSXTables {
        let targets = try relationships()
        let strings = try sharedStrings()
        var cells = 0
        let sheets = try sheetNames().compactMap { sheet -> XLSXTables.Sheet? in
            guard let target = targets[sheet.id], let bytes = entries[target] else { return nil }
            return XLSXTables.Sheet(name: sheet.name, rows: try rows(bytes, strings, &cells))
        }
        guard !sheets.isEmpty else { throw BundleError(.noWorkbook, file: name) }
        return XLSXTables(sheets: sheets)
    }

    private func sheetNames() throws -> [(name: String, id: String)] {
        let pull = try XMLPull(entries["xl/workbook.xml"] ?? [])
        var sheets: [(name: String, id: String)] = []
        while let event = try pull.next() {
            guard case .start("sheet", _) = event else { continue }
            sheets.append((pull.attribute("name") ?? "", pull.attribute("id") ?? ""))
        }
        return sheets
    }

    /// Where in the zip each sheet lies.
    private func relationships() throws -> [String: String] {
        let pull = try XMLPull(entries["xl/_rels/workbook.xml.rels"] ?? [])
        var targets: [String: String] = [:]
        while let event = try pull.next() {
            guard case .start("Relationship", _) = event, let id = pull.attribute("Id"),
                let target = pull.attribute("Target")
            else { continue }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        return targets
    }

    private func sharedStrings() throws -> [String] {
        guard let bytes = entries["xl/sharedStrings.xml"] else { return [] }
        let pull = try XMLPull(bytes)
        var strings: [String] = []
        while let event = try pull.next() {
            guard case .start("si", let isEmpty) = event else { continue }
            strings.append(isEmpty ? "" : try text(pull, until: "si"))
        }
        return strings
    }

    /// The text of an entry, which may be in pieces of different looks; how it is pronounced is passed over.
    private func text(_ pull: XMLPull, until end: String) throws -> String {
        var (text, isText, isPhonetic) = ("", false, false)
        while let event = try pull.next(), event != .end(end) {
            switch event {
            case .start("t", let isEmpty): isText = !isEmpty
            case .end("t"): isText = false
            case .start("rPh", let isEmpty): isPhonetic = !isEmpty
            case .end("rPh"): isPhonetic = false
            case .text(let piece): if isText, !isPhonetic { text += piece }
            default: break
            }
        }
        return text.unescapedCell
    }

    private func rows(_ bytes: [UInt8], _ strings: [String], _ count: inout Int) throws -> [XLSXTables.Row] {
        let pull = try XMLPull(bytes)
        var rows: [XLSXTables.Row] = []
        while let event = try pull.next() {
            switch event {
            case .start("row", _):
                let told = pull.attribute("r").flatMap { Int($0) }.flatMap {
                    Self.rowNumbers.contains($0) ? $0 : nil
                }
                let number = told ?? (rows.last?.number ?? 0) + 1
                rows.append(XLSXTables.Row(number: number, cells: []))
            case .start("c", let isEmpty):
                guard !rows.isEmpty, !isEmpty else { continue }
                count += 1
                guard count <= Self.mostCells else { throw BundleError(.largeWorkbook, file: name) }
                let column =
                    pull.attribute("r").flatMap(Self.column) ?? rows[rows.count - 1].cells.count
                let kind = pull.attribute("t") ?? "n"
                let value = try self.value(pull, kind, strings)
                guard column < Self.mostColumns, !value.isEmpty else { continue }
                // Empty ones before it take room too.
                count += max(0, column - rows[rows.count - 1].cells.count)
                while rows[rows.count - 1].cells.count <= column { rows[rows.count - 1].cells.append("") }
                rows[rows.count - 1].cells[column] = value
            default: continue
            }
        }
        return rows.filter { !$0.cells.isEmpty }
    }

    private func value(_ pull: XMLPull, _ kind: String, _ strings: [String]) throws -> String {
        if kind == "inlineStr" { return try text(pull, until: "c") }
        var (value, isValue) = ("", false)
        while let event = try pull.next(), event != .end("c") {
            switch event {
            case .start("v", let isEmpty): isValue = !isEmpty
            case .end("v"): isValue = false
            case .text(let piece): if isValue { value += piece }
            default: break
            }
        }
        switch kind {
        case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "str": return value.unescapedCell
        default: return value
        }
    }

    /// `C` in `C7` is 2.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for scalar in reference.unicodeScalars {
            guard ("A"..."Z").contains(scalar) else { break }
            column = column * 26 + Int(scalar.value - 64)
            if column > 20_000 { return nil }
        }
        return column == 0 ? nil : column - 1
    }
}

extension String {
    /// `_x000D_` is how Excel writes a character that XML has no place for, and `_x005F_` an underscore before what
    /// looks like one.
    fileprivate var unescapedCell: String {
        guard contains("_x00") else { return self }
        return replacing(/_x(00[01][0-9A-Fa-f]|005[Ff])_/) { match in
            let scalar = UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init)
            // NUL is no character that anybody wrote.
            return scalar.map { $0 == "\0" ? "" : String(Character($0)) } ?? ""
        }
    }
}

extension Sentence {
    static let noWorkbook = Sentence(
        sv: "filen går inte att läsa som en Excelfil; spara den på nytt som .xlsx",
        en: "the file cannot be read as an Excel file; save it anew as .xlsx")

    fileprivate static let largeWorkbook = Sentence(
        sv: "filen har fler än 200 000 ifyllda celler; en enkät har några tusen",
        en: "the file has more than 200,000 filled cells; a questionnaire has some thousand")
}
