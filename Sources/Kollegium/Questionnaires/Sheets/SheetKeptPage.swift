/// What was handed in: what one kept of one's earlier answers, what one changed, and all that one answered.
struct SheetKeptPage: Page {
    static let template = "sheet-kept"
    let heading: PageHeading
    let title: String
    let lead: String
    /// Said where somebody else has typed it in.
    let fromPaper: String?
    let hasLookedBack: Bool
    let summary: String
    let lookedBack: [Row]
    let reflection: String?
    let sections: [SheetAnswers]
    let change: Link?
    /// Who sees what was handed in.
    let readers: [String]

    struct Row: Sendable {
        let question: String
        let earlier: [LookBackPart.Moment]
        let answer: String
        let first: String?
        let state: String
    }

    /// - Parameter minimum: how many have to answer before anything is shown.
    init(_ here: SheetInHand, minimum: Int, _ language: Language) {
        readers = SheetPage.readers(here.wave, minimum, language)
        fromPaper = here.sheet?.isFromPaper == true ? Sentence.fromPaper(isOpen: here.isOpen)(language) : nil
        title = here.title(language)
        heading = here.heading(title, nil, language)
        lead = Self.lead(here, language)
        let goals = here.goals
        let days = LookBackPart.days(here.earlierSheets, language)
        let rows = here.part.questions.indices.compactMap { index -> (LookBack, Row)? in
            guard let answer = here.answer(index), let lookBack = answer.lookBack else { return nil }
            let question = here.part.questions[index]
            let earlier = here.earlier(index)
            guard !earlier.isEmpty else { return nil }
            let first = answer.firstStep.flatMap { first -> String? in
                guard first != answer.value.step else { return nil }
                let words = question.words(.step(first), language)
                return Sentence(sv: "först: \(words)", en: "at first: \(words)")(language)
            }
            return (
                lookBack,
                Row(
                    question: question.words(language, goals: goals),
                    earlier: LookBackPart(
                        earlier, question, answer, days, number: index + 1, isKeepable: false, language
                    ).moments,
                    answer: question.words(answer.value, language), first: first,
                    state: lookBack.words(language))
            )
        }
        lookedBack = rows.map(\.1)
        hasLookedBack = !rows.isEmpty
        let count = { (state: LookBack) in rows.count { $0.0 == state } }
        summary = Sentence(
            sv:
                "Du bekräftade \(count(.confirmed)), ändrade \(count(.changed)) och tittade inte på \(count(.notLookedAt)). Det du svarade förr står kvar som det var.",
            en:
                "You confirmed \(count(.confirmed)), changed \(count(.changed)) and did not look at \(count(.notLookedAt)). What you answered before stays as it was."
        )(language)
        reflection = here.sheet?.reflection
        sections = SheetAnswers.all(here, language)
        change =
            here.isOpen
            ? Link(
                Sentence(sv: "Ändra något", en: "Change something")(language),
                .sheet(here.wave.publicID, .section(here.pages[0].number))) : nil
    }

    private static func lead(_ here: SheetInHand, _ language: Language) -> String {
        guard let sheet = here.sheet, sheet.isHandedIn else {
            return Sentence(
                sv:
                    "Enkäten stängdes innan du lämnade in. Det här hade du svarat; det räknas inte med någonstans.",
                en:
                    "The questionnaire closed before you handed it in. This is what you had answered; it is counted nowhere."
            )(language)
        }
        let day = sheet.submitted.map(language.weekdayAndDate) ?? ""
        let thanks = Sentence(sv: "Tack. Inlämnat \(day).", en: "Thank you. Handed in \(day).")(language)
        guard here.isOpen else { return thanks }
        let until =
            here.wave.lastDay.map { last in
                Sentence(
                    sv: " Du kan ändra till och med \(language.weekdayAndDate(last)).",
                    en: " You can change it until \(language.weekdayAndDate(last)).")(language)
            }
            ?? Sentence(
                sv: " Du kan ändra tills enkäten stängs.", en: " You can change it until it closes.")(
                language)
        return thanks + until
    }
}

extension Sentence {
    fileprivate static func fromPaper(isOpen: Bool) -> Sentence {
        isOpen
            ? Sentence(
                sv:
                    "Inskriven från papper. Stämmer något inte med det du skrev kan du ändra det här, så länge enkäten är öppen.",
                en:
                    "Typed in from paper. If something is not as you wrote it you can change it here, as long as the questionnaire is open."
            ) : Sentence(sv: "Inskriven från papper.", en: "Typed in from paper.")
    }
}
