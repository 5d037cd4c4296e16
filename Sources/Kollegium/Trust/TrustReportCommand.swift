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
            try await options.write(
                console, template: ReportTemplates.trust,
                report: { db, study in try TrustReport.read(db, study, by: file) },
                page: { db, study, language in try TrustPage.read(db, study, by: file, language) })
        }
    }
}
