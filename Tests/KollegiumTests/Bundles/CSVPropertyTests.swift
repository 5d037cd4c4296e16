import Testing

@testable import Kollegium

@Suite struct CSVPropertyTests {
    private static let letters = [
        "a", "B", "7", "-", " ", ",", "\"", "\n", "\r\n", "\r", "å", "日", "😀", ";", "\t",
    ]

    private func someText(_ random: inout RepeatableRandom, upTo length: Int) -> String {
        (0..<Int.random(in: 0...length, using: &random))
            .map { _ in Self.letters.randomElement(using: &random) ?? "" }
            .joined()
    }

    private func written(_ columns: [String], _ records: [[String]]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let writer = try CSVWriter(columns: columns) { bytes += $0 }
        for record in records { try writer.record(record) }
        try writer.close()
        return bytes
    }

    @Test(arguments: Array(1...64) + [1_000, 262_144])
    func `what is written is read back, whatever the pieces and the window`(pieceSize: Int) throws {
        var random = RepeatableRandom(seed: UInt64(pieceSize))
        for _ in 0..<20 {
            let columns = (0..<Int.random(in: 1...6, using: &random)).map { "c\($0)" }
            let records = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                columns.map { _ in someText(&random, upTo: 12) }
            }
            let bytes = try written(columns, records)
            let reading = try CSVReading(
                bytes, columns: columns, pieceSize: pieceSize,
                windowSize: Int.random(in: 1...64, using: &random))
            #expect(reading.errors.isEmpty)
            #expect(
                reading.fields.map { $0.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
            #expect(try written(columns, reading.fields) == bytes)
        }
    }

    @Test func `lines are counted through all kinds of breaks`() throws {
        var random = RepeatableRandom(seed: 11)
        for _ in 0..<300 {
            var text = "a,b\n"
            var line = 2
            var expected: [Int] = []
            for _ in 0..<20 {
                let breaks = Int.random(in: 0...2, using: &random)
                let inside = (0..<breaks).map { _ in Bool.random(using: &random) ? "\r\n" : "x\n" }.joined()
                let blank = Int.random(in: 0...1, using: &random)
                text += String(repeating: "\r\n", count: blank) + "\"\(inside)\",1"
                text += Bool.random(using: &random) ? "\n" : "\r\n"
                expected.append(line + blank)
                line += blank + breaks + 1
            }
            #expect(try CSVReading(text).lines == expected)
        }
    }

    /// Damaged text of all kinds must give the same however it arrives, and never stop the program.
    @Test(arguments: 0..<64)
    func `damage is judged the same whatever the pieces and the window`(seed: Int) throws {
        var random = RepeatableRandom(seed: UInt64(1_000 + seed))
        let bytes: [UInt8] = [
            0x61, 0x31, 0x2C, 0x2C, 0x22, 0x22, 0x0A, 0x0A, 0x0D, 0xC3, 0xA5, 0xE5, 0x00, 0x20,
        ]
        for _ in 0..<60 {
            let damaged = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                bytes.randomElement(using: &random) ?? 0
            }
            let text = Array("a,b\n".utf8) + damaged
            let whole = try CSVReading(text)
            let inPieces = try CSVReading(
                text, pieceSize: Int.random(in: 1...64, using: &random),
                windowSize: Int.random(in: 1...64, using: &random))
            #expect(whole == inPieces)
            let lineCount = text.count { $0 == 10 } + 1
            #expect(whole.lines == whole.lines.sorted())
            #expect(whole.lines.allSatisfy { (2...lineCount).contains($0) })
        }
    }

    /// A header of damaged bytes, likewise.
    @Test func `a damaged header never stops the program`() throws {
        var random = RepeatableRandom(seed: 77)
        let bytes: [UInt8] = [0x61, 0x62, 0x2C, 0x22, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x3B]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                bytes.randomElement(using: &random) ?? 0
            }
            #expect(try CSVReading(text) == CSVReading(text, pieceSize: 1, windowSize: 1))
        }
    }
}
