import Storage

/// How trust has changed in a team, for the team itself and its supervisor.
struct TeamChangePage: Page {
    static let template = "team-change"

    let heading: PageHeading
    let tabs: TeamTabs?
    let lead: ReportLead
    let frozen: String?
    let body: ChangeBody?

    static func read(
        _ db: Session, _ study: Study, team: Int64, at place: ReportPlace
    ) throws -> TeamChangePage {
        let reading = try ChangeReading.read(
            db, study, Selection(teams: .one(team), through: place.through))
        let isFrozen = reading.frozen.contains(team)
        return TeamChangePage(
            heading: place.heading(Sentence(sv: "Förändring i tilliten", en: "Change in trust")),
            tabs: place.tabs,
            lead: try ReportLead.read(
                db, study, source: ChangeBody.source, through: place.through, downloads: place.downloads,
                place.language),
            frozen: isFrozen ? Frozen.words(place.language) : nil,
            body: isFrozen
                ? nil
                : ChangeBody(
                    reading.forTeam, reading.detail, endings: reading.endings, for: .team, place.language))
    }
}
