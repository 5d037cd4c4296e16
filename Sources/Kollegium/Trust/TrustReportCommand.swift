import ArgumentParser

struct TrustReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Where there is trust and why, by named rules from coded evidence.",
        discussion: "Example: kollegium report trust five-schools --language sv")

    @OptionGroup var options: ReportOptions

    @Option(help: ArgumentHelp("The rules to judge by.", valueName: "rules"))
    var rules = "table3/1"

    func run() async throws {
        try await options.place.perform { console in
            let file = try TrustRulesFile.named(rules)
            let report = try await options.read { db, study in try TrustReport.read(db, study, by: file) }
            switch options.format {
            case .json: console.result(report.json)
            case .csv: console.result(try report.csv())
            case .table: console.result(report.table(console))
            }
        }
    }
}
