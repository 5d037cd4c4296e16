import ArgumentParser

struct ContinuityReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "continuity",
        abstract: "How the work held together: meetings, attendance, members, practice shown.",
        discussion: "Example: kollegium report continuity five-schools --format csv")

    @OptionGroup var options: ReportOptions

    func run() async throws {
        try await options.place.perform { console in
            try await options.write(
                console, template: ReportTemplates.continuity,
                report: { db, study in try ContinuityReport.read(db, study) }, page: ContinuityPage.read)
        }
    }
}
