import Testing

@testable import Kollegium

@Suite struct CSVReaderErrorTests {
    @Test func `too many and too few fields are told with both numbers`() throws {
        let reading = try CSVReading("a,b\n1\n2,3\n4,5,6\n,,,\n7,8\n")
        #expect(reading.fields == [["2", "3"], ["7", "8"]])
        #expect(
            reading.errors == [
                "a.csv:2: the row has 1 field, but the header has 2; write a comma for each empty field too",
                "a.csv:4: the row has 3 fields, but the header has 2; put a field that holds a comma in quotes",
                "a.csv:5: the row has 4 fields, but the header has 2; put a field that holds a comma in quotes",
            ])
        #expect(
            reading.swedish[0]
                == "a.csv:2: raden har 1 fält, men rubrikraden har 2; skriv ett komma även för varje tomt fält"
        )
    }

    @Test func `a quoted nothing alone on a line is no blank line`() throws {
        let reading = try CSVReading("a,b\n\"\"\n1,2\n")
        #expect(reading.fields == [["1", "2"]])
        try #require(reading.errors.count == 1)
        #expect(reading.errors[0].hasPrefix("a.csv:2: the row has 1 field"))
    }

    @Test func `a quote inside a field is told and the next record read`() throws {
        let reading = try CSVReading("a,b\nx\"y,1\n2,3 \"\"\n4,5\n")
        #expect(reading.fields == [["4", "5"]])
        try #require(reading.errors.count == 2)
        #expect(reading.errors[0].hasPrefix("a.csv:2: a quote stands inside a field without quotes; "))
        #expect(reading.errors[1].hasPrefix("a.csv:3: a quote stands inside a field without quotes; "))
    }

    @Test func `text after a closing quote is told and the next record read`() throws {
        let reading = try CSVReading("a,b\n\"x\"y,1\n\"x\" ,1\n4,\"5\"\r\n\"6\"\"7\" 8,9\n1,2\n")
        #expect(reading.fields == [["4", "5"], ["1", "2"]])
        try #require(reading.errors.count == 3)
        #expect(reading.errors[0].hasPrefix("a.csv:2: there is text after the closing quote of a field; "))
        #expect(reading.errors[1].hasPrefix("a.csv:3: there is text after"))
        #expect(reading.errors[2].hasPrefix("a.csv:5: there is text after"))
    }

    @Test func `a quote closed by a later one is told where it opened and the lines between are read`() throws
    {
        let reading = try CSVReading("a,b\n1,\"x\n2,y\n3,y,z\n4,\"later\"\n5,y\n")
        #expect(reading.fields == [["2", "y"], ["4", "later"], ["5", "y"]])
        #expect(reading.lines == [3, 5, 6])
        #expect(
            reading.errors == [
                "a.csv:2: the quote that opens here is closed only on line 5, and text follows there; close the "
                    + "field with a quote, and write quotes inside it twice (\"\")",
                "a.csv:4: the row has 3 fields, but the header has 2; put a field that holds a comma in quotes",
            ])
    }

    @Test func `going back to look at lines again has an end`() throws {
        // Each line opens a quote that the next one closes in the midst of text.
        let lines = (0..<1_000).map { "\($0),\"x\n" }.joined()
        let reading = try CSVReading("a,b\n\(lines)1,\"2\"\n")
        try #require(reading.errors.count == 101)
        #expect(reading.errors[0].hasPrefix("a.csv:2: the quote that opens here is closed only on line 3"))
        #expect(reading.fields.count <= 1)
    }

    @Test func `a quote that never closes is told where it opened and ends the reading`() throws {
        let reading = try CSVReading("a,b\n1,2\n3,\"x\n4,5\n6,7\n")
        #expect(reading.fields == [["1", "2"]])
        #expect(
            reading.errors == [
                "a.csv:3: the quote that opens here is never closed; put a quote where the field ends "
                    + "(the rest of the file is not read)"
            ])
    }

    @Test func `in a record of several lines the opening line is that of the field`() throws {
        let reading = try CSVReading("a,b\n\"1\n2\",\"x\n4,5\n")
        try #require(reading.errors.count == 1)
        #expect(reading.errors[0].hasPrefix("a.csv:3: the quote that opens here is never closed"))
    }

    @Test func `a quote that does not close within a megabyte ends the reading too`() throws {
        let rest = String(repeating: "4,5\n", count: 600_000)
        let reading = try CSVReading("a,b\n1,2\n3,\"x\n\(rest)")
        #expect(reading.fields == [["1", "2"]])
        try #require(reading.errors.count == 1)
        #expect(
            reading.errors[0].hasPrefix("a.csv:3: the field that begins here is over 1 MB (1,048,576 bytes)"))
        #expect(reading.errors[0].contains("the closing quote that is missing"))
    }

    @Test(arguments: [1_024, 262_144, 4_194_304])
    func `a field over a megabyte ends the reading`(windowSize: Int) throws {
        let long = String(repeating: "x", count: 1_048_577)
        for field in [long, "\"\(long)\""] {
            let reading = try CSVReading("a,b\n1,2\n3,\(field)\n4,5\n".utf8, windowSize: windowSize)
            #expect(reading.fields == [["1", "2"]])
            try #require(reading.errors.count == 1)
            #expect(reading.errors[0].hasPrefix("a.csv:3: "))
            #expect(reading.errors[0].contains("is over 1 MB (1,048,576 bytes)"))
        }
    }

    @Test func `a line that never ends is not taken into memory`() throws {
        let reading = try CSVReading(EndlessCommas())
        try #require(reading.errors.count == 1)
        #expect(reading.errors[0].hasPrefix("a.csv:2: the line is absurdly long"))
    }

    @Test func `each line with a wrong encoding is told once`() throws {
        // å in Latin-1, alone, twice on a line, and inside a quoted field of three lines.
        let bytes: [UInt8] =
            Array("a,b\n1,".utf8) + [0xE5] + Array("\n".utf8) + [0xE5, 0x2C, 0xE5]
            + Array("\n2,3\n\"x\ny".utf8)
            + [0xE5] + Array("\nz\",4\n5,6\n".utf8)
        let reading = try CSVReading(bytes)
        #expect(reading.fields == [["2", "3"], ["5", "6"]])
        let sentence = "the line is not UTF-8 (perhaps Windows-1252 or Latin-1); save the file as UTF-8"
        #expect(reading.errors == [2, 3, 6].map { "a.csv:\($0): \(sentence)" })
    }

    @Test func `a NUL byte is told at its line`() throws {
        let reading = try CSVReading("a,b\n1,2\u{0}\n3,4\n\"x\n\u{0}\",5\n6,7\n")
        #expect(reading.fields == [["3", "4"], ["6", "7"]])
        try #require(reading.errors.count == 2)
        #expect(reading.errors[0].hasPrefix("a.csv:2: the line has a NUL byte"))
        #expect(reading.errors[1].hasPrefix("a.csv:5: the line has a NUL byte"))
    }

    @Test func `a lone carriage return is told`() throws {
        let reading = try CSVReading("a,b\n1\r,2\n3,4\r5,6\n7,8\n9,10\r")
        #expect(reading.fields == [["7", "8"]])
        let sentence =
            "a carriage return (CR) stands without a line feed (LF); end the lines with LF or CRLF"
        #expect(reading.errors == [2, 3, 5].map { "a.csv:\($0): \(sentence)" })
    }

    @Test func `a carriage return within quotes is text`() throws {
        #expect(try CSVReading("a,b\n\"1\r2\",3\n").fields == [["1\r2", "3"]])
    }

    @Test func `a wrong encoding is also told of a record with wrong quotes or fields`() throws {
        let bytes = Array("a,b\nx\"".utf8) + [0xE5] + Array("\n1,2,".utf8) + [0xE5] + Array("\n3,4\n".utf8)
        let reading = try CSVReading(bytes)
        #expect(reading.fields == [["3", "4"]])
        try #require(reading.errors.count == 4)
        #expect(reading.errors.count { $0.contains("not UTF-8") } == 2)
    }

    @Test func `a stream that fails is reported and ends the reading`() throws {
        let problems = Problems()
        let reader = try CSVReader(
            file: "broken.csv", stream: BreakingStream("a,b\n1,2\n3".utf8),
            columns: [CSVColumn(name: "a", required: true)], problems: problems)
        while try reader.next() {}
        #expect(
            problems.lines(.en) == [
                "broken.csv: the file is damaged in the zip; make the zip again or fetch it anew"
            ])
    }

    @Test func `a million damaged rows give a hundred lines and a count`() throws {
        let reading = try CSVReading("a,b\n" + String(repeating: "1\n", count: 100_000))
        try #require(reading.errors.count == 101)
        #expect(reading.errors.last == "a.csv: and 99,900 more")
    }
}

/// A header and then a line of more commas than anyone would keep.
private struct EndlessCommas: Sequence, IteratorProtocol {
    private var header = Array("a,b\n".utf8).makeIterator()
    private var rest = 40_000_000

    mutating func next() -> UInt8? {
        if let byte = header.next() { return byte }
        rest -= 1
        return rest >= 0 ? UInt8(ascii: ",") : nil
    }
}
