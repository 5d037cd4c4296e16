import Storage

/// A team's continuity for the team itself and its supervisor.
struct TeamContinuityPage: Page {
    static let template = "team-continuity"

    let heading: PageHeading
    let tabs: TeamTabs?
    let lead: ReportLead
    let frozen: String?
    /// How many meetings are planned for days to come.
    let coming: String?
    let body: ContinuityBody?

    static func read(
        _ db: Session, _ study: Study, team: Int64, at place: ReportPlace
    ) throws -> TeamContinuityPage {
        let report = try ContinuityReport.read(
            db, study, Selection(teams: .one(team), through: place.through), keepingCourses: true)
        let own = report.teams.first
        let isFrozen = own?.isFrozen ?? true
        return TeamContinuityPage(
            heading: place.heading(Sentence(sv: "Lagets kontinuitet", en: "The team’s continuity")),
            tabs: place.tabs,
            lead: try ReportLead.read(
                db, study, source: ContinuityBody.source, through: place.through,
                downloads: place.downloads, place.language),
            frozen: isFrozen ? Frozen.words(place.language) : nil,
            coming: isFrozen ? nil : own.flatMap { comingWords($0.coming, place.language) },
            body: isFrozen ? nil : ContinuityBody(report, for: .team, place.language))
    }

    private static func comingWords(_ meetings: Int, _ language: Language) -> String? {
        guard meetings > 0 else { return nil }
        return Sentence(
            sv:
                "\(meetings) \(meetings == 1 ? "träff är planerad" : "träffar är planerade") framöver; de räknas inte än.",
            en:
                "\(meetings) \(meetings == 1 ? "meeting is" : "meetings are") planned ahead, and not counted yet."
        )(
            language)
    }
}
