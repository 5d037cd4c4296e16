import Foundation
import Support
import Testing

/// A page shows the figures that the report gives to programs, and no others.
@Suite struct PageFiguresTests {
    private func page(_ report: String, _ place: Place, _ study: String) async throws -> ParsedPage.Element {
        try ParsedPage(try await place.page(report, of: study, "en")).root
    }

    /// Rows of a table by their words, the heading first.
    private func rows(_ table: ParsedPage.Element) -> [[String]] {
        table.all("tbody").flatMap(\.children).map { $0.children.map(\.words) }
    }

    @Test func `the tables of change have a row for each entry that is not withheld`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let entries = try await place.change("five-schools").teams.filter { $0.n != nil }
            let page = try await page("change", place, "five-schools")
            let shown = page.all("table").filter { $0.attributes["id"] == nil }.flatMap(rows)
            let ordered = entries.filter { $0.from == "start" } + entries.filter { $0.from == "year1" }
            let expected = ordered.map { entry -> [String] in
                let means = [figure(entry.meanFrom), figure(entry.meanTo), signed(entry.difference)]
                let head = ["Skola \(entry.team.dropFirst())", entry.form, "\(entry.n ?? 0)"]
                return head + means + [interval(entry.interval)] + entry.counts.map { "\($0 ?? -1)" }
            }
            #expect(shown.map(plain) == expected)
        }
    }

    @Test func `each step that is drawn is told beside its picture`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let entries = try await place.change("five-schools").teams.filter { $0.n != nil }
            let page = try await page("change", place, "five-schools")
            let figures = page.all("figure")
            #expect(figures.flatMap { $0.all("li") }.count == entries.count)
            for figure in figures {
                let steps = figure.all("li").map(\.words)
                #expect(figure.all(ofClass: "interval").count == steps.count)
                #expect(figure.all(ofClass: "dot").count == 2 * steps.count)
                for step in steps { #expect(figure.all("desc").first?.words.contains(step) == true) }
            }
        }
    }

    @Test func `the picture of a team is drawn to the scale beside it`() async throws {
        try await withPlace(.sqlite) { place in
            var survey = TrustSurvey.twice(items: 1).moving([(1, 5), (1, 5), (1, 5), (1, 5), (1, 5)])
            survey.published = true
            try await place.holding(survey.bundle)
            let page = try await page("change", place, "trust")
            let grid = page.all(ofClass: "grid").compactMap { $0.attributes["y1"].flatMap(Double.init) }
            let dots = page.all(ofClass: "dot").compactMap { $0.attributes["cy"].flatMap(Double.init) }
            // From the lowest line to the highest, which is where y is least.
            #expect(dots == [grid.max(), grid.min()])
            #expect(grid.count == 5)
        }
    }

    @Test func `the table of the outcome has what the report says of each team and area`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let page = try await page("outcome", place, "five-schools")
            let table = try #require(page.all("table").first)
            #expect(
                table.all("thead").flatMap { $0.all("th") }.map(\.words).dropFirst() == [
                    "Skola 1", "Skola 2", "Skola 4",
                ])
            #expect(
                rows(table).map(plain) == [
                    ["Respondents", "5", "9", "5"],
                    ["In the team (5 questions)", "56% (14/25)", "96% (43/45)", "36% (9/25)"],
                    [
                        "Among the pupils taking part (3 questions)", "40% (6/15)", "96% (26/27)",
                        "40% (6/15)",
                    ],
                    ["In the rest of the school (4 questions)", "20% (4/20)", "56% (20/36)", "25% (5/20)"],
                    ["Goal attainment (1 question)", "40% (2/5)", "100% (9/9)", "20% (1/5)"],
                    ["Index", "2.98", "4.10", "3.00"],
                ])
        }
    }

    @Test func `the table of trust has the levels of the article`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let page = try await page("trust", place, "five-schools")
            let table = try #require(page.all("table").first)
            #expect(
                rows(table) == [
                    ["Skola 1", "high (H)", "low (L)", "high enough (TH)"],
                    ["Skola 2", "high (H)", "high (H)", "high (H)"],
                    ["Skola 3", "low (L)", "low (L)", "low (L)"],
                    ["Skola 4", "high enough (TH)", "low (L)", "high enough (TH)"],
                    ["Skola 5", "low (L)", "high (H)", "low (L)"],
                ])
            // Each form opens what it rests on.
            #expect(page.all("details").count == 15)
            #expect(page.all("details").allSatisfy { $0.children.first?.name == "summary" })
        }
    }

    /// Without the signs that keep a figure on one line.
    private func plain(_ cells: [String]) -> [String] {
        cells.map { $0.replacing("\u{2060}", with: "").replacing("\u{A0}", with: " ") }
    }

    private func figure(_ number: Double?) -> String {
        String(format: "%.2f", number ?? .nan).replacing("-", with: "\u{2212}")
    }

    private func signed(_ number: Double?) -> String {
        (number ?? 0 > 0 ? "+" : "") + figure(number)
    }

    private func interval(_ limits: [Double]?) -> String {
        guard let limits else { return "–" }
        return figure(limits[0]) + (limits[0] < 0 ? " to " : "–") + figure(limits[1])
    }
}
