import Storage

/// A programme as it stands: its phases in time, what there is of it, and the ways on.
struct ProgrammePage: Page {
    static let template = "programme"
    let heading: PageHeading
    let title: String
    let lead: String
    let tabs: ProgrammeTabs
    let timeline: PhaseTimeline
    let hasPhases: Bool
    let schools: SchoolTable
    /// Schools beyond those that the table has.
    let moreSchools: String?
    let settings: Groups?
    let mayWrite: Bool
    let editPath: String
    let pastePath: String
    let takeoverPath: String?
    let isReadOnly: Bool

    struct Groups: Sendable {
        let minimum: String
        let single: String
        let zone: String
    }

    static func read(
        _ db: Session, _ place: Place, _ reach: Reach, today: Day, _ language: Language
    ) throws -> ProgrammePage {
        guard let key = place.programmes.first, let summary = try ProgrammeStore(db: db).summary(of: key)
        else {
            throw WebError.notFound
        }
        let schools = try SchoolStore(db: db).schools(of: key, within: .schools(reach), size: 20)
        // Totals in which other schools are, and how the answers are kept, are for who leads the programme.
        let leads = reach.may(.read, Thing(.person, place))
        return ProgrammePage(
            summary, place, reach, schools,
            members: leads ? try TeamStore(db: db).membersToday(of: key, today: today) : nil,
            groups: leads ? try StudyStore(db: db).minimumGroups(of: key) : nil, today: today, language)
    }

    private init(
        _ summary: ProgrammeSummary, _ place: Place, _ reach: Reach, _ schools: ListPage<SchoolStore.School>,
        members: Int?, groups: ProgrammeDraft.Groups?, today: Day, _ language: Language
    ) {
        title = summary.title(language)
        let heading = Sentence(sv: title, en: title)
        self.heading = .programme(heading, summary, language, isOverview: true, isForSchools: true)
        lead = Self.lead(summary, members, language)
        tabs = ProgrammeTabs(summary.publicID, place, reach, at: .overview, language)
        timeline = PhaseTimeline(summary.phases, in: summary.days, today: today, language)
        hasPhases = !summary.phases.isEmpty
        self.schools = SchoolTable(schools.rows, language)
        moreSchools = schools.hasMore ? SiteURL.programme(summary.publicID, .schools).path : nil
        settings = groups.map {
            Groups(minimum: "\($0.minimum)", single: "\($0.forSingleItems)", zone: summary.zone)
        }
        let leads = reach.may(.write, Thing(.programme, place))
        mayWrite = leads && summary.isOpen
        isReadOnly = !summary.isOpen
        editPath = SiteURL.programme(summary.publicID, .edit).path
        pastePath = SiteURL.programme(summary.publicID, .paste).path
        takeoverPath = leads && !summary.isOpen ? SiteURL.programme(summary.publicID, .takeover).path : nil
    }

    private static func lead(_ summary: ProgrammeSummary, _ members: Int?, _ language: Language) -> String {
        let days = language.span(summary.days)
        guard let members else { return days }
        let (schools, teams) = (language.grouped(summary.schools), language.grouped(summary.teams))
        let people = language.grouped(members)
        let counts = Sentence(
            sv:
                "\(schools) \(summary.schools == 1 ? "skola" : "skolor") · \(teams) arbetslag · \(people) medlemmar i\u{A0}dag",
            en: "\(schools) \(summary.schools == 1 ? "school" : "schools") · \(teams) "
                + "\(summary.teams == 1 ? "team" : "teams") · \(people) members today")
        return days + " · " + counts(language)
    }
}
