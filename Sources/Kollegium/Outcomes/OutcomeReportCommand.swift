import ArgumentParser

struct OutcomeReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "What the work meant, according to those who answered.",
        discussion: "Example: kollegium report outcome five-schools --format json")

    @OptionGroup var options: ReportOptions

    func run() async throws {
        try await options.place.perform { console in
            let report = try await options.read(OutcomeReport.read)
            switch options.format {
            case .json: console.result(report.json)
            case .csv: console.result(try report.csv())
            case .table: console.result(report.table(console))
            }
        }
    }
}
