import Storage

/// The outcome of a programme's teams, or of those at one school, for their leaders: by name, and never ranked.
struct ProgrammeOutcomePage: Page {
    static let template = "programme-outcome"

    let heading: PageHeading
    let lead: ReportLead
    let total: ReportTotal?
    let finder: TeamFinder
    let body: OutcomeBody
    let goals: GoalsBody?
    /// Waves that have closed, each with what has come of it: for who may see more than their own school.
    let waves: ClosedWaves?

    /// - Parameters:
    ///   - school: A leader's own school, beyond which nothing is shown; nil for programme staff.
    ///   - url: The page's own address, for its form and its next page.
    ///   - total: Of the same programme or school and the same day.
    static func read(
        _ db: Session, _ study: Study, school: Int64? = nil, _ filter: TeamFilter, url: SiteURL,
        total: OutcomeTotal?, at place: ReportPlace
    ) throws -> ProgrammeOutcomePage {
        let page = try TeamStore(db: db).page(of: study.programme, filter, school: school)
        let selection = Selection(teams: page.selection, through: place.through)
        let reading = try OutcomeReading.read(db, study, selection, in: page.order, detailed: false)
        let goals = try GoalsReading.read(
            db, study, selection, in: page.order,
            total: total == nil ? nil : school.map { .school($0) } ?? .all)
        return ProgrammeOutcomePage(
            heading: place.heading(
                Sentence(sv: "Utfall enligt lärarna", en: "Outcome according to the teachers")),
            lead: try ReportLead.read(
                db, study, source: OutcomeBody.source, through: place.through, downloads: place.downloads,
                place.language),
            total: total?.words(
                school == nil
                    ? Sentence(sv: "Hela programmet", en: "The whole programme")
                    : Sentence(sv: "Hela skolan", en: "The whole school"), place.language),
            finder: TeamFinder(
                filter, page,
                schools: school == nil ? try SchoolStore(db: db).choices(of: study.programme) : [], at: url,
                place.language),
            body: OutcomeBody(
                reading.report, reading.detail, endings: reading.endings, for: .leaders, place.language),
            goals: GoalsBody(goals, for: .leaders, place.language),
            waves: school == nil ? try ClosedWaves.read(db, study, place.language) : nil)
    }
}
