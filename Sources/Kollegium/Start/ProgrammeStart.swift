import Storage

/// What a programme leader learns at a glance, in ten statements however many teams there are.
struct ProgrammeStart: Sendable {
    let programme: ProgrammeSummary
    /// The term that runs today, with its meetings so far; nil between terms.
    let term: (period: StudyDocument.Period, meetings: MeetingsOverall)?
    /// The first teams by name that have not met since a day; nil while it is too early in the term to say.
    let silent: (since: Day, teams: SomeTeams)?
    let unsupervised: SomeTeams
    let invited: Int
    /// Waves of questionnaires that have not closed.
    let waves: [Wave]

    static let mostNamed = 10
    static let mostInvited = 1_001
    /// A team that has not met for so long is asked after.
    static let quietDays = 42

    static func read(_ db: Session, _ programme: Int64, today: Day) throws -> ProgrammeStart? {
        guard let summary = try ProgrammeStore(db: db).summary(of: programme) else { return nil }
        let running = summary.terms.last { $0.from <= today && today <= $0.to }
        let since = Day(number: today.number - quietDays) ?? today
        let meetings = MeetingStore(db: db)
        let overall = try running.map {
            try meetings.overall(of: programme, term: $0, since: since, today: today)
        }
        var silent: SomeTeams?
        if let running, let overall, running.from <= since {
            silent = SomeTeams(
                count: overall.silent,
                first: overall.silent == 0
                    ? [] : try meetings.silent(of: programme, since: since, today: today, most: mostNamed))
        }
        return ProgrammeStart(
            programme: summary, term: running.flatMap { period in overall.map { (period, $0) } },
            silent: silent.map { (since, $0) },
            unsupervised: try TeamStore(db: db).unsupervised(of: programme, today: today, most: mostNamed),
            invited: try AccountStore(db: db).invitedOnly(in: programme, today: today, most: mostInvited),
            waves: try WaveStore(db: db).waves(of: programme).filter { $0.closedAt == nil })
    }
}
