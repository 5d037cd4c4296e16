import Storage

/// Why the leaders of a school and its programme want the work, and whether its teachers share it.
struct PurposePage: Page {
    static let template = "purpose"
    let heading: PageHeading
    let school: String
    /// For who came from one of the school's teams.
    let tabs: TeamTabs?
    let mistakes: Mistakes?
    let statements: [PurposeStatementView]
    let hasNoStatements: Bool
    /// What is still to be done, where nobody has said anything.
    let firstStep: String
    let form: PurposeStatementForm?
    let answer: PurposeAnswerForm?
    let hasOwn: Bool
    let own: [OwnLine]
    let figures: PurposeFiguresPart
    let goals: NamedGoalsPart

    /// What the reader said in one term.
    struct OwnLine: Sendable {
        let when: String
        let words: String
    }

    /// - Parameter typed: what was written on a form that came back.
    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ setting: StartSetting,
        _ typed: PurposeStatementDraft? = nil, _ problems: FormProblems? = nil
    ) throws -> PurposePage {
        let here = try PurposeInHand(db, id, reach)
        guard let study = try StudyStore(db: db).study(ofProgramme: here.programme.key) else {
            throw WebError.notFound
        }
        let (programme, school) = (here.programme.key, here.school.key)
        let answers = PurposeAnswerStore(db: db)
        return PurposePage(
            here, try PurposeStatementStore(db: db).statements(of: programme, for: school),
            term: try answers.term(of: programme, on: setting.today),
            own: try answers.own(reach.hat.person, at: school, of: programme),
            PurposeFiguresPart(
                PurposeFigures(
                    try PurposeTermStore(db: db).answers(at: school, of: programme),
                    study.purposeWithholding),
                minimum: study.minimumForSingleItems, setting.language),
            NamedGoalsPart(
                GoalCounts(
                    try GoalHeadingStore(db: db).named(at: school, of: programme), study.purposeWithholding),
                minimum: study.minimumGroup, setting.language),
            minimum: study.minimumForSingleItems, reach, setting, typed, problems)
    }

    private init(
        _ here: PurposeInHand, _ all: [PurposeStatement], term: StudyDocument.Period?,
        own: [OwnPurposeAnswer], _ figures: PurposeFiguresPart, _ goals: NamedGoalsPart,
        minimum: Int, _ reach: Reach, _ setting: StartSetting,
        _ typed: PurposeStatementDraft?, _ problems: FormProblems?
    ) {
        let language = setting.language
        let stated = StatedPurpose.all(all)
        heading = Self.heading(here, minimum, problems, language)
        school = here.school.name
        tabs = here.team.map { TeamTabs($0.publicID, name: $0.name, at: .purpose, language) }
        mistakes = Mistakes(problems, language)
        statements = stated.map { PurposeStatementView($0, here, reach, setting) }
        hasNoStatements = stated.isEmpty
        let mayState = reach.may(.write, Thing(.purposeStatement, here.place))
        firstStep = Self.firstStep(mayState, reach)(language)
        form = mayState ? PurposeStatementForm(stated, here, reach, language, typed, problems) : nil
        let isAnswering =
            stated.contains { !$0.newest.isWithdrawn }
            && reach.may(.write, Thing(.purposeAnswer, here.place.owned(by: reach.hat.person)))
        answer = isAnswering ? PurposeAnswerForm(here, term: term, own: own, setting) : nil
        let before = own.filter { $0.term != term?.code }
        hasOwn = !before.isEmpty
        self.own = before.reversed().map { said in
            OwnLine(
                when: language.term(said.term) + ", "
                    + language.weekdayAndDate(setting.day(of: said.at)),
                words: said.answer.words(language))
        }
        self.figures = figures
        self.goals = goals
    }

    private static let title = Sentence(sv: "Syftet med arbetet", en: "The purpose of the work")

    private static func heading(
        _ here: PurposeInHand, _ minimum: Int, _ problems: FormProblems?, _ language: Language
    ) -> PageHeading {
        var heading: PageHeading
        if let team = here.team {
            heading = .form(title, problems, language)
            heading.trail = [Link(team.name, .team(team.publicID))]
        } else {
            heading = .programme(title, here.programme, language, isForSchools: true, problems: problems)
            heading.trail.append(Link(here.school.name, .school(here.schoolID)))
        }
        heading.room = .purpose(minimum, language)
        return heading
    }

    private static func firstStep(_ mayState: Bool, _ reach: Reach) -> Sentence {
        if mayState {
            return Sentence(
                sv:
                    "Börja du. Två meningar räcker: vad vill du att eleverna och lärarna ska få ut av arbetet, och vad lovar du själv? Sedan kan lärarna säga om de delar det.",
                en:
                    "You begin. Two sentences are enough: what do you want pupils and teachers to get from the work, and what do you promise yourself? Then teachers can say whether they share it."
            )
        }
        return reach.hat.role == .supervisor
            ? Sentence(
                sv: "Be rektor eller programledaren att skriva två meningar om varför de vill arbetet.",
                en:
                    "Ask the principal or the programme leader to write two sentences on why they want the work."
            )
            : Sentence(
                sv:
                    "Fråga rektor, när ni ses, varför skolan är med. När någon i ledningen har skrivit det här kan du säga om du delar det.",
                en:
                    "Ask the principal, when you meet, why the school takes part. Once a leader has written it here you can say whether you share it."
            )
    }
}

extension RoomBanner {
    /// Over what leaders want and teachers say to it.
    static func purpose(_ minimum: Int, _ language: Language) -> RoomBanner {
        var banner = RoomBanner(
            .airlock,
            Sentence(
                sv:
                    "Ledarnas ord står med namn. Vad en lärare svarar ser bara läraren själv; de andra ser en enda siffra för skolan, när terminen är slut och minst \(Language.sv.inWords(minimum)) har svarat.",
                en:
                    "Leaders’ words stand with their names. What a teacher answers only that teacher sees; the others see a single figure for the school, when the term is over and at least \(Language.en.inWords(minimum)) have answered."
            )(language), language)
        banner.name = Sentence(
            sv: "Skolans lag, deras handledare, skolans ledning och programmets",
            en: "The school’s teams, their supervisors, the school’s leaders and the programme’s")(language)
        return banner
    }
}
