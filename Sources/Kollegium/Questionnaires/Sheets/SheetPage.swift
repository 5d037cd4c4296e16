/// What a questionnaire is, before question one: who will see it, how long it takes, until when.
struct SheetPage: Page {
    static let template = "sheet"
    let heading: PageHeading
    let title: String
    let lead: String
    let readers: [String]
    let facts: [Fact]
    /// How to answer on paper; nil for those who answer by a link only.
    let paper: Paper?
    let begin: Link
    /// Where else one can go on.
    let others: [Link]

    struct Paper: Sendable {
        let pseudonym: String
        let path: String
    }

    struct Fact: Sendable {
        let name: String
        let words: String
    }

    /// - Parameters:
    ///   - minimum: how many have to answer before anything is shown.
    ///   - pseudonym: the person's own, which stands on paper in place of their name.
    init(_ here: SheetInHand, minimum: Int, pseudonym: String?, _ language: Language) {
        title = here.title(language)
        heading = here.heading(title, nil, language)
        let minutes = here.asked.minutes
        lead = Sentence(
            sv:
                "Det tar ungefär \(minutes) \(minutes == 1 ? "minut" : "minuter"), och du behöver inte ha något framför dig.",
            en:
                "It takes about \(minutes) \(minutes == 1 ? "minute" : "minutes"), and you need nothing in front of you."
        )(language)
        readers = Self.readers(here.wave, minimum, language)
        facts = Self.facts(here, language)
        paper = pseudonym.map {
            Paper(pseudonym: $0, path: SiteURL.sheet(here.wave.publicID, .paperForm).path)
        }
        let ways = Self.ways(here, language)
        begin = ways[0]
        others = Array(ways.dropFirst())
    }

    /// Where they can go on, first where they were.
    private static func ways(_ here: SheetInHand, _ language: Language) -> [Link] {
        let wave = here.wave.publicID
        func link(_ page: SheetForms.Page, _ words: Sentence) -> Link {
            Link(words(language), .sheet(wave, .section(page.number)))
        }
        guard here.sheet?.answers.isEmpty == false else {
            return [link(here.pages[0], Sentence(sv: "Börja", en: "Begin"))]
        }
        let next = here.next.map { page in
            let (sv, en) = (here.title(of: page, .sv), here.title(of: page, .en))
            return link(
                page, Sentence(sv: "Fortsätt där du var: \(sv)", en: "Go on where you were: \(en)"))
        }
        let passedOver = here.passedOver.map { page in
            let (sv, en) = (here.title(of: page, .sv), here.title(of: page, .en))
            return link(
                page,
                Sentence(sv: "Till det du hoppade över: \(sv)", en: "To what you passed over: \(en)"))
        }
        let review = Link(
            Sentence(sv: "Läs igenom och lämna in", en: "Read it through and hand in")(language),
            .sheet(wave, .review))
        return [next, passedOver, review].compactMap(\.self)
    }

    private static func facts(_ here: SheetInHand, _ language: Language) -> [Fact] {
        var facts: [Fact] = []
        if let team = here.team, !here.wave.name.asksLeaders {
            facts.append(
                Fact(name: Sentence(sv: "Du svarar för", en: "You answer for")(language), words: team.name))
        }
        if let last = here.wave.lastDay {
            facts.append(
                Fact(
                    name: Sentence(sv: "Öppen till och med", en: "Open until")(language),
                    words: language.weekdayAndDate(last)))
        }
        facts.append(
            Fact(
                name: Sentence(sv: "Frågor", en: "Questions")(language),
                words: "\(here.asked.questions.count)"))
        if here.earlierSheets.contains(where: { !$0.answers.isEmpty }) {
            facts.append(
                Fact(
                    name: Sentence(sv: "Återblick", en: "Looking back")(language),
                    words: Sentence(
                        sv: "Du möter det du själv svarade förr, och avgör om du står fast vid det.",
                        en: "You meet what you answered before, and decide whether you stand by it.")(
                            language)))
        }
        return facts
    }

    /// - Parameter onPaper: nobody is promised there that none sees who has answered: a paper goes through hands.
    static func readers(
        _ wave: Wave, _ minimum: Int, onPaper: Bool = false, _ language: Language
    ) -> [String] {
        let own =
            wave.name.asksLeaders
            ? Sentence(
                sv: "På skolan ser ingen annan dina svar, varken nu eller senare.",
                en: "At your school nobody else sees your answers, neither now nor later.")
            : Sentence(
                sv: "I laget och på skolan ser ingen annan dina svar, varken nu eller senare.",
                en: "In your team and at your school nobody else sees your answers, neither now nor later.")
        let research = Sentence(
            sv: "Forskare ser svar under pseudonym, och bara om du har sagt ja till det.",
            en: "Researchers see answers under a pseudonym, and only if you have said yes to that.")
        guard !wave.name.asksLeaders else {
            return [
                own,
                Sentence(
                    sv:
                        "Du är ensam eller en av få som leder skolan, så det du svarar kan inte kallas anonymt.",
                    en:
                        "You alone, or one of few, lead the school, so what you answer cannot be called anonymous."
                ),
                research,
            ].map { $0(language) }
        }
        return [
            own,
            Sentence(
                sv:
                    "Lagets sammanlagda svar visas först när enkäten har stängt och minst \(minimum) i laget har svarat, också för laget självt.",
                en:
                    "Your team’s answers are shown together only when the questionnaire has closed and at least \(minimum) of the team have answered, to the team itself too."
            ),
            Sentence(
                sv:
                    "Rektor och programledning ser lagens utfall, aldrig vad någon har svarat om sina kollegor.",
                en:
                    "Principals and those who lead the programme see teams’ outcome, never what anybody has answered about colleagues."
            ),
            onPaper
                ? nil : Sentence(sv: "Ingen ser vem som har svarat.", en: "Nobody sees who has answered."),
            research,
        ].compactMap { $0?(language) }
    }
}

extension SheetInHand {
    /// Where to go on: the page that was last answered on, or the next one after it, with a question without an answer.
    var next: SheetForms.Page? {
        let pages = pages
        let last = pages.lastIndex { questions(on: $0).contains { answer($0) != nil } } ?? 0
        return pages[last...].first(where: hasUnanswered)
    }

    /// The first page with a question without an answer, where it comes before the one to go on at.
    var passedOver: SheetForms.Page? {
        let first = pages.first(where: hasUnanswered)
        return first == next ? nil : first
    }

    private func hasUnanswered(_ page: SheetForms.Page) -> Bool {
        questions(on: page).contains { isAsked($0) && answer($0) == nil }
    }
}
