import Foundation
import Support
import Testing

/// What every report as a page keeps to: sound, readable by everybody, and sufficient to itself.
@Suite struct PageRulesTests {
    @Test(arguments: reportNames, ["sv", "en"])
    func `the example's pages keep all rules`(_ report: String, _ language: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let page = try await place.page(report, of: "five-schools", language)
            try expectRules(page, language)
            #expect(page.utf8.count < 100_000, "pages are small")
            #expect(!page.contains("://"), "an address of somewhere else")
        }
    }

    @Test(arguments: ["small", "empty", "silent"])
    func `so do those of studies with little to say`(_ study: String) async throws {
        let bundle = try #require(
            ["small": TestBundle.small, "empty": .withoutTeams, "silent": .withoutAnswers][study])
        for page in try await pages(of: bundle, "small") {
            try expectRules(page.text, page.language, page.name)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same page twice is the same bytes, on either engine`(_ engine: TestEngine) async throws {
        let bundle = try TestBundle.fiveSchools()
        let first = try await pages(of: bundle, "five-schools", languages: ["en"])
        let second = try await pages(of: bundle, "five-schools", on: engine, languages: ["en"])
        for (page, again) in zip(first, second) {
            #expect(page.text == again.text, "\(page.name)")
            #expect(page.text.contains("Made on 13\u{A0}May\u{A0}2014 with Kollegium"))
        }
    }

    @Test(arguments: reportNames)
    func `without a day given a page bears today's`(_ report: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium(
                ["report", report, "small", "--format", "html", "--language", "en"],
                environment: ["SOURCE_DATE_EPOCH": "", "TZ": "UTC"])
            #expect(ending.status == 0)
            let year = Calendar(identifier: .gregorian).component(.year, from: Date())
            #expect(ending.output.contains("\u{A0}\(year) with Kollegium"))
        }
    }

    @Test(arguments: reportNames)
    func `a page of an unknown study is a sentence instead`(_ report: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium(
                "report", report, "<b>large</b>", "--format", "html", "--language", "en")
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(
                ending.errors
                    == "No study is called “<b>large</b>”; kollegium study list shows those there are\n")
        }
    }
}

extension TestBundle {
    fileprivate static let withoutAnswers = small.changed { bundle in
        for file in ["responses", "evidence", "events", "attendance", "meetings"] {
            bundle.files["\(file).csv"] = nil
        }
    }

    fileprivate static let withoutTeams = withoutAnswers.changed { bundle in
        bundle["teams.csv"] = "id,school,name\n"
        for file in ["memberships.csv", "instruments/teacher.yaml"] { bundle.files[file] = nil }
    }
}
