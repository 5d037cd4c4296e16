import Storage

/// Continuity as a page: each team's time as a picture, its events by name, and the figures of each term.
struct ContinuityPage: Sendable {
    let frame: ReportFrame
    let body: ContinuityBody

    static func read(_ db: Session, _ study: Study, _ language: Language) throws -> ContinuityPage {
        ContinuityPage(
            frame: ReportFrame(
                study, setting: try ReportSetting.read(db, study),
                title: Sentence(sv: "Kontinuitet i lagen", en: "Continuity in the teams"),
                source: ContinuityBody.source, language: language),
            body: ContinuityBody(
                try ContinuityReport.read(db, study, keepingCourses: true), for: .report, language))
    }
}
