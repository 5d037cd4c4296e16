import ArgumentParser
import Foundation
import Storage

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Answers what the work meant, and where there is trust and why.",
        discussion: "Example: kollegium report outcome five-schools",
        subcommands: [OutcomeReportCommand.self, TrustReportCommand.self])
}

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

struct ReportOptions: ParsableArguments {
    @Argument(help: "The study's id.")
    var study: String

    @Option(help: ArgumentHelp("table, json or csv.", valueName: "format"))
    var format = ReportFormat.table

    @OptionGroup var place: PlaceOptions

    /// Reads a report of the study in one snapshot.
    func read<Report: Sendable>(
        _ make: @escaping @Sendable (Session, Study) throws -> Report
    ) async throws -> Report {
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

enum ReportRefusal: Error {
    case unknownStudy(String)
    case unknownRules(String)

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
        }
    }
}

/// A report as CSV: LF, quotes only where needed.
func csvBytes(_ columns: [String], _ rows: (CSVWriter) throws -> Void) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = try CSVWriter(columns: columns) { bytes.append(contentsOf: $0) }
    try rows(writer)
    try writer.close()
    return bytes
}
