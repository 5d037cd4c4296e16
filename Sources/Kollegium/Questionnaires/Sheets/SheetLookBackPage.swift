/// The ratings just given beside those of earlier waves: to stand by them or to change them.
struct SheetLookBackPage: Page {
    static let template = "sheet-look-back"
    let heading: PageHeading
    let step: String
    let mistakes: Mistakes?
    let path: String
    let draft: String
    let questions: String
    let flaw: String?
    let reflection: String
    let review: String

    /// - Parameter typed: what has changed, as it was just sent and could not be kept.
    init(
        _ here: SheetInHand, questions: String, problems: FormProblems?, typed: String?, _ language: Language
    ) {
        heading = here.heading(
            Sentence(sv: "Återblick", en: "Looking back")(language), problems, language)
        step = here.step(here.pages.count + 1, language)
        mistakes = Mistakes(problems, language)
        path = SiteURL.sheet(here.wave.publicID, .lookBack).path
        draft = here.draft("look-back")
        self.questions = questions
        flaw = problems?["reflection"]?.asWhole(language)
        reflection = typed ?? here.sheet?.reflection ?? ""
        review = SiteURL.sheet(here.wave.publicID, .review).path
    }
}
