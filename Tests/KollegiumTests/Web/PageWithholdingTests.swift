import Measures
import Support
import Testing

/// What pages withhold. Where a figure is withheld, the answers behind it may be any: the page must be the same to
/// the byte, in texts, pictures, digits beside figures and everything that is reckoned from others.
@Suite struct PageWithholdingTests {
    /// Six people who differ in the area of three items.
    private static let six = Survey.simple
        .answering("a1", [5, 4, 3, 2, 1, 3]).answering("a2", [5, 5, 3, 2, 2, 4]).answering(
            "a3", [1, 2, 3, 4, 5, 5])

    @Test func `a single item that six people answered`() async throws {
        try await expectAlike(
            Self.six.answering("s1", [5, 5, 5, 5, 5, 5]).bundle,
            Self.six.answering("s1", [1, 2, 3, 4, 5, 1]).bundle)
    }

    @Test func `an area that four people answered`() async throws {
        try await expectAlike(
            Self.six.answering("b1", [5, 5, 5, 5]).answering("b2", [5, 5, 5, 5]).bundle,
            Self.six.answering("b1", [1, 3, 2, 4]).answering("b2", [2, 2, 5, 1]).bundle)
    }

    @Test func `a team of four beside one that is shown`() async throws {
        var survey = Self.six
        survey.teams = ["t1", "t2"]
        try await expectAlike(
            survey.answering("a1", [5, 5, 5, 5], team: "t2").answering("b1", [5, 5, 5, 5], team: "t2").bundle,
            survey.answering("a1", [1, 3, 2, 4], team: "t2").answering("b1", [1, 1, 2, 1], team: "t2").bundle)
    }

    /// Answers with the same sum, so that the index, which may be shown, is the same.
    @Test(arguments: [
        ([4, 4, 4, 4, 4, 4, 4, 4, 4, 4], [5, 3, 4, 4, 4, 4, 4, 4, 4, 4]),
        ([2, 2, 2, 2, 2, 2, 2, 2, 2, 2], [4, 1, 1, 2, 2, 2, 2, 2, 2, 2]),
    ])
    func `an extreme share that is only told to be extreme`(_ one: [Int], _ other: [Int]) async throws {
        let ten = Survey.simple.answering("a1", [5, 4, 3, 2, 1, 5, 4, 3, 2, 1])
            .answering("a2", [5, 4, 3, 3, 1, 2, 4, 3, 2, 5])
        try await expectAlike(ten.answering("s1", one).bundle, ten.answering("s1", other).bundle)
        try await expectAlike(
            Survey.simple.answering("s1", one).bundle, Survey.simple.answering("s1", other).bundle)
    }

    @Test func `what is masked says so, and nothing else of it is there`() async throws {
        let survey = Self.six.answering("s1", [5, 5, 5, 5, 5, 5])
        let withheld = try await pages(of: survey.bundle, "survey", languages: ["en"]).first {
            $0.report == "outcome"
        }
        let page = try ParsedPage(try #require(withheld).text).root
        let row = page.all("tr").first { $0.children.first?.words == "alone (1 question)" }
        #expect(row?.children.dropFirst().map(\.words) == ["not shown"])
        #expect(!page.all("td").contains { $0.words == "alone" })
        #expect(page.all("desc").first?.words.contains("alone: not shown;") == true)
    }

    /// Alpha and the correlation within teams are figures, too.
    @Test func `how the questions hang together among four people`() async throws {
        func bundle(_ steps: [[Int]]) -> TestBundle {
            var survey = Survey.simple
            for (person, steps) in steps.enumerated() {
                for (item, step) in steps.enumerated() {
                    survey.answer("q", "p", "p\(person)", "t1", "a\(item + 1)", "\(step)")
                }
            }
            return survey.bundle
        }
        let page = try await pages(
            of: bundle([[1, 2, 1], [3, 3, 2], [4, 5, 5], [2, 1, 2], [5, 4], [3, 3], [1], [2], [4, 4]]),
            "survey",
            languages: ["en"]
        ).first { $0.report == "outcome" }
        let table = try ParsedPage(try #require(page).text).root.all("table").first {
            $0.attributes["id"] == "quality-1"
        }
        let row = table?.all("tr").first { $0.children.first?.words == "team (3 questions)" }
        let cells = try #require(row).children.map(\.words)
        // Four answered all three: how many that were may be told, and no more.
        #expect(Array(cells[3...5]) == ["–", "–", "–"], "\(cells)")
    }
}
