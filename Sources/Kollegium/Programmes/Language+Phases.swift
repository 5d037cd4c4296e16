/// What people call the phases of a programme.
extension Language {
    /// `year1` is “År 1”, and what a study calls by words of its own is called that. A code that nobody knows is written
    /// as words: `second-pilot` is “Second pilot”.
    func phase(_ code: String) -> String {
        if let name = Self.phases[code.lowercased()] { return name(self) }
        if let (year, number) = Self.numbered(code) { return "\(year(self))\u{A0}\(number)" }
        let isCode = code.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard isCode else { return code }
        let words = code.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.isEmpty ? code : words.capitalFirst
    }

    private static let phases = [
        "recruitment": Sentence(sv: "Rekrytering", en: "Recruitment"),
        "planning": Sentence(sv: "Planering", en: "Planning"),
        "preparation": Sentence(sv: "Förberedelse", en: "Preparation"),
        "start": Sentence(sv: "Start", en: "Start"),
        "pilot": Sentence(sv: "Pilot", en: "Pilot"),
        "implementation": Sentence(sv: "Genomförande", en: "Implementation"),
        "evaluation": Sentence(sv: "Utvärdering", en: "Evaluation"),
        "follow-up": Sentence(sv: "Uppföljning", en: "Follow-up"),
        "followup": Sentence(sv: "Uppföljning", en: "Follow-up"),
    ]

    private static let numbers = [
        "year": Sentence(sv: "År", en: "Year"), "term": Sentence(sv: "Termin", en: "Term"),
        "phase": Sentence(sv: "Fas", en: "Phase"),
    ]

    /// `year1`, `year-1`, `year_01`.
    private static func numbered(_ code: String) -> (Sentence, Int)? {
        let word = code.prefix { $0.isLetter }
        let digits = code.dropFirst(word.count).drop { $0 == "-" || $0 == "_" }
        guard let name = numbers[word.lowercased()], let number = wholeNumber(Array(digits.utf8)) else {
            return nil
        }
        return (name, number)
    }
}
