/// What stands in templates in both languages, side by side: `[[Logga in|Sign in]]`. Who writes a page sees both at once,
/// and neither can be forgotten.
enum TemplateText {
    /// Why a template cannot be used: the text with the flaw.
    struct Flaw: Error, Equatable {
        let template: String
        let text: String
    }

    /// The template in one language. Swedish stands to the left of the bar.
    /// - Throws: `Flaw` where a pair is not closed, or has not two sides that say something.
    static func read(_ text: String, of template: String, in language: Language) throws -> String {
        var result = ""
        var rest = text[...]
        while let opening = rest.firstRange(of: "[[") {
            result += rest[..<opening.lowerBound]
            let after = rest[opening.upperBound...]
            guard let closing = after.firstRange(of: "]]") else {
                throw Flaw(template: template, text: String(after.prefix(60)))
            }
            let pair = after[..<closing.lowerBound]
            let sides = pair.split(separator: "|", omittingEmptySubsequences: false)
            guard sides.count == 2, sides.allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
                throw Flaw(template: template, text: String(pair.prefix(60)))
            }
            result += sides[language == .sv ? 0 : 1]
            rest = after[closing.upperBound...]
        }
        return result + rest
    }
}
