import Measures
import Storage

/// The outcome as a page: for a school board to read and for a reviewer to check.
struct OutcomePage: Sendable {
    let frame: ReportFrame
    let body: OutcomeBody

    static func read(_ db: Session, _ study: Study, _ language: Language) throws -> OutcomePage {
        let report = try OutcomeReport.read(db, study)
        let setting = try ReportSetting.read(db, study)
        return OutcomePage(
            frame: ReportFrame(
                study, setting: setting,
                title: Sentence(sv: "Utfall enligt lärarna", en: "Outcome according to the teachers"),
                source: OutcomeBody.source,
                language: language),
            body: OutcomeBody(
                report, try OutcomeDetail.read(db, beside: report), endings: setting.endings,
                for: .report, language))
    }
}
