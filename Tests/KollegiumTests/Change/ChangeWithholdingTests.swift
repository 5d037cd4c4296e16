import Support
import Testing

/// What `report change` must not tell.
@Suite struct ChangeWithholdingTests {
    private func entry(
        _ survey: TrustSurvey, on engine: TestEngine = .sqlite
    ) async throws -> ToldChange.Entry {
        let entries = try await change(of: survey, on: engine)
        try #require(entries.count == 1)
        return entries[0]
    }

    @Test(arguments: TestEngine.allCases)
    func `below the minimum group nothing is told`(_ engine: TestEngine) async throws {
        let four = TrustSurvey.twice(items: 1).moving([(1, 5), (1, 5), (1, 5), (1, 5)])
        let entry = try await entry(four, on: engine)
        #expect(
            entry
                == ToldChange.Entry(
                    team: "t1", form: "collegial", instrument: nil, from: "start", to: "end", n: nil,
                    meanFrom: nil, meanTo: nil, difference: nil, interval: nil, intervalBy: nil, up: nil,
                    same: nil, down: nil, exactP: nil, withheld: true))
    }

    @Test(arguments: ["json", "csv", "table"])
    func `what is withheld is withheld in every form, published or not`(_ format: String) async throws {
        for published in [false, true] {
            var survey = TrustSurvey.twice(items: 1).moving([(1, 5), (1, 5), (1, 5), (1, 5)])
            survey.published = published
            let bundle = survey.bundle
            try await withPlace(.sqlite) { place in
                try await place.holding(bundle)
                let ending = try await place.kollegium("report", "change", "trust", "--format", format)
                switch format {
                case "json":
                    #expect(
                        ending.lines.last
                            == #"{"team": "t1", "form": "collegial", "from": "start", "to": "end", "n": null, "withheld": true}]}"#
                    )
                case "csv":
                    #expect(ending.lines.last == "t1,s-t1,collegial,q,start,end,,,,,,,,,,,,true")
                default:
                    #expect(ending.output.contains("fewer than 5 answered both times: Skola t1."))
                    #expect(!ending.output.contains("4.00"))
                }
            }
        }
    }

    @Test func `a study may ask for larger groups`() async throws {
        let people = [(1, 2), (1, 2), (1, 2), (1, 2), (1, 2), (1, 2)]
        var survey = TrustSurvey.twice(items: 1).moving(people)
        survey.minimumGroup = 7
        #expect(try await entry(survey).withheld == true)
        #expect(try await entry(survey.moving([(1, 2)])).n == 7)
        let bundle = survey.bundle
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            let report = try await place.change()
            #expect(report.minimumGroup == 7)
            let table = try await place.kollegium("report", "change", "trust", "--language", "en")
            #expect(table.output.contains("fewer than 7 answered both times: Skola t1."))
        }
    }

    @Test func `who is not in a comparison leaves no trace in it`() async throws {
        let five = TrustSurvey.twice(items: 4).moving(
            TrustSurvey.alike(5, from: [3, 2, 3, 4], to: [4, 4, 2, 4]))
        let low = try await entry(five.moving([(from: [1, nil, nil, nil], to: [1, 1, 1, 1])]))
        let high = try await entry(five.moving([(from: [5, nil, nil, nil], to: [5, 5, 5, 5])]))
        let absent = try await entry(five.moving([(from: [], to: [5, 4, 5, 5])]))
        #expect(low.n == 5)
        #expect(low == high)
        #expect(low == absent)
    }
}
