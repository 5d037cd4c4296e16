/// All that one has answered, to read through before it is handed in.
struct SheetReviewPage: Page {
    static let template = "sheet-review"
    let heading: PageHeading
    let step: String
    let mistakes: Mistakes?
    let lead: String
    let sections: [SheetAnswers]
    let reflection: String?
    let isHandedIn: Bool
    let handingIn: String
    let kept: String

    init(_ here: SheetInHand, problems: FormProblems? = nil, _ language: Language) {
        heading = here.heading(
            Sentence(sv: "Läs igenom", en: "Read it through")(language), problems, language)
        step = here.step(here.pages.count + (here.mayLookBack ? 2 : 1), language)
        mistakes = Mistakes(problems, language)
        sections = SheetAnswers.all(here, language)
        let missing = sections.reduce(0) { $0 + $1.answers.count { $0.missing != nil } }
        lead =
            (missing == 0
            ? Sentence(sv: "Du har svarat på allt.", en: "You have answered everything.")
            : missing == 1
                ? Sentence(
                    sv: "En fråga är utan svar. Det går bra att lämna in ändå.",
                    en: "One question has no answer. You may hand in all the same.")
                : Sentence(
                    sv: "\(missing) frågor är utan svar. Det går bra att lämna in ändå.",
                    en: "\(missing) questions have no answer. You may hand in all the same."))(language)
        reflection = here.sheet?.reflection
        isHandedIn = here.sheet?.isHandedIn ?? false
        handingIn = SiteURL.sheet(here.wave.publicID, .handingIn).path
        kept = SiteURL.sheet(here.wave.publicID).path
    }
}
