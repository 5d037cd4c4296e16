import Storage

/// A researcher's view of some teams, which are known by their codes: the outcome with what a reviewer asks for,
/// continuity in figures, and change with exact tests.
struct StatisticsPage: Page {
    static let template = "statistics"

    let heading: PageHeading
    let lead: ReportLead
    /// Where the answers themselves are fetched; nil for a page that is no programme's.
    let researchPath: String?
    /// The page's parts, for who does not want to scroll through all of it.
    let contents: [Contents]
    let finder: TeamFinder
    let outcome: OutcomeBody
    let goals: GoalsBody?
    /// Waves that have closed, each with what has come of it.
    let waves: ClosedWaves?
    let continuity: ReportTable?
    let change: ChangeBody
    let notes: [String]

    struct Contents: Sendable {
        let anchor: String
        let words: String
    }

    /// - Parameters:
    ///   - filter: Where the page begins. Neither schools nor names are asked for: they are no pseudonyms.
    ///   - url: The page's own address, for its next page.
    static func read(
        _ db: Session, _ study: Study, after: String? = nil, url: SiteURL, at place: ReportPlace
    ) throws -> StatisticsPage {
        let language = place.language
        let filter = TeamFilter(after: after)
        let page = try TeamStore(db: db).page(of: study.programme, filter, school: nil)
        let selection = Selection(teams: page.selection, through: place.through)
        let outcome = try OutcomeReading.read(db, study, selection, in: .byCode)
        let continuity = try ContinuityReport.read(db, study, selection)
        let change = try ChangeReading.read(db, study, selection, in: .byCode)
        let figures = continuity.figures(language)
        let goals = try GoalsReading.read(db, study, selection, in: .byCode).ofTeamsUnknown
        return StatisticsPage(
            heading: place.heading(Sentence(sv: "Statistik", en: "Statistics")),
            lead: try ReportLead.read(
                db, study, source: OutcomeBody.source, through: place.through, downloads: place.downloads,
                language),
            researchPath: url.researchPath,
            contents: StatisticsFigures.parts.map {
                Contents(anchor: $0.rawValue, words: $0.name(language))
            },
            finder: TeamFinder(filter, page, schools: [], at: url, language),
            outcome: OutcomeBody(
                outcome.report, outcome.detail, endings: outcome.endings, for: .researcher, language),
            goals: GoalsBody(goals, for: .researcher, language),
            waves: try ClosedWaves.read(db, study, language),
            continuity: figures.rows.isEmpty ? nil : figures,
            change: ChangeBody(
                change.report, change.detail, endings: change.endings, for: .researcher, language),
            notes: [continuity.meetingsExplained(language), continuity.peopleExplained(language)])
    }
}

extension SiteURL {
    /// The research files of a programme's page.
    fileprivate var researchPath: String? {
        if case .programme(let id, _) = self { SiteURL.programme(id, .research).path } else { nil }
    }
}

extension ContinuityReport {
    /// Each team's terms below each other, teams by their codes. Teams that rest are not in it.
    func figures(_ language: Language) -> ReportTable {
        let labels = TeamLabels.codes(teams.map(\.name))
        let own = teams.filter { !$0.isFrozen && !$0.terms.isEmpty }.map { team in
            (label: labels.label(team.name), table: team.table(terms, labels.label(team.name), language))
        }
        return ReportTable(
            name: Sentence(sv: "Kontinuitet, termin för termin", en: "Continuity, term by term")(language),
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.words(Sentence(sv: "Termin", en: "Term")(language))]
                + (own.first?.table.columns ?? []),
            rows: own.flatMap { label, table in
                table.rows.map { ReportTable.Row(heading: label, cells: [.words($0.heading)] + $0.cells) }
            })
    }
}
