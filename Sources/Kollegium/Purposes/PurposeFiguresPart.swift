import Measures

/// The teachers' side as figures, in words and bars.
struct PurposeFiguresPart: Sendable {
    let isEmpty: Bool
    let lines: [Line]

    struct Line: Sendable {
        let term: String
        let value: String
        let svg: String?
        let words: String
    }

    /// - Parameter minimum: from how many answers on a figure is shown.
    init(_ figures: PurposeFigures, minimum: Int, _ language: Language) {
        isEmpty = figures.terms.isEmpty
        lines = figures.terms.reversed().map { Line($0, minimum: minimum, language) }
    }
}

extension PurposeFiguresPart.Line {
    fileprivate init(_ figure: PurposeFigures.Figure, minimum: Int, _ language: Language) {
        term = language.term(figure.term)
        guard let share = figure.share else {
            value = Sentence(sv: "Visas inte", en: "Not shown")(language)
            svg = nil
            words = Sentence(
                sv:
                    "Färre än \(Language.sv.inWords(minimum)) svarade, eller för få av dem som svarade förra gången.",
                en:
                    "Fewer than \(Language.en.inWords(minimum)) answered, or too few of those who answered the time before."
            )(
                language)
            return
        }
        let people = language.grouped(share.people)
        switch share.shown {
        case .exact(let top, let percent):
            value = Sentence(
                sv: "\(language.percent(percent)) delar det", en: "\(language.percent(percent)) share it")(
                    language)
            svg = StartBar.svg(top, of: share.of)
        case .atLeast(let percent):
            value = Sentence(
                sv: "Minst \(language.percent(percent)) delar det",
                en: "At least \(language.percent(percent)) share it")(language)
            svg = nil
        case .atMost(let percent):
            value = Sentence(
                sv: "Högst \(language.percent(percent)) delar det",
                en: "At most \(language.percent(percent)) share it")(language)
            svg = nil
        }
        let answered = Sentence(
            sv: "Helt eller delvis, av \(people) som svarade.",
            en: "Wholly or in part, of \(people) who answered.")(language)
        let left = Sentence(
            sv: " Några som svarade bara en av terminerna är inte med, så att ingens svar går att räkna ut.",
            en:
                " Some who answered in one of the terms only are not in it, so that nobody’s answer can be worked out."
        )(language)
        words = answered + (figure.leavesOut ? left : "")
    }
}
