import Support
import Testing

/// Every page opens with who is not in it.
@Suite struct PageAbsenceTests {
    /// What the page of a report says at its opening.
    private func absent(_ report: String, _ bundle: TestBundle, _ study: String) async throws -> [String] {
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            let root = try ParsedPage(try await place.page(report, of: study, "en")).root
            let section = try #require(root.all("main").first?.children.first)
            #expect(section.attributes["class"] == "absent")
            return section.all("li").map(\.words)
        }
    }

    @Test func `teams with too few answers are named`() async throws {
        var survey = Survey.simple.answering("a1", [5, 4, 3, 2, 1])
        survey.teams = ["t1", "t2"]
        let lines = try await absent("outcome", survey.answering("a1", [1, 2], team: "t2").bundle, "survey")
        #expect(lines.contains { $0.contains("1 of 2 teams is not shown") && $0.contains("Lag t2") })
        #expect(!lines.contains { $0.contains("Lag t1") })
    }

    @Test func `they are named even where no team of any part has enough`() async throws {
        let part = Survey.Part(id: "p2", wave: 2, items: [.init(id: "a1", steps: 5, area: "team")])
        let parts = Survey.simple.questionnaires[0].parts + [part]
        var survey = Survey(questionnaires: [
            .init(id: "q", areas: ["team", "alone", "pupils"], parts: parts)
        ])
        survey = survey.answering("a1", [1, 2, 3, 4])
        for person in 0..<3 { survey.answer("q", "p2", "t1-\(person)", "t1", "a1", "2") }
        let lines = try await absent("outcome", survey.bundle, "survey")
        #expect(lines.contains { $0.contains("Skola 1") && $0.contains("fewer than 5") }, "\(lines)")
    }

    @Test func `a part that nobody is shown for is named beside one that is shown`() async throws {
        let part = Survey.Part(id: "later", wave: 2, items: [.init(id: "a1", steps: 5, area: "team")])
        let parts = Survey.simple.questionnaires[0].parts + [part]
        var survey = Survey(questionnaires: [
            .init(id: "q", areas: ["team", "alone", "pupils"], parts: parts)
        ])
        survey = survey.answering("a1", [1, 2, 3, 4, 5])
        survey.answer("q", "later", "t1-0", "t1", "a1", "2")
        let lines = try await absent("outcome", survey.bundle, "survey")
        #expect(lines.contains { $0.contains("later") }, "\(lines)")
    }

    @Test func `teams that ended early are named with their day, as of the example`() async throws {
        let bundle = try TestBundle.fiveSchools()
        for report in reportNames {
            let lines = try await absent(report, bundle, "five-schools")
            for (school, day) in [("Skola 3", "15 Sep 2014"), ("Skola 5", "8 Sep 2014")] {
                #expect(
                    lines.contains {
                        $0.contains(school) && $0.replacing("\u{A0}", with: " ").contains(day)
                    }, "\(report): \(lines)")
            }
        }
    }

    @Test(arguments: ["outcome", "trust", "change"])
    func `a team that ended with the study did not end early`(_ report: String) async throws {
        let bundle = try TestBundle.fiveSchools().changed {
            $0.add("t1,2015-06-11,programme-ended,", "t2,2015-06-12,programme-ended,", to: "events.csv")
        }
        let lines = try await absent(report, bundle, "five-schools").filter { $0.contains("ended early") }
        #expect(lines.count == 3)
        #expect(lines.contains { $0.contains("Skola 1") })
        #expect(!lines.contains { $0.contains("Skola 2") })
    }
}
