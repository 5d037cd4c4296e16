import Testing

@testable import Kollegium

@Suite struct FilledTemplatesTests {
    @Test func `equal values are filled in once, others each for themselves`() {
        let kept = FilledTemplates()
        var filled: [String] = []
        func text(_ template: String, _ values: [String], _ language: Language) -> String {
            kept.text(template, of: values, in: language) {
                filled.append(template)
                return "\(template) \(values) \(language)"
            }
        }
        #expect(text("team", ["a"], .sv) == text("team", ["a"], .sv))
        #expect(filled.count == 1)
        // Nobody's page is taken for another's.
        let others = [text("team", ["b"], .sv), text("team", ["a"], .en), text("start", ["a"], .sv)]
        #expect(Set(others + [text("team", ["a"], .sv)]).count == 4)
        #expect(filled.count == 4)
    }

    @Test func `what is asked for stays, and the rest goes when there is too much`() {
        let kept = FilledTemplates(limit: 1_000)
        var filled: [Int] = []
        func ask(_ number: Int) {
            let text = kept.text("team", of: number, in: .sv) {
                filled.append(number)
                return String(repeating: "x", count: 100)
            }
            #expect(text.count == 100)
        }
        for number in 1...100 {
            ask(number)
            ask(0)
        }
        #expect(filled.count { $0 == 0 } == 1)
        ask(1)
        #expect(filled.count { $0 == 1 } == 2)
    }
}
