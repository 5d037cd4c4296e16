/// The languages in which the program speaks to people.
enum Language: String, Sendable, CaseIterable {
    case sv, en

    /// A whole number with its thousands set apart as the language does it: `4,211` in English, `4 211` in
    /// Swedish with no-break spaces, so that a line never breaks inside a number.
    func grouped(_ number: Int) -> String {
        let separator: Character = self == .sv ? "\u{00A0}" : ","
        var text = ""
        let digits = String(number.magnitude)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(separator) }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }
}

/// A message that a person meets, in both languages. It says what is wrong and what would be right.
struct Sentence: Sendable, Equatable {
    let sv, en: String

    init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    func callAsFunction(_ language: Language) -> String {
        switch language {
        case .sv: sv
        case .en: en
        }
    }
}
