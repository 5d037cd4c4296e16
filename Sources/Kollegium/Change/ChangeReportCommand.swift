import ArgumentParser

struct ChangeReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "How trust has moved between waves, told by those who answered both.",
        discussion: "Example: kollegium report change five-schools --format json")

    @OptionGroup var options: ReportOptions

    func run() async throws {
        try await options.place.perform { console in
            try await options.write(
                console, template: ReportTemplates.change,
                report: ChangeReport.read, page: ChangePage.read)
        }
    }
}
