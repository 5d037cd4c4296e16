import ArgumentParser
import Measures

struct TrustReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Where there is trust and why, by named rules.",
        discussion: "Example: kollegium report trust five-schools --language sv")

    @OptionGroup var options: ReportOptions

    @Option(
        help: ArgumentHelp(
            "The rules to judge by: table3/1 from coded evidence alone, or three-sources/1 term by term.",
            valueName: "rules"))
    var rules = "table3/1"

    @Option(
        help: ArgumentHelp(
            "With three-sources/1: the day to judge on, as 2014-06-10. (default: today)", valueName: "date"),
        transform: { text in
            guard let day = Day(text) else {
                throw ValidationError("“\(text.excerpt)” is no date; write it as 2014-06-10")
            }
            return day
        })
    var today: Day?

    func validate() throws {
        if today != nil, rules != ThreeSources.name {
            throw ValidationError("--today goes with --rules \(ThreeSources.name) only")
        }
    }

    func run() async throws {
        try await options.place.perform { console in
            if rules == ThreeSources.name {
                let today = today ?? ReportFrame.today()
                try await options.write(
                    console, template: ReportTemplates.trust,
                    report: { db, study in try TrustMapReport.read(db, study, today: today) },
                    page: { _, _, _ -> TrustPage in throw ReportRefusal.noPage(rules: ThreeSources.name) })
                return
            }
            let file = try TrustRulesFile.named(rules)
            try await options.write(
                console, template: ReportTemplates.trust,
                report: { db, study in try TrustReport.read(db, study, by: file) },
                page: { db, study, language in try TrustPage.read(db, study, by: file, language) })
        }
    }
}
