/// The questions to somebody who has left their team: all on one page, answered once, without signing in.
struct ExitPage: Page {
    static let template = "exit"
    let heading: PageHeading
    let title: String
    let lead: String
    let readers: [String]
    let mistakes: Mistakes?
    let path: String
    let questions: String

    /// - Parameters:
    ///   - minimum: how many have to answer before anything is shown.
    ///   - questions: rendered, with what was sent.
    init(
        _ exit: ExitStore.Exit, _ part: AskedPart, _ secret: Secret, minimum: Int, questions: String,
        problems: FormProblems?, _ language: Language
    ) {
        let name = Sentence(
            sv: "Några frågor till dig som har lämnat ditt arbetslag",
            en: "A few questions to you who have left your team")
        var heading = PageHeading.form(name, problems, language)
        heading.room = RoomBanner(
            .mine,
            Sentence(
                sv: "Det du svarar här visas bara i sammanställningar, aldrig för sig.",
                en: "What you answer here is shown in summaries only, never by itself.")(language), language)
        heading.style = .sheet_css
        self.heading = heading
        title = name(language)
        let minutes = part.withoutReview.minutes
        lead = Sentence(
            sv: "Det tar ungefär \(minutes) \(minutes == 1 ? "minut" : "minuter"). Hoppa över vad du vill.",
            en: "It takes about \(minutes) \(minutes == 1 ? "minute" : "minutes"). Skip what you like.")(
                language)
        readers = [
            Sentence(
                sv:
                    "Laget, handledaren och de som leder ser sammanställningar av minst \(minimum) personers svar.",
                en:
                    "The team, its supervisor and leaders see summaries of the answers of at least \(minimum) people."
            )(
                language),
            Sentence(
                sv: "Forskare ser svar under pseudonym, och bara om du har sagt ja till det.",
                en: "Researchers see answers under a pseudonym, and only if you have said yes to that.")(
                    language),
        ]
        mistakes = Mistakes(problems, language)
        path = SiteURL.exit(secret.text).path
        self.questions = questions
    }
}

/// What a leaver's link leads to when there is nothing to answer: it has been, or the link opens nothing.
struct ExitEndPage: Page {
    static let template = "exit-end"
    let heading: PageHeading
    let title: String
    let words: String

    /// - Parameter isHandedIn: else it is a link that opens nothing; why, nobody is told.
    init(isHandedIn: Bool, _ language: Language) {
        title =
            (isHandedIn
            ? Sentence(sv: "Tack för dina svar", en: "Thank you for your answers")
            : Sentence(sv: "Länken fungerar inte längre", en: "The link does not work any more"))(language)
        words =
            (isHandedIn
            ? Sentence(
                sv: "De är inlämnade, och du är klar. De visas bara i sammanställningar.",
                en: "They are handed in, and you are done. They are shown in summaries only.")
            : Sentence(
                sv:
                    "Tiden för att svara är slut, eller så är du tillbaka i ett arbetslag. Du behöver inte göra något.",
                en: "The time for answering is over, or you are back in a team. You need not do anything."))(
                language)
        heading = PageHeading(title: title)
    }
}
