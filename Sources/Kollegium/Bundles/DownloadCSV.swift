/// A CSV for people, who open it in a spreadsheet: what a spreadsheet would run as a formula begins with an apostrophe
/// there, so that a name somebody chose does nothing on another's machine. Never for bundles, which are read back byte
/// for byte.
final class DownloadCSV {
    private let writer: CSVWriter

    /// With a byte order mark, by which spreadsheets know that å is å.
    init(columns: [String], sink: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        try [UInt8]([0xEF, 0xBB, 0xBF]).withUnsafeBytes(sink)
        writer = try CSVWriter(columns: columns.map(Self.defused), sink: sink)
    }

    func record(_ fields: [String]) throws { try writer.record(fields.map(Self.defused)) }

    func close() throws { try writer.close() }

    // A record in its fields, for files of millions.

    func text(_ text: String) { writer.field(Self.defused(text)) }
    /// A number needs no defusing.
    func number(_ number: Int) { writer.field(String(number)) }
    func empty() { writer.field("") }
    func endRecord() throws { try writer.endRecord() }

    /// The text as it may stand in a cell. Numbers stay numbers, and most texts what they are.
    static func defused(_ text: String) -> String {
        isDangerous(text) && !isNumber(text) ? "'" + text : text
    }

    /// Spreadsheets look for a formula behind spaces, quotes and what is not seen, some also in wide letters; and where
    /// a line break or a separator of theirs begins a new cell.
    private static func isDangerous(_ text: String) -> Bool {
        var isAtStart = true
        for scalar in text.unicodeScalars {
            if isAtStart, starters.contains(scalar) { return true }
            switch scalar {
            case "\t", "\r":
                // OWASP counts them as beginnings themselves.
                if isAtStart { return true }
                isAtStart = true
            case "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", ";", ",", "|": isAtStart = true
            case "\"", "'", "“", "”", "’", "‘": break
            default: if !scalar.properties.isWhitespace, !scalar.isInvisible { isAtStart = false }
            }
        }
        return false
    }

    /// The last four are the same marks in the width of Chinese letters; a minus sign proper is one too.
    private static let starters: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{2212}", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// `-3.5`, `+7`, `-1,25`, `-1e-7`: a sign, and then nothing that a formula could be made of.
    private static func isNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]{1,3})?/) != nil
    }
}
