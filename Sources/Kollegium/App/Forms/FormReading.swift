/// Reads a form field by field. Each question gives a sound value or notes what is wrong, and the reading goes on, so
/// that a person is told everything at once.
struct FormReading {
    private(set) var problems = FormProblems()

    mutating func report(_ field: String, _ sentence: Sentence) {
        problems.report(field, sentence)
    }

    /// A line of text; nil where nothing was typed.
    /// - Parameter most: how many characters it may have.
    mutating func text(_ field: String, _ typed: String, most: Int = 200) -> String? {
        let text = TypedText(typed)
        if let flaw = text.flaw(most: most) {
            report(field, flaw)
            return nil
        }
        return text.isEmpty ? nil : text.text
    }

    /// A line of text that has to be there.
    mutating func text(_ field: String, _ typed: String, most: Int = 200, missing: Sentence) -> String? {
        if TypedText(typed).isEmpty {
            report(field, missing)
            return nil
        }
        return text(field, typed, most: most)
    }

    /// A day; nil where nothing was typed.
    mutating func day(_ field: String, _ typed: String) -> Day? {
        if TypedText(typed).isEmpty { return nil }
        guard let day = Day(typed: typed) else {
            report(field, .noTypedDay(typed))
            return nil
        }
        return day
    }

    mutating func day(_ field: String, _ typed: String, missing: Sentence) -> Day? {
        if TypedText(typed).isEmpty { report(field, missing) }
        return day(field, typed)
    }

    /// A whole number; nil where nothing was typed.
    mutating func count(_ field: String, _ typed: String, within bounds: ClosedRange<Int>) -> Int? {
        let digits = TypedText(typed).text.filter { !$0.isWhitespace }
        guard !digits.isEmpty else { return nil }
        guard let number = wholeNumber(Array(digits.utf8)), bounds.contains(number) else {
            report(field, .noCount(typed, bounds))
            return nil
        }
        return number
    }

    /// A number, with a decimal comma or point; nil where nothing was typed.
    mutating func decimal(_ field: String, _ typed: String, within bounds: ClosedRange<Int>) -> Double? {
        var digits = TypedText(typed).text.filter { !$0.isWhitespace }
        if digits.hasSuffix("%") { digits.removeLast() }
        guard !digits.isEmpty else { return nil }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        let isPlain = parts.count <= 2 && parts.allSatisfy { wholeNumber(Array($0.utf8)) != nil }
        guard isPlain, let number = Double(parts.joined(separator: ".")),
            number >= Double(bounds.lowerBound), number <= Double(bounds.upperBound)
        else {
            report(field, .noDecimal(typed, bounds))
            return nil
        }
        return number
    }

    /// One of the words that the form offers.
    mutating func choice<Choice: RawRepresentable<String>>(
        _ field: String, _ typed: String, of type: Choice.Type, missing: Sentence
    ) -> Choice? {
        guard let choice = Choice(rawValue: TypedText(typed).text) else {
            report(field, missing)
            return nil
        }
        return choice
    }
}

extension Sentence {
    static func noTypedDay(_ typed: String) -> Sentence {
        Sentence(
            sv: "”\(typed.excerpt)” går inte att läsa som ett datum; skriv som 2013-09-03 eller 3 sep 2013",
            en: "“\(typed.excerpt)” can't be read as a date; write it as 2013-09-03 or 3 Sep 2013")
    }

    static func noCount(_ typed: String, _ bounds: ClosedRange<Int>) -> Sentence {
        Sentence(
            sv: "”\(typed.excerpt)” ska vara ett heltal från \(bounds.lowerBound) till "
                + Language.sv.grouped(bounds.upperBound),
            en: "“\(typed.excerpt)” should be a whole number from \(bounds.lowerBound) to "
                + Language.en.grouped(bounds.upperBound))
    }

    static func noDecimal(_ typed: String, _ bounds: ClosedRange<Int>) -> Sentence {
        Sentence(
            sv: "”\(typed.excerpt)” ska vara ett tal från \(bounds.lowerBound) till \(bounds.upperBound)",
            en: "“\(typed.excerpt)” should be a number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
}
