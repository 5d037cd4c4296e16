import Storage

/// Change in trust as a page: for each team small pictures of the three forms, and for reviewers what chance could do.
struct ChangePage: Sendable {
    let frame: ReportFrame
    let body: ChangeBody

    static func read(_ db: Session, _ study: Study, _ language: Language) throws -> ChangePage {
        let report = try ChangeReport.read(db, study).forPage
        let setting = try ReportSetting.read(db, study)
        return ChangePage(
            frame: ReportFrame(
                study, setting: setting,
                title: report.asksLeaders
                    ? Sentence(
                        sv: "Förändring i tillit enligt lärare och ledare",
                        en: "Change in trust according to teachers and leaders")
                    : Sentence(
                        sv: "Förändring i tillit enligt lärarna",
                        en: "Change in trust according to the teachers"),
                source: ChangeBody.source, language: language),
            body: ChangeBody(
                report, try ChangeDetail.read(db, beside: report), endings: setting.endings, for: .report,
                language))
    }
}
