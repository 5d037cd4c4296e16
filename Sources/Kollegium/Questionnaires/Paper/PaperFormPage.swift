/// A wave's questions to be printed and filled in by hand: boxes and lines, how long it takes, who sees it.
struct PaperFormPage: Page {
    static let template = "paper-form"
    let heading: PageHeading
    let title: String
    let lead: String
    let readers: [String]
    let sections: [Section]
    let hasForm: Bool
    /// What stands in the box already, on somebody's own; nil where it is written by hand.
    let pseudonym: String?
    /// Where what came back is typed in, for those who may.
    let typingPath: String?

    struct Section: Sendable {
        let title: String
        let explanation: String?
        let questions: [Question]
    }

    struct Question: Sendable {
        let number: String
        let words: String
        /// Before the question of how far it was reached, there is a line for the goal itself.
        let goal: String?
        let isChosen: Bool
        let isScale: Bool
        /// What is offered, in the order of the form; opting out is the last.
        let offers: [String]
        /// What is put in order, each with a box for its place.
        let ranked: [String]
        let isRanked: Bool
        /// Empty lines to write on.
        let lines: [String]
        let optOut: String?
    }

    /// For whoever hands papers out.
    init(_ here: PaperInHand, today: Day, _ language: Language) {
        let name = here.wave.name
        var heading = here.heading(Sentence(sv: name.title(of: .sv), en: name.title(of: .en)), language)
        heading.room = .questions(language)
        self.init(
            here.wave, here.part, here.study.minimumGroup, heading, pseudonym: nil,
            typingPath: here.mayTypeIn && here.wave.isOpen(on: today)
                ? SiteURL.wavePart(here.wave.publicID, .paper).path : nil, language)
    }

    /// Somebody's own. It has all questions, so that their numbers are those of whoever types it in.
    init(own here: SheetInHand, _ minimum: Int, pseudonym: String, _ language: Language) {
        let heading = here.heading(here.wave.name.title(of: language), nil, language)
        self.init(
            here.wave, here.part, minimum, heading, pseudonym: pseudonym, typingPath: nil, language)
    }

    private init(
        _ wave: Wave, _ part: AskedPart, _ minimum: Int, _ heading: PageHeading, pseudonym: String?,
        typingPath: String?, _ language: Language
    ) {
        title = wave.name.title(of: language)
        (self.pseudonym, self.typingPath) = (pseudonym, typingPath)
        var heading = heading
        heading.style = .paper_css
        self.heading = heading
        // What is asked is settled when the wave opens.
        hasForm = wave.openedAt != nil
        let (minutes, last) = (part.minutes, wave.lastDay.map(language.weekdayAndDate))
        let until = last.map {
            Sentence(sv: " Lämna den senast \($0).", en: " Hand it back by \($0).")(language)
        }
        lead =
            hasForm
            ? Sentence(
                sv:
                    "Det tar ungefär \(minutes) \(minutes == 1 ? "minut" : "minuter"). Hoppa över vad du vill.",
                en: "It takes about \(minutes) \(minutes == 1 ? "minute" : "minutes"). Skip what you like.")(
                    language) + (until ?? "")
            : Sentence(
                sv: "Frågorna läggs fast när omgången öppnar. Då kan de skrivas ut här.",
                en: "The questions are settled when the wave opens. Then they can be printed here.")(language)
        readers = Self.readers(wave, minimum, language)
        sections = part.sections.map { section in
            Section(
                title: section.title(language), explanation: Self.explanation(section, language),
                questions: section.questions.map { Question(part.questions[$0], at: $0, language) })
        }
    }

    /// As above question one on a screen, and who reads the paper itself.
    private static func readers(_ wave: Wave, _ minimum: Int, _ language: Language) -> [String] {
        let typist = Sentence(
            sv:
                "En forskare läser papperet när det skrivs in, och ser pseudonymen men inte ditt namn. Efter det går svaren inte att läsa där igen; du ser dem själv i Kollegium.",
            en:
                "A researcher reads the paper when it is typed in, and sees the pseudonym but not your name. After that the answers cannot be read there again; you see them yourself in Kollegium."
        )(language)
        let others = SheetPage.readers(wave, minimum, onPaper: true, language)
        return [typist] + others
    }

    private static func explanation(_ section: SheetSection, _ language: Language) -> String? {
        guard case .goalReview = section.kind else { return section.explanation?(language) }
        return Sentence(
            sv: "Skriv målet som du angav förra gången. I vilken utsträckning har det uppnåtts?",
            en: "Write the goal that you stated last time. To what extent has it been reached?")(language)
    }
}

extension PaperFormPage.Question {
    fileprivate init(_ question: AskedPart.Question, at index: Int, _ language: Language) {
        number = "\(index + 1)"
        words = question.words(language)
        goal =
            question.type == .goalExtent
            ? Sentence(sv: "Målet var", en: "The goal was")(language) : nil
        isChosen = question.isChosen
        isScale = question.isRated
        let out = question.words(.optedOut, language)
        offers =
            isChosen
            ? question.steps.enumerated().map { place, step in
                step.label(language).isEmpty ? step.value ?? "\(place + 1)" : step.label(language)
            } + [out] : []
        ranked = question.alternatives.map { question.words(rank: $0, language) }
        isRanked = !ranked.isEmpty
        optOut = isChosen ? nil : out
        let count =
            switch question.type {
            case .goal: 1
            case .text: 4
            case .ranking: isRanked ? 0 : QuestionsPart.ranks
            case .rating, .goalExtent, .goalReview, .choice: 0
            }
        lines = (0..<count).map { question.type == .ranking ? "\($0 + 1)." : "" }
    }
}
