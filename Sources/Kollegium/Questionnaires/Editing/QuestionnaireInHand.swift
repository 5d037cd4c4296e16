import Storage

/// The questionnaire of an address, for somebody who may do something with it.
struct QuestionnaireInHand: Sendable {
    let standing: StandingQuestionnaire
    let place: Place
    let programme: ProgrammeSummary
    /// Whether the programme's own pages are for this person too.
    private let readsProgramme: Bool

    /// - Throws: `WebError` where there is none, or not for this person.
    init(_ db: Session, _ id: String, _ reach: Reach, _ action: Action) throws {
        guard let standing = try QuestionnaireStore(db: db).standing(id),
            let programme = try ProgrammeStore(db: db).summary(of: standing.programme)
        else {
            throw WebError.notFound
        }
        place = try PlaceStore(db: db).required(programme: programme.publicID)
        try reach.require(action, Thing(.questionnaire, place))
        self.standing = standing
        self.programme = programme
        readsProgramme = reach.may(.read, Thing(.programme, place))
    }

    /// What its pages lead back to.
    func trail(_ language: Language, isItself: Bool = false) -> [Link] {
        let above = [
            Link(Sentence(sv: "Program", en: "Programmes")(language), .programmes),
            Link(programme.title(language), .programme(programme.publicID)),
        ]
        let list = Link(
            Sentence(sv: "Enkäter", en: "Questionnaires")(language),
            .programme(programme.publicID, .questionnaires))
        let trail = (readsProgramme ? above : []) + [list]
        guard !isItself, let whole = standing.whole else { return trail }
        return trail + [Link(whole.name(language), .questionnaire(standing.publicID))]
    }
}

/// The draft of an address, for somebody who writes on it.
struct DraftInHand: Sendable {
    let questionnaire: QuestionnaireInHand
    var draft: QuestionnaireDraft

    var id: String { questionnaire.standing.publicID }

    /// - Throws: `WebError.notFound` where nobody is writing one.
    init(_ db: Session, _ id: String, _ reach: Reach) throws {
        questionnaire = try QuestionnaireInHand(db, id, reach, .write)
        guard let draft = try QuestionnaireStore(db: db).draft(questionnaire.standing) else {
            throw WebError.notFound
        }
        self.draft = draft
    }

    /// A part that may be written on.
    /// - Throws: `WebError.notFound` where there is none; `FormRefusal` where it has been opened.
    func part(_ code: String) throws -> (index: Int, part: Questionnaire.Part) {
        guard let index = draft.content.parts.firstIndex(where: { $0.code == code }) else {
            throw WebError.notFound
        }
        guard !draft.isLocked(code) else { throw FormRefusal("", .lockedPart) }
        return (index, draft.content.parts[index])
    }

    func heading(
        _ title: Sentence, _ problems: FormProblems?, _ language: Language, isOverview: Bool = false,
        under part: Questionnaire.Part? = nil
    ) -> PageHeading {
        var heading = PageHeading.form(title, problems, language)
        heading.trail = questionnaire.trail(language)
        if !isOverview { heading.trail.append(Link(Self.words(language), .draft(id))) }
        if let part { heading.trail.append(Link(part.name(language), .draft(id, .part, part: part.code))) }
        heading.room = .programme(language)
        return heading
    }

    static func words(_ language: Language) -> String { Sentence(sv: "Utkast", en: "Draft")(language) }
}

extension Sentence {
    static let lockedPart = Sentence(
        sv: "delen har öppnats och står kvar som den är; gör en ny del i stället",
        en: "the part has been opened and stays as it is; make a new part instead")
}
