import Testing

@testable import Kollegium

@Suite struct CSVReaderTests {
    @Test func `columns are found by name in any order`() throws {
        let reading = try CSVReading("b,extra,a,c\n1,2,3,4\n5,6,7,8\n", columns: ["a", "b", "none?", "c?"])
        #expect(reading.unknownColumns == ["extra"])
        #expect(reading.fields == [["3", "1", "", "4", "2"], ["7", "5", "", "8", "6"]])
        #expect(reading.lines == [2, 3])
        #expect(reading.errors.isEmpty)
    }

    @Test(arguments: [
        "a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r\n1,2\n3,4\r\n",
        "\u{FEFF}a,b\n1,2\n3,4\n", "\"a\",\"b\"\n\"1\",\"2\"\n3,\"4\"", "\u{FEFF}\"a\",b\r\n1,2\r\n3,4",
    ])
    func `the same records in every form`(text: String) throws {
        let reading = try CSVReading(text)
        #expect(reading.fields == [["1", "2"], ["3", "4"]])
        #expect(reading.lines == [2, 3])
        #expect(reading.errors.isEmpty)
    }

    @Test func `quoted fields hold commas, quotes and line breaks`() throws {
        let reading = try CSVReading("a,b\n\"x, y\",\"he said \"\"no\"\"\"\n\"1\r\n2\n3\",\"\"\"\"\n\"\",z\n")
        #expect(
            reading.fields == [["x, y", "he said \"no\""], ["1\r\n2\n3", "\""], ["", "z"]])
        #expect(reading.lines == [2, 3, 6])
        #expect(reading.errors.isEmpty)
    }

    @Test func `a quoted empty field equals an empty one`() throws {
        let reading = try CSVReading("a,b\n\"\",\n,\"\"\n")
        #expect(reading.fields == [["", ""], ["", ""]])
    }

    @Test func `blank lines are passed over and counted`() throws {
        let reading = try CSVReading("\n\r\na,b\n\n1,2\n\r\n  \t\n\n3,4\n\n")
        #expect(reading.fields == [["1", "2"], ["3", "4"]])
        #expect(reading.lines == [5, 9])
        #expect(reading.errors.isEmpty)
    }

    @Test func `spaces are a value where there is one column`() throws {
        let reading = try CSVReading("a\n  \n\"\"\n", columns: ["a"])
        #expect(reading.fields == [["  "], [""]])
    }

    @Test func `spaces around a field belong to it`() throws {
        #expect(try CSVReading("a,b\n 1 , 2\n").fields == [[" 1 ", " 2"]])
    }

    @Test func `column names are the same in one or two code points`() throws {
        let reading = try CSVReading("la\u{308}rare,b\n1,2\n", columns: ["l\u{E4}rare", "b"])
        #expect(reading.fields == [["1", "2"]])
    }

    @Test func `a header alone has no records`() throws {
        let reading = try CSVReading("a,b")
        #expect(reading.isReadable)
        #expect(reading.records.isEmpty)
        #expect(reading.errors.isEmpty)
    }

    @Test func `letters beyond ASCII come through`() throws {
        let reading = try CSVReading("a,b\nBjörn,\"日本 ”é” 😀\"\n")
        #expect(reading.fields == [["Björn", "日本 ”é” 😀"]])
    }

    @Test func `bytes are counted as they are taken`() throws {
        let bytes = Array("a,b\n1,2\n".utf8)
        let reader = try CSVReader(
            file: "a.csv", stream: PiecewiseStream(bytes), columns: [CSVColumn(name: "a", required: true)],
            problems: Problems())
        while try reader.next() {}
        #expect(reader.bytesRead == Int64(bytes.count))
        #expect(try !reader.next())
    }

    @Test func `a field of exactly one megabyte is read, quoted or not`() throws {
        let long = String(repeating: "x", count: 1_048_574)
        let reading = try CSVReading("a,b\n\(long)yz,1\n\"\(long)\"\"y\",2\n")
        #expect(reading.errors.isEmpty)
        #expect(reading.records.count == 2)
        #expect(reading.records.first?.fields[0] == long + "yz")
        #expect(reading.records.last?.fields[0] == long + "\"y")
    }
}
