import Measures

/// How the language writes figures: decimal sign, per cent, minus, intervals.
extension Language {
    private var decimalSeparator: Character { self == .sv ? "," : "." }

    /// A minus as wide as a plus, so that signs stand under each other.
    private static let minus = "\u{2212}"

    func decimal(_ number: Hundredths) -> String {
        number.printed(decimalSeparator: String(decimalSeparator)).replacing("-", with: Self.minus)
    }

    /// With its sign, also where it is positive: `+0,39`.
    func signed(_ number: Hundredths) -> String {
        (number.count > 0 ? "+" : "") + decimal(number)
    }

    /// From 0.2 to 0.57: `0,20–0,57` in Swedish, `0.20 to 0.57` where a limit is negative, so that a dash is never
    /// taken for a minus.
    func interval(_ lower: Hundredths, _ upper: Hundredths) -> String {
        let dash = lower.count < 0 ? Sentence(sv: " till ", en: " to ")(self) : "–"
        return decimal(lower) + dash + decimal(upper)
    }

    /// A number that is no exact fraction, with so many decimals.
    func decimal(_ number: Double, places: Int = 2) -> String {
        guard number.isFinite else { return "–" }
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let count = Int((number.magnitude * scale).rounded())
        let (whole, rest) = count.quotientAndRemainder(dividingBy: Int(scale))
        let digits = String(rest)
        let decimals = String(repeating: "0", count: max(0, places - digits.count)) + digits
        return (number < 0 && count > 0 ? Self.minus : "") + grouped(whole)
            + (places > 0 ? "\(decimalSeparator)\(decimals)" : "")
    }

    /// With the space that Swedish asks for, and that never breaks.
    func percent(_ number: Int) -> String {
        self == .sv ? "\(grouped(number))\u{A0}%" : "\(grouped(number))%"
    }

    /// From 40 to 69 per cent: `40–69 %`; where both are the same, that one.
    func percent(_ lower: Int, _ upper: Int) -> String {
        lower == upper ? percent(upper) : "\(lower)–\(percent(upper))"
    }

}

extension String {
    /// So that no line breaks within it: for figures in running text on a page.
    var unbroken: String {
        replacing(" ", with: "\u{A0}").replacing("–", with: "\u{2060}–\u{2060}")
    }
}
