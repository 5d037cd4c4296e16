import ArgumentParser
import Foundation
import Storage

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Answers what the work meant, where there is trust, and what has changed.",
        discussion: "Example: kollegium report outcome five-schools",
        subcommands: [
            OutcomeReportCommand.self, TrustReportCommand.self, ContinuityReportCommand.self,
            ChangeReportCommand.self,
        ])
}

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, html
}

struct ReportOptions: ParsableArguments {
    @Argument(help: "The study's id.")
    var study: String

    @Option(help: ArgumentHelp("table, json, csv or html.", valueName: "format"))
    var format = ReportFormat.table

    @OptionGroup var place: PlaceOptions

    /// Reads a report of the study in one snapshot.
    private func read<Wanted: Sendable>(
        _ make: @escaping @Sendable (Session, Study) throws -> Wanted
    ) async throws -> Wanted {
        let code = study.precomposedStringWithCanonicalMapping
        let database = try await place.databaseToRead()
        return try await database.read { db in
            guard let study = try StudyStore(db: db).study(code) else {
                throw ReportRefusal.unknownStudy(code)
            }
            return try make(db, study)
        }
    }
}

/// A report as programs and people at a terminal read it.
protocol Report: Sendable {
    var json: [UInt8] { get }
    func csv(for use: CSVUse) throws -> [UInt8]
    func table(_ console: Console) -> String
}

extension ReportOptions {
    /// Reads the study as the format asks for, a report or the page of it, and writes that.
    func write<Written: Report, Page: Sendable>(
        _ console: Console, template: ReportTemplates.Source,
        report: @escaping @Sendable (Session, Study) throws -> Written,
        page: @escaping @Sendable (Session, Study, Language) throws -> Page
    ) async throws {
        switch format {
        case .json: console.result(try await read(report).json)
        case .csv: console.result(try await read(report).csv(for: .exchange))
        case .table: console.result(try await read(report).table(console))
        case .html:
            let page = try await read { db, study in try page(db, study, console.language) }
            console.result(try ReportTemplates.render(page, template))
        }
    }
}

enum ReportRefusal: Error {
    case unknownStudy(String)
    case unknownRules(String)
    case noPage(rules: String)

    func sentence(_ language: Language) -> String {
        switch self {
        case .unknownStudy(let code):
            Sentence(
                sv: "Ingen studie heter ”\(code.excerpt)”; kollegium study list visar dem som finns",
                en: "No study is called “\(code.excerpt)”; kollegium study list shows those there are")(
                    language)
        case .unknownRules(let name):
            Sentence(
                sv: "Inga regler heter ”\(name.excerpt)”; de som finns är \(TrustRulesFile.names)",
                en: "No rules are called “\(name.excerpt)”; the rules there are: \(TrustRulesFile.names)")(
                    language)
        case .noPage(let rules):
            Sentence(
                sv:
                    "Reglerna \(rules) ger ingen sida i den här rapporten; välj formatet table, csv eller json. Lagets egen karta finns i webbprogrammet.",
                en:
                    "The rules \(rules) give no page in this report; choose the format table, csv or json. The team's own map is in the web application."
            )(
                language)
        }
    }
}
