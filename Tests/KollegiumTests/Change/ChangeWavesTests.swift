import Support
import Testing

/// Between which waves `report change` compares.
@Suite struct ChangeWavesTests {
    /// Five people who answer all that a questionnaire's parts ask with the wave's number.
    private func survey(_ questionnaires: [String: [TrustSurvey.Part]]) -> TrustSurvey {
        var survey = TrustSurvey(questionnaires)
        for (id, parts) in questionnaires {
            for part in parts {
                for (form, count) in part.asks {
                    for person in 0..<5 {
                        let steps = Array(repeating: part.wave, count: count)
                        survey.answer(part.id, "p\(person)", steps, on: form, in: id)
                    }
                }
            }
        }
        return survey
    }

    @Test(arguments: TestEngine.allCases)
    func `waves are in their order, not that of the file`(_ engine: TestEngine) async throws {
        let survey = survey([
            "q": [
                .init("last", wave: 4, [.collegial: 1]), .init("first", wave: 1, [.collegial: 1]),
                .init("middle", wave: 2, [.collegial: 1]),
            ]
        ])
        let entries = try await change(of: survey, on: engine)
        #expect(entries.map(\.place) == ["t1 collegial first–middle", "t1 collegial middle–last"])
        #expect(entries.map(\.difference) == [1, 2])
    }

    @Test func `waves between which the questionnaire has none are consecutive`() async throws {
        let survey = survey([
            "q": [.init("one", wave: 1, [.process: 2]), .init("three", wave: 3, [.process: 2])]
        ])
        #expect(try await change(of: survey).map(\.place) == ["t1 process one–three"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a wave between that does not ask about the form parts the others`(_ engine: TestEngine) async throws
    {
        let survey = survey([
            "q": [
                .init("one", wave: 1, [.process: 1, .collegial: 1]), .init("two", wave: 2, [.process: 1]),
                .init("three", wave: 3, [.process: 1, .collegial: 1]),
            ]
        ])
        let entries = try await change(of: survey, on: engine)
        #expect(entries.map(\.place) == ["t1 process one–two", "t1 process two–three"])
    }

    @Test func `a wave between that asks about no trust at all parts the others too`() async throws {
        let survey = survey([
            "q": [
                .init("one", wave: 1, [.collegial: 1]), .init("two", wave: 2, [:]),
                .init("three", wave: 3, [.collegial: 1]),
            ]
        ])
        #expect(try await change(of: survey) == [])
    }

    @Test(arguments: TestEngine.allCases)
    func `where two questionnaires ask, an entry names its own`(_ engine: TestEngine) async throws {
        let parts: [TrustSurvey.Part] = [
            .init("a", wave: 1, [.collegial: 1, .process: 1]),
            .init("b", wave: 2, [.collegial: 1, .process: 1]),
        ]
        let entries = try await change(of: survey(["q2": parts, "q1": parts]), on: engine)
        #expect(
            entries.map { "\($0.form) \($0.instrument ?? "?")" } == [
                "process q1", "process q2", "collegial q1", "collegial q2",
            ])
        #expect(entries.map(\.n) == [5, 5, 5, 5])
    }

    @Test func `waves of two questionnaires are never compared with each other`() async throws {
        let survey = survey([
            "q1": [.init("a", wave: 1, [.process: 1])], "q2": [.init("b", wave: 2, [.process: 1])],
        ])
        #expect(try await change(of: survey) == [])
    }

    @Test func `where only one questionnaire asks twice, no entry names it`() async throws {
        let survey = survey([
            "q1": [.init("a", wave: 1, [.process: 1]), .init("b", wave: 2, [.process: 1])],
            "q2": [.init("c", wave: 1, [.process: 1]), .init("d", wave: 2, [.collegial: 1])],
        ])
        let entries = try await change(of: survey)
        #expect(entries.map(\.place) == ["t1 process a–b"])
        #expect(entries.map(\.instrument) == [nil])
    }

    @Test(arguments: [
        ["q": [TrustSurvey.Part("only", wave: 1, [.collegial: 3])]],
        ["q": [.init("a", wave: 1, [:]), .init("b", wave: 2, [:])]], [:],
    ])
    func `a study with nothing to compare says so`(_ questionnaires: [String: [TrustSurvey.Part]])
        async throws
    {
        try await withPlace(.sqlite) { place in
            try await place.holding(survey(questionnaires).bundle)
            let json = try await place.kollegium("report", "change", "trust", "--format", "json")
            #expect(json.status == 0)
            #expect(
                json.output
                    == #"{"format": "kollegium-report/1", "study": "trust", "minimumGroup": 5, "teams": []}"#
                    + "\n")
            let csv = try await place.kollegium("report", "change", "trust", "--format", "csv")
            #expect(csv.lines.count == 1)
            let table = try await place.kollegium("report", "change", "trust", "--language", "en")
            #expect(table.status == 0)
            #expect(table.output.contains("No questionnaire asks about the same form of trust"))
        }
    }
}
