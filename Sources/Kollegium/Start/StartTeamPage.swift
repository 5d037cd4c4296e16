import Storage

/// The start page of who is in a team or supervises teams: the next meeting, what waits, what has happened, what comes.
struct StartTeamPage: Page {
    static let template = "start-team"
    let heading: PageHeading
    let greeting: String
    /// In the first two weeks: what this is. It can be folded away.
    let isNew: Bool
    let isSupervisor: Bool
    let next: Next?
    let hasNoTeam: Bool
    let hasTeams: Bool
    /// A supervisor's, with the next meeting of each.
    let teams: [Team]
    let hasTasks: Bool
    let tasks: [StartTask]
    let hasPast: Bool
    let past: [StartMoment]
    /// Said where nothing has happened.
    let nothing: String
    let hasComing: Bool
    let coming: [StartMoment]
    let code: Link?

    /// The one sensible thing to do.
    struct Next: Sendable {
        let eyebrow: String
        let heading: String
        let words: String
        let link: Link
        let second: Link?
    }

    struct Team: Sendable {
        let link: Link
        let school: String
        let meeting: String
        let trust: Link
    }

    static func read(_ db: Session, _ reach: Reach, _ setting: StartSetting) throws -> StartTeamPage {
        StartTeamPage(try TeamStart.read(db, reach, setting), reach, setting)
    }

    /// For how long somebody is new.
    private static let newFor: Int64 = 14 * 86_400_000

    init(_ start: TeamStart, _ reach: Reach, _ setting: StartSetting) {
        let (language, today) = (setting.language, setting.today)
        let words = StartTeamWords(start, reach, setting)
        let soon = start.coming(on: today)
        heading = PageHeading(title: Sentence(sv: "Start", en: "Start")(language), room: .start(language))
        isNew = start.joinedAt.map { setting.now < $0 + Self.newFor } ?? false
        greeting =
            isNew
            ? Sentence(sv: "Välkommen, \(reach.firstName)", en: "Welcome, \(reach.firstName)")(language)
            : Sentence(sv: "Hej, \(reach.firstName)", en: "Hello, \(reach.firstName)")(language)
        isSupervisor = reach.hat.role == .supervisor
        next = words.next
        hasNoTeam = start.rooms.isEmpty
        teams = isSupervisor ? start.rooms.map { words.team($0) } : []
        hasTeams = !teams.isEmpty
        tasks = words.tasks
        hasTasks = !tasks.isEmpty
        past = words.past
        hasPast = !past.isEmpty
        nothing = words.nothing
        coming = soon.dropFirst().prefix(3).map { words.moment($0) }
        hasComing = !coming.isEmpty
        code = words.code
    }
}
