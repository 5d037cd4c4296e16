/// How the language names several things in a sentence.
extension Language {
    /// `a`, `a och b`, `a, b och c`.
    func list(_ things: [String]) -> String {
        guard let last = things.last, things.count > 1 else { return things.first ?? "" }
        return things.dropLast().joined(separator: ", ") + Sentence(sv: " och ", en: " and ")(self) + last
    }
}
