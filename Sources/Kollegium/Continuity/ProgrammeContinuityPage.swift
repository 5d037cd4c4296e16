import Storage

/// The continuity of a programme's teams, or of those at one school, as head counts for their leaders.
struct ProgrammeContinuityPage: Page {
    static let template = "programme-continuity"

    let heading: PageHeading
    let lead: ReportLead
    let total: ReportTotal?
    let finder: TeamFinder
    let absentHeading: String
    let absent: [String]
    let table: ReportTable?
    let notes: [String]

    /// - Parameters:
    ///   - school: A leader's own school, beyond which nothing is shown; nil for programme staff.
    ///   - url: The page's own address, for its form and its next page.
    ///   - total: Of the same programme or school and the same day.
    static func read(
        _ db: Session, _ study: Study, school: Int64? = nil, _ filter: TeamFilter, url: SiteURL,
        total: ContinuityTotal?, at place: ReportPlace
    ) throws -> ProgrammeContinuityPage {
        let language = place.language
        let page = try TeamStore(db: db).page(of: study.programme, filter, school: school)
        let report = try ContinuityReport.read(
            db, study, Selection(teams: page.selection, through: place.through), in: page.order)
        let labels = ReportReader.leaders.labels(report.teams.map(\.name))
        let counts = HeadCounts(report)
        return ProgrammeContinuityPage(
            heading: place.heading(Sentence(sv: "Kontinuitet i lagen", en: "Continuity in the teams")),
            lead: try ReportLead.read(
                db, study, source: ContinuityBody.source, through: place.through,
                downloads: place.downloads, language),
            total: total?.words(
                school == nil
                    ? Sentence(sv: "Hela programmet", en: "The whole programme")
                    : Sentence(sv: "Hela skolan", en: "The whole school"), language),
            finder: TeamFinder(
                filter, page,
                schools: school == nil ? try SchoolStore(db: db).choices(of: study.programme) : [], at: url,
                language),
            absentHeading: ReportAbsence.heading(language),
            absent: ReportAbsence.orNobody(report.absentFromCounts(labels, language), language),
            table: counts.rows.isEmpty ? nil : counts.table(labels, language),
            notes: [HeadCounts.explanation(language)])
    }
}

extension HeadCounts {
    static func explanation(_ language: Language) -> String {
        Sentence(
            sv:
                "Här står hur ofta lagen har träffats och hur stor del som var där, aldrig vem som inte var det. Närvaro visas när den gäller minst tre medlemmar. Medlemmar är lärare, samtalsledare och arbetslagsledare vid terminens slut eller, för en termin som pågår, den dag sidan gäller.",
            en:
                "This tells how often the teams have met and how large a share was there, never who was not. Attendance is shown when it speaks of at least three members. Members are teachers, conversation leaders and team leaders at the end of the term or, for a term that goes on, on the day of the page."
        )(language)
    }
}

extension ContinuityReport {
    /// Teams of the page that have ended, rest, or have had nobody in them.
    fileprivate func absentFromCounts(_ labels: TeamLabels, _ language: Language) -> [String] {
        teams.compactMap { team in
            let label = labels.label(team.name)
            if let day = team.ended {
                return Sentence(
                    sv: "\(label) avslutade programmet \(language.date(day)).",
                    en: "\(label) ended the programme on \(language.date(day)).")(language)
            }
            guard team.isFrozen || team.terms.isEmpty else { return nil }
            return Sentence(
                sv: "\(label) vilar: färre än tre medlemmar.", en: "\(label) rests: fewer than three members."
            )(
                language)
        }
    }
}
