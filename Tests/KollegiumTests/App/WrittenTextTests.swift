import Testing

@testable import Kollegium

@Suite struct WrittenTextTests {
    @Test func `lines are tidied and paragraphs kept`() {
        #expect(WrittenText("  a  b \r\n\r\n\r\n c\u{AD} \r d\n\n").text == "a b\n\nc\nd")
        #expect(WrittenText("\n \n\u{200B}\n").isEmpty)
        #expect(WrittenText.paragraphs("a b\n\nc\nd") == ["a b", "c", "d"])
    }

    @Test func `what is too long or cannot be seen is refused`() {
        #expect(WrittenText("ab\ncd").flaw(most: 5) == nil)
        #expect(WrittenText("ab\ncde").flaw(most: 5)?.sv.contains("6 tecken; högst 5") == true)
        for text in ["a\u{0}b", "a\nb\u{1B}[31m", "a\tb", "\u{202E}a", "\u{E000}"] {
            #expect(WrittenText(text).flaw(most: 100) != nil, "\(text.unicodeScalars.map(\.value))")
        }
    }
}
