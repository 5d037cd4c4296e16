import Testing

@testable import Kollegium

@Suite struct CSVHeaderTests {
    @Test func `each missing required column is named at line 1`() throws {
        let reading = try CSVReading("x,y\n1,2\n", columns: ["a", "y", "b", "c?"])
        #expect(!reading.isReadable)
        #expect(reading.records.isEmpty)
        #expect(
            reading.errors == [
                "a.csv:1: the column “a” is missing; add it to the header",
                "a.csv:1: the column “b” is missing; add it to the header",
            ])
        #expect(reading.swedish.first == "a.csv:1: kolumnen ”a” saknas; lägg till den i rubrikraden")
    }

    @Test(arguments: ["Person", "person ", " PERSON", "per_son", "\u{FEFF}person"])
    func `a name that is nearly right is told`(name: String) throws {
        // A first mark is the file's; a second one is part of the name.
        let reading = try CSVReading("\u{FEFF}\(name),b\n1,2\n", columns: ["person", "b"])
        #expect(
            reading.errors == [
                "a.csv:1: the column “person” is missing, but “\(name.printable)” is there; "
                    + "write it exactly as “person”"
            ])
    }

    @Test func `an optional column nearly named is a notice`() throws {
        let reading = try CSVReading("a,Submitted\n1,2\n", columns: ["a", "submitted?"])
        #expect(reading.errors.isEmpty)
        #expect(reading.fields == [["1", "", "2"]])
        #expect(
            reading.notices == [
                "a.csv:1: the column “Submitted” is unknown and kept as it is; if “submitted” is meant, "
                    + "write that"
            ])
    }

    @Test(arguments: [
        ("a;b\n1;2\n", "\";\""), ("a\tb\n1\t2\n", "tabs"), ("a|b\n1|2\n", "\"|\""),
    ])
    func `another separator is recognised`(text: String, name: String) throws {
        let reading = try CSVReading(text)
        #expect(reading.errors == ["a.csv:1: the columns seem to be separated by \(name); use \",\""])
        #expect(reading.records.isEmpty)
    }

    @Test func `a column named twice is told once`() throws {
        let reading = try CSVReading("a,b,a,z,a,z\n1,2,3,4,5,6\n")
        #expect(
            reading.errors == [
                "a.csv:1: the column “a” is there more than once; each name may stand once",
                "a.csv:1: the column “z” is there more than once; each name may stand once",
            ])
    }

    @Test func `a column without a name is told by its number`() throws {
        let reading = try CSVReading("a,,b,\n1,2,3,4\n")
        #expect(
            reading.errors == [
                "a.csv:1: column 2 has no name; name it, or take the comma away",
                "a.csv:1: column 4 has no name; name it, or take the comma away",
            ])
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\r\n\n"])
    func `a file without a header is empty`(text: String) throws {
        let reading = try CSVReading(text)
        #expect(!reading.isReadable)
        #expect(reading.errors == ["a.csv:1: the file is empty; its first line names the columns: a,b"])
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
            ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32"),
        ] as [([UInt8], String)])
    func `other Unicode encodings are named`(bytes: [UInt8], name: String) throws {
        let reading = try CSVReading(bytes)
        #expect(reading.errors == ["a.csv:1: the file is \(name); save it as UTF-8"])
        #expect(!reading.isReadable)
    }

    @Test func `UTF-16 without a mark shows by its NUL bytes`() throws {
        let reading = try CSVReading("a,b\n1,2\n".utf8.flatMap { [$0, 0] })
        #expect(
            reading.errors == [
                "a.csv:1: the line has a NUL byte, which text never has; if the file is UTF-16, save it as UTF-8"
            ])
    }

    @Test func `a header with a broken quote is told and nothing more`() throws {
        let reading = try CSVReading("a,\"b\n1,2\n")
        #expect(!reading.isReadable)
        try #require(reading.errors.count == 1)
        #expect(reading.errors[0].hasPrefix("a.csv:1: the quote that opens here is never closed"))
    }

    @Test func `absurdly many columns are refused`() throws {
        let reading = try CSVReading(String(repeating: "x,", count: 20_000) + "x\n")
        #expect(reading.errors == ["a.csv:1: the header has 20,001 columns; at most 16,384 can be read"])
        #expect(!reading.isReadable)
    }

    @Test func `the most columns can be read`() throws {
        let names = (0..<16_384).map { "c\($0)" }.joined(separator: ",")
        let reading = try CSVReading("\(names)\n\(names)\n", columns: ["c0", "c16383"])
        #expect(reading.errors.isEmpty)
        #expect(reading.fields.first?.prefix(3) == ["c0", "c16383", "c1"])
    }
}
