/// What a questionnaire is, before question one: who will see it, how long it takes, until when.
struct SheetPage: Page {
    static let template = "sheet"
    let heading: PageHeading
    let title: String
    let lead: String
    let readers: [String]
    let facts: [Fact]
    let begin: Link
    let second: Link?

    struct Fact: Sendable {
        let name: String
        let words: String
    }

    /// - Parameter minimum: how many have to answer before anything is shown.
    init(_ here: SheetInHand, minimum: Int, _ language: Language) {
        title = here.title(language)
        heading = here.heading(title, nil, language)
        let minutes = here.part.minutes
        lead = Sentence(
            sv: "Det tar ungefär \(minutes) minuter, och du behöver inte ha något framför dig.",
            en: "It takes about \(minutes) minutes, and you need nothing in front of you.")(language)
        readers = Self.readers(here, minimum, language)
        facts = Self.facts(here, language)
        let wave = here.wave.publicID
        let hasBegun = here.sheet?.answers.isEmpty == false
        let place = here.firstUnanswered
        begin =
            hasBegun
            ? Link(
                Sentence(sv: "Fortsätt där du var", en: "Go on where you were")(language),
                .sheet(wave, place.map { .section(here.page(of: $0)) } ?? .review))
            : Link(Sentence(sv: "Börja", en: "Begin")(language), .sheet(wave, .section(1)))
        second =
            hasBegun
            ? Link(
                Sentence(sv: "Läs igenom och lämna in", en: "Read it through and hand in")(language),
                .sheet(wave, .review))
            : nil
    }

    private static func facts(_ here: SheetInHand, _ language: Language) -> [Fact] {
        var facts: [Fact] = []
        if let team = here.team {
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
                words: "\(here.part.questions.count)"))
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

    static func readers(_ here: SheetInHand, _ minimum: Int, _ language: Language) -> [String] {
        let own = Sentence(
            sv: "I laget och på skolan ser ingen annan dina svar, varken nu eller senare.",
            en: "In your team and at your school nobody else sees your answers, neither now nor later.")
        let research = Sentence(
            sv: "Forskare ser svar under pseudonym, och bara om du har sagt ja till det.",
            en: "Researchers see answers under a pseudonym, and only if you have said yes to that.")
        guard !here.wave.name.asksLeaders else {
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
            Sentence(
                sv: "Ingen ser vem som har svarat.", en: "Nobody sees who has answered."),
            research,
        ].map { $0(language) }
    }
}

extension SheetInHand {
    /// The place of the first question without an answer; nil where all have one.
    var firstUnanswered: Int? {
        let goals = goals
        return part.questions.indices.first { index in
            let question = part.questions[index]
            if question.type == .goalExtent, question.goal.flatMap({ goals[$0] }) == nil { return false }
            return answer(index) == nil
        }
    }
}
