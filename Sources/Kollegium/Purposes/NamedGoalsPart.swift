/// What teachers wanted at the start, by the headings that a researcher put their goals under, in words.
struct NamedGoalsPart: Sendable {
    let isEmpty: Bool
    let lines: [String]

    /// - Parameter minimum: how many people must have named something for it to be told.
    init(_ counts: GoalCounts, minimum: Int, _ language: Language) {
        let few = language.inWords(minimum)
        lines =
            counts.headings.map { heading in
                let people =
                    heading.people.map {
                        Sentence(
                            sv: "nämnt av \(Language.sv.inWords($0))",
                            en: "named by \(Language.en.inWords($0))")
                    } ?? Sentence(sv: "nämnt av de flesta", en: "named by most")
                return "\(heading.words), \(people(language))"
            }
            + (counts.hasOthers
                ? [
                    Sentence(
                        sv: "och annat, som färre än \(few) har nämnt",
                        en: "and other things, which fewer than \(few) have named")(language)
                ] : [])
        isEmpty = lines.isEmpty
    }
}

extension Language {
    /// Small numbers as words: `sju`; larger ones in digits.
    func inWords(_ number: Int) -> String {
        let words =
            self == .sv
            ? ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
            : [
                "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven", "twelve",
            ]
        return words.indices.contains(number) ? words[number] : grouped(number)
    }
}
