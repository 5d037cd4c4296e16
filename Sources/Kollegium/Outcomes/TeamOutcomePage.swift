import Storage

/// A team's outcome for the team itself and its supervisor.
struct TeamOutcomePage: Page {
    static let template = "team-outcome"

    let heading: PageHeading
    let tabs: TeamTabs?
    let lead: ReportLead
    let frozen: String?
    let body: OutcomeBody?

    static func read(
        _ db: Session, _ study: Study, team: Int64, at place: ReportPlace
    ) throws -> TeamOutcomePage {
        let reading = try OutcomeReading.read(
            db, study, Selection(teams: .one(team), through: place.through))
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
                    reading.report, reading.detail, endings: reading.endings, for: .team, place.language))
    }
}
