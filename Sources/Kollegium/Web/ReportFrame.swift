import Foundation
import Storage

/// What stands around every report as a page: its name, whose figures they are, and when it was made.
struct ReportFrame: Sendable {
    let language: String
    let title: String
    let study: String
    /// From when to when the study runs, in words.
    let period: String
    /// Whose word the figures are.
    let source: String
    /// What is made up in the study; nil where nothing is.
    let madeUp: String?
    let produced: String
    let style = String(decoding: PackageResources.report_css, as: UTF8.self)

    init(_ study: Study, setting: ReportSetting, title: Sentence, source: Sentence, language: Language) {
        self.language = language.rawValue
        self.title = title(language)
        self.study = study.title(language)
        self.period = language.span(setting.days)
        madeUp = setting.provenance.words(language)
        self.source = source(language)
        let today = Self.today().map(language.date) ?? "–"
        let program = "Kollegium \(KollegiumCommand.configuration.version)"
        produced = Sentence(sv: "Framtagen \(today) med \(program)", en: "Made on \(today) with \(program)")(
            language)
    }

    /// The day it is here, or the one that SOURCE_DATE_EPOCH names (seconds since 1970, in UTC), by which whoever
    /// builds the same page again gets the same bytes.
    static func today() -> Day? {
        if let given = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }) {
            return Day(number: given / 86_400)
        }
        var now = time(nil)
        var here = tm()
        localtime_r(&now, &here)
        return Day(year: Int(here.tm_year) + 1900, month: Int(here.tm_mon) + 1, day: Int(here.tm_mday))
    }
}

/// What a page says of the study beside its report: its time, what is made up in it, and which teams ended early.
struct ReportSetting: Sendable {
    let days: ClosedRange<Day>
    let provenance: StudyProvenance
    let endings: [TeamEnding]

    static func read(_ db: Session, _ study: Study) throws -> ReportSetting {
        let days = try ProgrammeStore(db: db).days(of: study.programme)
        return ReportSetting(
            days: days, provenance: try StudyProvenance.read(db, study),
            endings: try EventStore(db: db).endings(
                among: TeamStore(db: db).names(of: study.programme), of: study.programme,
                before: days.upperBound))
    }
}
