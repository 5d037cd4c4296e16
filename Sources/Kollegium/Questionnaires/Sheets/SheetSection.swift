import Measures

/// Questions that belong together, and stand together on a page: a run of the same kind, in the questionnaire's order.
struct SheetSection: Sendable {
    let kind: Kind
    /// Places in the part.
    let questions: Range<Int>
    /// Of its questions.
    let types: Set<ItemType>

    enum Kind: Sendable, Hashable {
        case goalReview, goals, free, outcome, ratings
        case trust(TrustForm)
    }

    static func sections(of questions: [AskedPart.Question]) -> [SheetSection] {
        var sections: [SheetSection] = []
        for (index, question) in questions.enumerated() {
            let kind = kind(of: question)
            if let last = sections.last, last.kind == kind {
                sections[sections.count - 1] = SheetSection(
                    kind: kind, questions: last.questions.lowerBound..<(index + 1),
                    types: last.types.union([question.type]))
            } else {
                sections.append(
                    SheetSection(kind: kind, questions: index..<(index + 1), types: [question.type]))
            }
        }
        return sections
    }

    private static func kind(of question: AskedPart.Question) -> Kind {
        switch question.type {
        case .goalExtent, .goalReview: .goalReview
        case .goal: .goals
        case .text, .choice, .ranking: .free
        case .rating:
            if let form = question.form { .trust(form) } else { question.area == nil ? .ratings : .outcome }
        }
    }

    /// What stands above it.
    var title: Sentence {
        switch kind {
        case .goalReview: Sentence(sv: "Målen från förra gången", en: "The goals from last time")
        case .goals: Sentence(sv: "Dina viktigaste mål", en: "Your most important goals")
        case .free where types == [.text]: Sentence(sv: "Med egna ord", en: "In your own words")
        case .free where types == [.choice]:
            Sentence(sv: "Välj det som stämmer bäst", en: "Choose what fits best")
        case .free where types == [.ranking]:
            Sentence(sv: "Det viktigaste först", en: "The most important first")
        case .free: Sentence(sv: "Några frågor till dig", en: "Some questions to you")
        case .outcome: Sentence(sv: "Vad arbetet har betytt", en: "What the work has meant")
        case .ratings: Sentence(sv: "Hur det är", en: "How it is")
        case .trust(.process): Sentence(sv: "Arbetets upplägg", en: "How the work is set up")
        case .trust(.collegial):
            Sentence(sv: "Mellan dig och kollegorna", en: "Between you and your colleagues")
        case .trust(.collective): Sentence(sv: "Ni som lag", en: "You as a team")
        }
    }

    /// What helps one to type in a paper.
    var explanationForTyping: Sentence? {
        guard case .goalReview = kind else { return nil }
        return Sentence(
            sv: "Personens mål står på papperet. Skriv in hur långt vart och ett nåddes enligt papperet.",
            en: "The person’s goals stand on the paper. Type in how far each was reached by the paper.")
    }

    /// What helps one to answer.
    var explanation: Sentence? {
        switch kind {
        case .goalReview:
            Sentence(
                sv: "Det du skrev står vid varje fråga. I vilken utsträckning har målet uppnåtts?",
                en: "What you wrote stands at each question. To what extent has the goal been reached?")
        case .goals:
            Sentence(
                sv: "Vad är viktigast för dig i det här arbetet? Tre mål räcker, ett går också bra.",
                en: "What matters most to you in this work? Three goals are enough, and one will do.")
        case .free where types.contains(.text):
            Sentence(
                sv: "Där du skriver räcker ett par ord. Skriv om elever så att ingen kan se vem det är.",
                en: "Where you write a few words will do. Write of pupils so that nobody can tell who it is.")
        case .free, .trust, .outcome, .ratings: nil
        }
    }
}
