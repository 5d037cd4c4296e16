import ArgumentParser
import Support
import Testing

@testable import Kollegium

/// The reports that a page is made of, by name: those that the program itself knows.
let reportNames: [String] = ReportCommand.configuration.subcommands.compactMap {
    $0.configuration.commandName
}

/// A page of a study: what it is a report of, its language and its bytes as text.
struct ReportPage: Sendable {
    let report: String
    let language: String
    let text: String

    var name: String { "\(report) in \(language)" }
}

extension Place {
    /// A day in May 2014, on which all pages of tests are made.
    static let buildDay = ["SOURCE_DATE_EPOCH": "1400000000"]

    /// One report of a study as a page.
    func page(
        _ report: String, of study: String, _ language: String = "sv",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let ending = try await kollegium(
            ["report", report, study, "--format", "html", "--language", language], environment: Self.buildDay)
        try #require(ending.status == 0, "\(ending.errors)", sourceLocation: sourceLocation)
        #expect(ending.errors == "", sourceLocation: sourceLocation)
        return ending.output
    }

    /// Every report of a study in every language.
    func pages(of study: String, languages: [String] = ["sv", "en"]) async throws -> [ReportPage] {
        var pages: [ReportPage] = []
        for report in reportNames {
            for language in languages {
                pages.append(
                    ReportPage(
                        report: report, language: language, text: try await page(report, of: study, language))
                )
            }
        }
        return pages
    }
}

/// Every report in every language of a study that is held by an engine for the time of asking.
func pages(
    of bundle: TestBundle, _ study: String, on engine: TestEngine = .sqlite,
    languages: [String] = ["sv", "en"]
) async throws -> [ReportPage] {
    try await withPlace(engine) { place in
        try await place.holding(bundle)
        return try await place.pages(of: study, languages: languages)
    }
}
