import Testing

@testable import Kollegium

@Suite struct DownloadCSVTests {
    private func written(_ records: [[String]], columns: [String] = ["a", "b"]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let writer = try DownloadCSV(columns: columns) { bytes += $0 }
        for record in records { try writer.record(record) }
        try writer.close()
        return bytes
    }

    @Test(arguments: [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\tx", "\rx", " =1", "\u{A0}=1", "\u{200B}=1",
        "\u{FEFF}=1",
        "\"=1", "'=1", "”=1", "\" =1", "＝1+1", "＋1", "－1", "＠x", "−1+1", "x\n=1", "x\r\n=1", "x\t=1", "x;=1",
        "x,=1",
        "=cmd|' /C calc'!A0", "-", "+", "-3.5.1", "-3,5,1", "--1", "-3.5\n=1", "- 3", "-3.",
        "+46701234567 =1",
    ])
    func `what a spreadsheet would run is a text there`(text: String) throws {
        #expect(DownloadCSV.defused(text) == "'" + text)
    }

    @Test(arguments: [
        "", "-3.5", "-3,5", "+7", "0", "-0", "1e5", "-1E-7", "3 = 3", "7–9", "Arbetslag 7-9",
        "anna@example.se", "å",
        "“Vi” = vi", "a, b", "1+1", "Lag A; lag B", "– tankstreck",
    ])
    func `numbers and ordinary texts stay what they are`(text: String) throws {
        #expect(DownloadCSV.defused(text) == text)
    }

    @Test
    func `a download begins with the mark that spreadsheets know letters by, and headings are defused too`()
        throws
    {
        let bytes = try written([["=1", "-3.5"], ["a,b", "x"]], columns: ["@a", "b"])
        #expect(
            String(decoding: bytes.dropFirst(3), as: UTF8.self) == "'@a,b\n'=1,-3.5\n\"a,b\",x\n")
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func `of random texts no cell begins a formula, and none has lost a letter`() throws {
        let alphabet = Array("=+-@＝－ \t\r\n\"',;ab1.0å\u{A0}\u{200B}")
        for _ in 0..<3_000 {
            let text = String((0..<Int.random(in: 0...6)).map { _ in alphabet.randomElement()! })
            let records = ParsedCSV(try written([["x", text]])).records
            let cell = records.first?["b"] ?? ""
            #expect(cell == text || cell == "'" + text)
            let first = cell.unicodeScalars.drop { " \"\u{A0}\u{200B}\n".unicodeScalars.contains($0) }.first
            if let first, "=+-@＝－\t\r".unicodeScalars.contains(first) {
                #expect(Double(cell.replacing(",", with: ".")) != nil, "\(cell)")
            }
        }
    }
}
