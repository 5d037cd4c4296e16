import Foundation
import Support
import Testing

/// `report change` of the example: trust among five teams from wave to wave.
@Suite struct ChangeCommandTests {
    @Test(arguments: TestEngine.allCases)
    func `every figure is what the example's own rows come to`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let bundle = try TestBundle.fiveSchools()
            try await place.holding(bundle)
            let ending = try await place.kollegium("report", "change", "five-schools", "--format", "json")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            let expected = NaiveChangeReport(fiveSchools: bundle).json
            #expect(ending.lines == expected.split(separator: "\n").map(String.init))
            #expect(ending.lines.count == 31)
            try expectSnapshot(ending.output, "report-change.json")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the entry that the contract shows, to the digit`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let report = try await place.change("five-schools")
            #expect(report.format == "kollegium-report/1")
            #expect(report.study == "five-schools")
            #expect(report.minimumGroup == 5)
            let shown = report.teams.first { $0.place == "t2 collegial start–year1" }
            #expect(
                shown
                    == ToldChange.Entry(
                        team: "t2", form: "collegial", instrument: nil, from: "start", to: "year1", n: 8,
                        meanFrom: 3.8, meanTo: 4.19, difference: 0.39, interval: [0.2, 0.57], intervalBy: nil,
                        up: 7, same: 1, down: 0, exactP: 0.0156, withheld: nil))
        }
    }

    @Test func `teams by id, forms as the contract has them, waves as they came`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let places = try await place.change("five-schools").teams.map(\.place)
            let expected = ["t1", "t2", "t3", "t4", "t5"].flatMap { team in
                ["process", "collegial", "collective"].flatMap { form in
                    ["start–year1", "year1–year2"].map { "\(team) \(form) \($0)" }
                }
            }
            #expect(places == expected)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `one row for each team and step as CSV`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "change", "five-schools", "--format", "csv")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            try #require(ending.lines.count == 31)
            #expect(
                ending.lines[0]
                    == "team,school,form,instrument,from,to,n,mean_from,mean_to,difference,interval_lower,"
                    + "interval_upper,interval_by,up,same,down,exact_p,withheld")
            #expect(
                ending.lines[9]
                    == "t2,s2,collegial,teacher,start,year1,8,3.80,4.19,0.39,0.20,0.57,enumeration,7,1,0,0.0156,false"
            )
            #expect(ending.lines[2] == "t1,s1,process,teacher,year1,year2,,,,,,,,,,,,true")
            #expect(
                ending.lines[22]
                    == "t4,s4,collegial,teacher,year1,year2,5,2.35,2.40,0.04,,,,2,1,2,0.8750,false")
        }
    }

    @Test(arguments: ["sv", "en"], TestEngine.allCases)
    func `the table for people`(_ language: String, _ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "change", "five-schools", "--language", language)
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
            // Of the exact tests only the interval stands here: their place is before a researcher.
            #expect(!ending.output.contains("0156") && !ending.output.lowercased().contains("exact"))
            try expectSnapshot(ending.output, "report-change.\(language)")
        }
    }

    @Test func `an unknown study is told`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(TrustSurvey.twice(items: 1).bundle)
            let ending = try await place.kollegium("report", "change", "thrust", "--language", "en")
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(
                ending.errors == "No study is called “thrust”; kollegium study list shows those there are\n")
        }
    }
}
