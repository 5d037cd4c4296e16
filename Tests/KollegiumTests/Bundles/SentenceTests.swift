import Testing

@testable import Kollegium

@Suite struct SentenceTests {
    @Test func `a sentence is told in the language asked for`() {
        let sentence = Sentence(sv: "filen saknas", en: "the file is missing")
        #expect(sentence(.sv) == "filen saknas")
        #expect(sentence(.en) == "the file is missing")
    }

    @Test(arguments: [
        (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1_000, "1\u{A0}000", "1,000"),
        (4_211, "4\u{A0}211", "4,211"), (-1_234_567, "-1\u{A0}234\u{A0}567", "-1,234,567"),
        (Int.min, "-9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808", "-9,223,372,036,854,775,808"),
    ])
    func `thousands are set apart as each language does it`(number: Int, sv: String, en: String) {
        #expect(Language.sv.grouped(number) == sv)
        #expect(Language.en.grouped(number) == en)
    }

    @Test(arguments: [
        ("lärare", "lärare"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("a\nb", "a\\u{A}b"),
        ("\u{202E}abc", "\\u{202E}abc"), ("\u{FEFF}id", "\\u{FEFF}id"), ("", ""),
    ])
    func `what cannot be seen is spelt out`(text: String, printable: String) {
        #expect(text.printable == printable)
        #expect(text.excerpt == printable)
    }

    @Test func `an excerpt is at most sixty characters long`() {
        #expect(String(repeating: "ä", count: 60).excerpt == String(repeating: "ä", count: 60))
        #expect(String(repeating: "ä", count: 61).excerpt == String(repeating: "ä", count: 60) + "…")
    }
}
