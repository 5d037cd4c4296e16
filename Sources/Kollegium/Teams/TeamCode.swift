/// A few letters on a screen or a piece of paper, by which the teachers at a meeting join their team by themselves.
struct TeamCode: Sendable, Equatable {
    /// Eight letters without a hyphen, as they are kept.
    let letters: String
    /// Until when it opens the team, in milliseconds since 1970, UTC.
    let endsAt: Int64

    /// As people read it: `BCDF-GHJK`.
    var grouped: String { "\(letters.prefix(4))-\(letters.suffix(4))" }

    /// Consonants only, so that no word comes about, and none that looks or sounds like another of them written by
    /// hand: four bits each, 32 in all. A code is open for hours, and guesses are slowed down at the door.
    static let alphabet = Array("BCDFGHJKMNPRSTXZ")

    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<8).compactMap { _ in alphabet.randomElement(using: &generator) })
    }

    /// The letters of what somebody typed, however they grouped them; nil for what can be no code.
    static func letters(_ typed: String) -> String? {
        let letters = TypedText(typed).text.uppercased().filter { !" -–_.".contains($0) }
        return letters.count == 8 && letters.allSatisfy(alphabet.contains) ? letters : nil
    }
}

/// How long a code is to be open, as it is typed. Field: `hours`.
struct TeamCodeDraft: Sendable, Equatable {
    var hours = "4"

    func examined() -> Examined<Int> {
        var form = FormReading()
        let hours = form.count("hours", TypedText(hours).isEmpty ? "4" : hours, within: 1...72)
        return Examined(form) { hours }
    }
}
