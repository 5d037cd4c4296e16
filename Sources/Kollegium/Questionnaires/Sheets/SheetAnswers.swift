/// What somebody has answered, to be read: section by section.
struct SheetAnswers: Sendable {
    let title: String
    let answers: [Answer]
    let path: String
    let change: String

    struct Answer: Sendable {
        let question: String
        let answer: String?
        let missing: String?
    }

    static func all(_ here: SheetInHand, _ language: Language) -> [SheetAnswers] {
        let goals = here.goals
        return here.sections.compactMap { section in
            let answers = section.questions.compactMap { index -> Answer? in
                let question = here.part.questions[index]
                guard here.isAsked(index) else { return nil }
                let value = here.answer(index)?.value
                return Answer(
                    question: question.words(language, goals: goals),
                    answer: value.map { question.words($0, language) },
                    missing: value == nil ? Sentence(sv: "inget svar", en: "no answer")(language) : nil)
            }
            guard let first = section.questions.first, !answers.isEmpty else { return nil }
            return SheetAnswers(
                title: section.title(language), answers: answers,
                path: SiteURL.sheet(here.wave.publicID, .section(here.page(of: first))).path
                    + "#section-\((here.sections.firstIndex { $0.questions == section.questions } ?? 0) + 1)",
                change: Sentence(
                    sv: "Ändra: \(section.title.sv.lowercased())",
                    en: "Change: \(section.title.en.lowercased())")(
                        language))
        }
    }
}
