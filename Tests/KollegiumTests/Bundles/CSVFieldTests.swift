import Testing

@testable import Kollegium

@Suite struct CSVFieldTests {
    private func field<Result>(_ text: String, _ body: (CSVField) -> Result) -> Result {
        var text = text
        return text.withUTF8 { body(CSVField(bytes: $0)) }
    }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("007", 7), ("-12", -12), ("-0", 0), ("9223372036854775807", Int.max),
            ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("-9223372036854775809", nil),
            ("99999999999999999999999999", nil), ("", nil), ("-", nil), ("+1", nil), (" 1", nil), ("1 ", nil),
            ("1.0", nil), ("1e3", nil), ("--1", nil), ("1-", nil), ("٣", nil), ("0x10", nil), ("/", nil),
            (":", nil),
        ] as [(String, Int?)])
    func `a whole number is plain decimal within 64 bits`(text: String, expected: Int?) {
        #expect(field(text) { $0.integer() } == expected)
    }

    @Test func `fields compare by bytes`() {
        field("present") { one in
            field("present") { #expect(one == $0) }
            field("absent!") { #expect(one != $0) }
            field("presen") { #expect(one != $0) }
            #expect(one == "present")
            #expect(!(one == "presents"))
            #expect(!(one == "absent"))
        }
        field("") { empty in
            #expect(empty.isEmpty)
            #expect(empty == "")
            #expect(empty == CSVField(bytes: UnsafeBufferPointer(start: nil, count: 0)))
            #expect(!(empty == "x"))
        }
    }

    @Test func `the text outlives the field`() {
        #expect(field("Björn") { $0.string } == "Björn")
    }
}
