import Support
import Testing

/// The example's map against the story of the five teams.
@Suite struct FiveSchoolsMapTests {
    @Test(arguments: TestEngine.allCases)
    func `the map moves as the teams did`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let report = try await ThreeSourcesReport.read(place, "five-schools", "--today", "2015-07-01")
            #expect(
                ["t1", "t2", "t3", "t4", "t5"].map { report.levels(of: $0) } == [
                    ["HT2013 TH L* TH", "VT2014 H L* TH", "HT2014 TH* ? TH*", "VT2015 H ? TH"],
                    ["HT2013 TH TH* TH", "VT2014 TH TH TH", "HT2014 TH* TH* TH*", "VT2015 H H H"],
                    ["HT2013 L L* L", "VT2014 frozen", "HT2014 frozen"],
                    ["HT2013 TH L* TH", "VT2014 TH L* TH", "HT2014 TH* ? TH*", "VT2015 TH L* TH"],
                    ["HT2013 L TH* L", "VT2014 L TH L", "HT2014 frozen"],
                ])
            // School 2 flourished, and school 1 got deeper collective learning only in parts.
            #expect(report.teams.map(\.endurance) == [true, true, false, true, false])
            #expect(report.teams.map(\.deepenedLearning) == [nil, true, false, false, false])
            // School 5 was split and its organisation unresolved all through its first term.
            #expect(report.reason("t5", "HT2013", "collective")?.caps.map(\.cap) == ["team-split"])
            #expect(report.reason("t5", "HT2013", "process")?.caps.first?.cap == "organisation-unresolved")
            // School 2 agreed jointly on who was not to take part; in school 1 the principal decided alone.
            #expect(report.reason("t2", "VT2015", "collective")?.caps.isEmpty == true)
            #expect(
                report.reason("t1", "VT2015", "collective")?.caps.map(\.cap) == [
                    "exemption-not-agreed-jointly"
                ])
        }
    }
}
