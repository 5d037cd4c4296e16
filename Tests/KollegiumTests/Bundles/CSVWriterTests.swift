import Testing

@testable import Kollegium

@Suite struct CSVWriterTests {
    private func written(_ columns: [String], _ records: [[String]]) throws -> String {
        var bytes: [UInt8] = []
        let writer = try CSVWriter(columns: columns) { bytes += $0 }
        for record in records { try writer.record(record) }
        try writer.close()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `quotes stand only where they are needed`() throws {
        let text = try written(
            ["a", "b"], [["1", "x y"], ["a,b", "he said \"no\""], ["1\n2", "1\r2"], ["", "'å;\t"]])
        #expect(text == "a,b\n1,x y\n\"a,b\",\"he said \"\"no\"\"\"\n\"1\n2\",\"1\r2\"\n,'å;\t\n")
    }

    @Test func `an empty field alone is quoted, or it would be a blank line`() throws {
        #expect(try written(["a"], [[""], ["x"]]) == "a\n\"\"\nx\n")
    }

    @Test func `the sink is handed large pieces`() throws {
        var pieces: [Int] = []
        let writer = try CSVWriter(columns: ["a"]) { pieces.append($0.count) }
        for _ in 0..<100_000 { try writer.record(["123456789"]) }
        try writer.close()
        #expect(pieces.reduce(0, +) == 1_000_002)
        #expect(pieces.count == 4)
        #expect(pieces.dropLast().allSatisfy { (262_144..<262_200).contains($0) })
    }

    @Test func `what the sink throws comes through`() throws {
        struct Full: Error {}
        let writer = try CSVWriter(columns: ["a"]) { _ in throw Full() }
        try writer.record(["1"])
        #expect(throws: Full.self) { try writer.close() }
    }
}
