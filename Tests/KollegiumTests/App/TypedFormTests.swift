import Testing

@testable import Kollegium

/// What people type, before any of it is kept.
@Suite struct TypedFormTests {
    @Test(arguments: [
        "2013-09-03", " 2013-09-03 ", "3/9 2013", "3/9-2013", "03/09 2013", "3.9.2013", "3 sep 2013",
        "3 sept. 2013",
        "3 september 2013", "den 3 september 2013", "3:e september 2013", "tis 3 sep 2013",
        "Tisdag 3 september 2013",
        "3\u{A0}sep\u{A0}2013", "Sep 3, 2013", "September 3 2013", "3 SEP 2013",
    ])
    func `a day is read as people write it`(_ typed: String) {
        #expect(Day(typed: typed) == Day(year: 2013, month: 9, day: 3))
    }

    @Test(arguments: [
        "", "3/9", "3/9/2013", "9/3/2013", "3/9 13", "31/9 2013", "29 feb 2013", "0013-09-03", "2013-9-3x",
        "i morgon",
        ":", ": sep 2013", "3 xyz 2013", "3 se 2013", "fel 3 sep 2013", "3-9-2013", "/3/9 2013", "2013",
        "9999-12-31",
        "٣ sep 2013", "3 sep 2013 4", "-3 sep 2013",
    ])
    func `what could be another day, or none, is no day`(_ typed: String) {
        #expect(Day(typed: typed) == nil)
    }

    @Test func `text is tidied and kept in one form`() {
        #expect(TypedText("  A\u{30A}sa \u{A0} Berg\n").text == "Åsa Berg")
        #expect(TypedText("Arbets\u{AD}lag\u{200B}").text == "Arbetslag")
        #expect(TypedText("Åsa").text.unicodeScalars.count == 3)
    }

    @Test(arguments: ["a\0b", "a\nb", "a\tb", "a\u{202E}b", "a\u{2028}b", "a\u{E000}b", "a\u{1B}[2J"])
    func `text that would turn, hide or move other text is refused`(_ typed: String) {
        let flaw = TypedText(typed).flaw(most: 200)
        #expect(flaw?.sv.contains("styrtecken") == true)
        #expect(flaw?.sv.unicodeScalars.contains { $0.value < 0x20 } == false)
    }

    @Test func `a text is as long as it says`() {
        #expect(TypedText(String(repeating: "å", count: 200)).flaw(most: 200) == nil)
        #expect(TypedText(String(repeating: "å", count: 201)).flaw(most: 200) != nil)
        // One letter with a thousand accents is a thousand and one characters here.
        #expect(TypedText("a" + String(repeating: "\u{301}", count: 1000)).flaw(most: 200) != nil)
    }

    @Test func `numbers are read with a comma or a point, and within their bounds`() {
        var form = FormReading()
        #expect(form.decimal("a", "12,5", within: 0...100) == 12.5)
        #expect(form.decimal("b", "12.5 %", within: 0...100) == 12.5)
        #expect(form.count("c", "1 200", within: 0...10_000) == 1200)
        #expect(form.problems.isEmpty)
        for typed in ["101", "-1", "1e1", "nan", "1,2,3", "0x1", ",5", "١"] {
            #expect(form.decimal(typed, typed, within: 0...100) == nil)
            #expect(form.problems[typed] != nil, "\(typed)")
        }
    }

    @Test(arguments: [
        "560102-1234", "19560102-1234", "560102+1234", "560162-1234", "Anna 20040102-1234", "20100102-TF12",
        "100102-T123", "560102 - 1234", "195601021230", "x5601021230y",
    ])
    func `a personal identity number is seen`(_ text: String) {
        // The last two have the check digit that their other digits give.
        #expect(PersonalNumber.isIn(text))
    }

    @Test(arguments: [
        "Anna Berg", "070-123 45 67", "195601021233", "0701234567", "2013-09-03", "20130903", "7-9",
        "561302-1234", "560102-123",
        "560102-12345", "anna1982@example.org", "560102-ABCD",
    ])
    func `other digits are not taken for one`(_ text: String) {
        #expect(!PersonalNumber.isIn(text))
    }

    @Test func `addresses are kept in one form`() {
        for typed in [
            "Anna.Berg@Example.org", " anna.berg@example.org ", "Anna <anna.berg@example.org>",
            "mailto:anna.berg@example.org",
        ] {
            #expect(EmailAddress(typed)?.text == "anna.berg@example.org")
        }
        #expect(EmailAddress("a\u{30A}sa@example.org")?.text == "åsa@example.org")
    }

    @Test(arguments: [
        "", "anna", "anna@", "@example.org", "anna@example", "a b@example.org", "a@b@example.org",
        "a@example.org,b@example.org", "a@example.org\nBcc: x", "a@-x.org", "a@x..org", ".a@x.org",
        "a..b@x.org",
        "\"a\"@example.org", "a\u{202E}@example.org", "a@exa_mple.org",
    ])
    func `what is no address is refused`(_ typed: String) {
        #expect(EmailAddress(typed) == nil)
    }

    @Test func `codes are readable and free`() {
        #expect(ReadableCode.from("Björkskolan Arbetslag 4–6", otherwise: "x") == "bjorkskolan-arbetslag-4-6")
        #expect(ReadableCode.from("–  –", otherwise: "x") == "x")
        #expect(ReadableCode.from("日本", otherwise: "team") == "team")
        #expect(ReadableCode.free("a", among: ["a", "a-2"]) == "a-3")
    }
}
