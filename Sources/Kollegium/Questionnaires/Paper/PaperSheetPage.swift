/// Where a researcher types in a questionnaire that was filled in on paper: all questions, and no earlier answers.
struct PaperSheetPage: Page {
    static let template = "paper-sheet"
    let heading: PageHeading
    let title: String
    let wave: String
    let mistakes: Mistakes?
    let path: String
    let formPath: String
    let pseudonym: TextField
    let day: TextField
    /// Asked where the pseudonym has a paper already.
    let replacement: Replacement?
    let questions: String
    struct Replacement: Sendable {
        /// The pseudonym as it was typed.
        let value: String
        let mark: String
        let flaw: String?
    }

    /// Said in place of the form where the wave takes no answers.
    let refusal: String?
    let hasForm: Bool

    /// - Parameter questions: rendered, with what was typed.
    init(
        _ here: PaperInHand, _ typed: PaperSheet, questions: String, problems: FormProblems?, today: Day,
        _ language: Language
    ) {
        let name = Sentence(sv: "Skriv in ett papper", en: "Type in a paper")
        var heading = here.heading(name, problems: problems, language)
        heading.room = .paper(language)
        heading.style = .sheet_css
        self.heading = heading
        title = name(language)
        wave = here.wave.name.title(of: language)
        mistakes = Mistakes(problems, language)
        path = SiteURL.wavePart(here.wave.publicID, .paper).path
        formPath = SiteURL.wavePart(here.wave.publicID, .paperForm).path
        pseudonym = TextField(
            "pseudonym", Sentence(sv: "Pseudonym", en: "Pseudonym"), language, value: typed.pseudonym,
            hint: Sentence(
                sv: "Den står i rutan överst på papperet. Stora och små bokstäver är lika.",
                en: "It stands in the box on top of the paper. Capitals and small letters are the same."),
            flaw: problems?["pseudonym"])
        day = TextField(
            "day", Sentence(sv: "Ifyllt den", en: "Filled in on"), language, value: typed.day,
            hint: Sentence(
                sv: "Dagen som står på papperet, till exempel 2014-06-10.",
                en: "The day that stands on the paper, for example 2014-06-10."), flaw: problems?["day"])
        replacement =
            problems?["replace"] == nil && typed.replaced.isEmpty
            ? nil
            : Replacement(
                value: typed.pseudonym, mark: typed.replaces ? " checked" : "",
                flaw: problems?["replace"]?.asWhole(language))
        self.questions = questions
        // What was typed is never taken away: where the wave has closed meanwhile the form is still there, with the reason.
        hasForm = here.wave.isOpen(on: today) || problems != nil
        refusal = hasForm ? nil : here.wave.standing(on: today, language)
    }
}

/// What a researcher has just typed in: whose pseudonym, which day, how much. What was answered is not read again.
struct PaperReceiptPage: Page {
    static let template = "paper-receipt"
    let heading: PageHeading
    let title: String
    let pseudonym: String
    let day: String
    let answers: String
    let hasReplaced: Bool
    let nextPath: String
    let back: Link

    init(_ here: PaperInHand, _ sheet: PaperSheet.Values, _ receipt: PaperStore.Receipt, _ language: Language)
    {
        let name = Sentence(sv: "Papperet är inskrivet", en: "The paper is typed in")
        var heading = here.heading(name, language)
        heading.room = .paper(language)
        self.heading = heading
        title = name(language)
        pseudonym = sheet.pseudonym
        day = language.weekdayAndDate(sheet.day)
        hasReplaced = receipt.hasReplaced
        let (answered, all) = (receipt.answered, here.part.questions.count)
        answers = Sentence(
            sv: "\(answered) av \(all) frågor", en: "\(answered) of \(all) questions")(language)
        nextPath = SiteURL.wavePart(here.wave.publicID, .paper).path
        back = Link(
            Sentence(sv: "Forskningsfiler", en: "Research files")(language),
            .programme(here.programme, .research))
    }
}

extension RoomBanner {
    fileprivate static func paper(_ language: Language) -> RoomBanner {
        RoomBanner(
            .research,
            Sentence(
                sv: "Det du skriver in här går inte att läsa igen. Bara den som svarade ser det på sin sida.",
                en: "What you type in here cannot be read again. Only who answered sees it on their page.")(
                    language), language)
    }
}
