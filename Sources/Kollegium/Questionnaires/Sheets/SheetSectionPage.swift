/// Questions to answer: one section of a questionnaire, or all of it.
struct SheetSectionPage: Page, Hashable {
    static let template = "sheet-section"
    let heading: PageHeading
    let step: String
    let title: String
    let mistakes: Mistakes?
    let path: String
    /// By which the browser knows what it keeps of an answer that could not be sent.
    let draft: String
    let questions: String
    let button: String
    let back: Link?

    /// - Parameters:
    ///   - place: of the page among those that the person has.
    ///   - draft, questions: as they stand, or `QuestionSlot.sign` where they are yet to come.
    init(
        _ here: SheetInHand, _ place: Int, draft: String, questions: String, problems: FormProblems?,
        _ language: Language
    ) {
        let page = here.pages[place]
        title = here.title(of: page, language)
        heading = here.heading(title, problems, language)
        step = here.step(place + 1, language)
        mistakes = Mistakes(problems, language)
        path = SiteURL.sheet(here.wave.publicID, .section(page.number)).path
        self.draft = draft
        self.questions = questions
        let isLast = place == here.pages.count - 1
        button =
            isLast
            ? Sentence(sv: "Spara och läs igenom", en: "Save and read it through")(language)
            : Sentence(sv: "Spara och gå vidare", en: "Save and go on")(language)
        back =
            place == 0
            ? nil
            : Link(
                Sentence(sv: "Tillbaka", en: "Back")(language),
                .sheet(here.wave.publicID, .section(here.pages[place - 1].number)))
    }
}

extension SheetInHand {
    /// Questions to answer, as they were left. What stands around them is the same for all who answer, and is made once.
    func page(_ place: Int, _ site: Site, _ language: Language) -> KnownPage {
        let slot = String(QuestionSlot.sign)
        let page = SheetSectionPage(self, place, draft: slot, questions: slot, problems: nil, language)
        let around = site.templates.fill(SheetSectionPage.template, withKnown: page, in: language)
            .unicodeScalars.split(separator: slot.unicodeScalars.first!, omittingEmptySubsequences: false)
        var content = PageBytes(Substring(around[0]))
        content.add(draft("\(pages[place].number)"))
        content.add(Substring(around[1]))
        content.add(form(pages[place], site, language))
        content.add(Substring(around[2]))
        return KnownPage(heading: page.heading, content: content)
    }
}

extension SheetInHand {
    func title(_ language: Language) -> String { wave.name.title(of: language) }

    /// What stands above a page of questions.
    func title(of page: SheetForms.Page, _ language: Language) -> String {
        guard case .section(let number) = page else { return title(language) }
        return sections[number - 1].title(language)
    }

    /// Under what a browser keeps what it could not send: another person at the same browser has another name for it.
    func draft(_ page: String) -> String { FormBasis.of([wave.publicID, page, "\(person)"]) }

    func heading(_ title: String, _ problems: FormProblems? = nil, _ language: Language) -> PageHeading {
        let named = PageHeading.form(Sentence(sv: title, en: title), problems, language)
        return PageHeading(
            title: named.title,
            trail: [
                Link(Sentence(sv: "Start", en: "Start")(language), .start),
                Link(Sentence(sv: "Enkäter", en: "Questionnaires")(language), .sheets),
                Link(self.title(language), .sheet(wave.publicID)),
            ],
            room: RoomBanner(
                .mine,
                (wave.name.asksLeaders
                    ? Sentence(
                        sv: "Ingen annan på skolan ser det du svarar.",
                        en: "Nobody else at your school sees what you answer.")
                    : Sentence(
                        sv: "Ingen annan i laget eller på skolan ser det du svarar.",
                        en: "Nobody else in your team or at your school sees what you answer."))(language),
                language),
            script: isOpen ? .sheet_js : nil, style: .sheet_css)
    }

    /// `Steg 2 av 7`.
    func step(_ number: Int, _ language: Language) -> String {
        let all = pages.count + (mayLookBack ? 1 : 0) + 1
        return Sentence(sv: "Steg \(number) av \(all)", en: "Step \(number) of \(all)")(language)
    }

    /// Whether there will be something to look back at when the ratings are given.
    var mayLookBack: Bool {
        wave.form.lookBack == .after && questions(on: .lookBack).contains { !earlier($0).isEmpty }
    }
}
