import Storage

/// A team's outcome for the team itself and its supervisor.
struct TeamOutcomePage: Page {
    static let template = "team-outcome"

    let heading: PageHeading
    let tabs: TeamTabs?
    let lead: ReportLead
    let frozen: String?
    let body: OutcomeBody?
    let goals: GoalsBody?

    /// - Parameter goals: The ways to what is told of goals as files.
    static func read(
        _ db: Session, _ study: Study, team: Int64, goals: [Link] = [], at place: ReportPlace
    ) throws -> TeamOutcomePage {
        let selection = Selection(teams: .one(team), through: place.through)
        let reading = try OutcomeReading.read(db, study, selection)
        let isFrozen = reading.frozen.contains(team)
        return TeamOutcomePage(
            heading: place.heading(Sentence(sv: "Utfall enligt laget", en: "Outcome according to the team")),
            tabs: place.tabs,
            lead: try ReportLead.read(
                db, study, source: OutcomeBody.source, through: place.through, downloads: place.downloads,
                place.language),
            frozen: isFrozen ? Frozen.words(place.language) : nil,
            body: isFrozen
                ? nil
                : OutcomeBody(
                    reading.report, reading.detail, endings: reading.endings, for: .team, place.language),
            goals: isFrozen
                ? nil
                : GoalsBody(
                    try GoalsReading.read(db, study, selection), for: .team, downloads: goals, place.language)
        )
    }
}
