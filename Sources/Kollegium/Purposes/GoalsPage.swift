import Storage

/// Where a researcher puts the goals that teachers named at the start under headings.
struct GoalsPage: Page {
    static let template = "goals"
    let heading: PageHeading
    let mistakes: Mistakes?
    /// That the time is over for which answers are kept; then no goals are read.
    let over: String?
    let isEmpty: Bool
    let path: String
    let page: Int
    let basis: String
    let schools: [School]
    /// Offered where one types.
    let headings: [String]
    let pager: Pager?
    let mayWrite: Bool

    struct School: Sendable {
        let id: String
        let code: String
        let goals: [Goal]
    }

    struct Goal: Sendable {
        let id: String
        let name: String
        let text: String
        let pseudonym: String
        let heading: String
        let flaw: String
        let style: String
        let isPlain: Bool
    }

    /// What the form sends: the page of the list, and a heading for each goal by its name.
    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ key: ServerKey, page: Int, _ setting: StartSetting,
        _ sent: Form? = nil, _ problems: FormProblems? = nil
    ) throws -> GoalsPage {
        let here = try GoalsInHand(db, id, reach, .read, key)
        let store = GoalHeadingStore(db: db)
        let isOver = try StudyInformationStore(db: db).isOver(here.study.key, on: setting.today)
        return GoalsPage(
            here,
            isOver
                ? ListPage([], number: 1, size: 1)
                : try store.goals(of: here.study, on: setting.today, page: page),
            isOver ? [] : try store.headings(of: here.study.programme), isOver: isOver, reach,
            setting.language, sent, problems)
    }

    private init(
        _ here: GoalsInHand, _ goals: ListPage<NamedGoal>, _ headings: [String], isOver: Bool, _ reach: Reach,
        _ language: Language, _ sent: Form?, _ problems: FormProblems?
    ) {
        var heading = PageHeading.form(
            Sentence(sv: "Målen från början", en: "The goals from the start"), problems, language)
        heading.trail = [Link(here.summary.title(language), .programme(here.summary.publicID, .statistics))]
        heading.room = .research(language)
        self.heading = heading
        mistakes = Mistakes(problems, language)
        over = isOver ? Sentence.keptNoLonger(language) : nil
        isEmpty = goals.rows.isEmpty
        path = SiteURL.programme(here.summary.publicID, .goals).path
        page = goals.number
        basis = sent?["basis"] ?? Self.basis(goals.rows)
        mayWrite = reach.may(.write, Thing(.goalHeading, here.place))
        self.headings = headings
        pager = Pager(goals, of: .programme(here.summary.publicID, .goals), [], language)
        var schools: [School] = []
        for (number, goal) in goals.rows.enumerated() {
            let name = here.name(of: goal)
            let flaw = problems?[name]?.asWhole(language)
            let shown = Goal(
                id: "goal-\(number + 1)", name: name, text: goal.text,
                pseudonym: here.pseudonyms.of(goal.person), heading: sent?[name] ?? goal.heading ?? "",
                flaw: flaw ?? "", style: flaw == nil ? "field" : "field wrong", isPlain: flaw == nil)
            if schools.last?.code == goal.school, let last = schools.popLast() {
                schools.append(School(id: last.id, code: last.code, goals: last.goals + [shown]))
            } else {
                schools.append(School(id: "school-\(schools.count + 1)", code: goal.school, goals: [shown]))
            }
        }
        self.schools = schools
    }

    /// A form that another has overtaken takes nothing of theirs away.
    static func basis(_ goals: [NamedGoal]) -> String {
        FormBasis.of(goals.map { "\($0.sheet) \($0.item) \($0.heading ?? "")" })
    }
}

/// The study of an address with its goals, for a researcher of it.
struct GoalsInHand: Sendable {
    let study: Study
    let place: Place
    let summary: ProgrammeSummary
    let pseudonyms: ResearchPseudonym

    init(_ db: Session, _ id: String, _ reach: Reach, _ action: Action, _ key: ServerKey) throws {
        let here = try ProgrammeInHand(db, id, reach, action, .goalHeading)
        guard let study = try StudyStore(db: db).study(ofProgramme: here.key) else { throw WebError.notFound }
        (self.study, place, summary) = (study, here.place, here.summary)
        pseudonyms = ResearchPseudonym(key, study: study.code)
    }

    /// What a goal is called on the form.
    func name(of goal: NamedGoal) -> String { "\(pseudonyms.of(goal.person))-\(goal.code)" }
}
