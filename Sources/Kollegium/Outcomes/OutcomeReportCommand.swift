import ArgumentParser

struct OutcomeReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "What the work meant, according to those who answered.",
        discussion: "Example: kollegium report outcome five-schools --format json")

    @OptionGroup var options: ReportOptions

    func run() async throws {
        try await options.place.perform { console in
            try await options.write(
                console, template: ReportTemplates.outcome,
                report: OutcomeReport.read, page: OutcomePage.read)
        }
    }
}
