import Foundation
import Support
import Testing

/// `report trust` of the example: the third table of the article.
@Suite struct TrustCommandTests {
    /// Team, collegial, collective, process, the conditions to endure, those to deepen.
    private static let levels: [[String]] = [
        ["t1", "L", "TH", "H", "true", "false"],
        ["t2", "H", "H", "H", "true", "true"],
        ["t3", "L", "L", "L", "false", "false"],
        ["t4", "L", "TH", "TH", "true", "false"],
        ["t5", "H", "L", "L", "false", "false"],
    ]

    @Test(arguments: TestEngine.allCases)
    func `the fifteen levels as JSON, with what they rest on`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "trust", "five-schools", "--format", "json")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            let report = try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
            #expect(report.format == "kollegium-report/1")
            #expect(report.study == "five-schools")
            #expect(report.rules == "table3/1")
            #expect(
                report.teams.map(\.levels) == Self.levels)
            #expect(
                report.teams.map { $0.because.map(\.text) } == [
                    [
                        #"process organisation-trusted ["e001"]"#, #"collegial relations-doubted ["e003"]"#,
                        #"collective efficacy-on-its-way ["e004"]"#,
                    ],
                    [
                        #"process organisation-trusted ["e006"]"#, #"collegial relations-affirmed ["e008"]"#,
                        #"collective efficacy-carried ["e009", "e007"]"#,
                    ],
                    [
                        #"process organisation-distrusted ["e011"]"#,
                        #"collegial relations-doubted ["e012"]"#, #"collective efficacy-low ["e013"]"#,
                    ],
                    [
                        #"process leadership-apart ["e014", "e015"]"#,
                        #"collegial harmony-without-practice ["e017", "e018"]"#,
                        #"collective efficacy-not-doubted ["e014"]"#,
                    ],
                    [
                        #"process organisation-distrusted ["e019"]"#,
                        #"collegial relations-affirmed ["e020"]"#, #"collective efficacy-low ["e021"]"#,
                    ],
                ])
            try expectSnapshot(ending.output, "report-trust.json")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the fifteen levels as CSV`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "trust", "five-schools", "--format", "csv")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(
                ending.lines.first
                    == "team,school,form,level,rule,evidence,missing,would_change,endurance,deepened_learning"
            )
            let rows = ending.lines.dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            try #require(rows.count == 15)
            for (index, team) in Self.levels.enumerated() {
                let of = rows[(index * 3)..<(index * 3 + 3)]
                #expect(of.map { $0[0] } == Array(repeating: team[0], count: 3))
                #expect(of.map { $0[2] } == ["process", "collegial", "collective"])
                #expect(of.map { $0[3] } == [team[3], team[1], team[2]])
                #expect(of.map { Array($0[8...9]) } == Array(repeating: Array(team[4...5]), count: 3))
            }
        }
    }

    @Test(arguments: ["sv", "en"])
    func `the table for people`(_ language: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium(
                "report", "trust", "five-schools", "--language", language)
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            let words =
                language == "sv"
                ? ["true": "finns", "false": "saknas"] : ["true": "there", "false": "missing"]
            for (number, team) in Self.levels.enumerated() {
                let cells = ["Skola", "\(number + 1)"] + team[1...3] + team[4...5].map { words[$0] ?? "" }
                #expect(ending.lines.contains { $0.split(separator: " ").map(String.init) == cells })
            }
            try expectSnapshot(ending.output, "report-trust.\(language)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `both engines say the same`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "trust", "five-schools", "--language", "sv")
            try expectSnapshot(ending.output, "report-trust.sv")
        }
    }

    @Test func `a team without evidence has no level, and is told what is missing`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium("report", "trust", "small", "--format", "json")
            let report = try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
            try #require(report.teams.count == 2)
            let known = report.teams[0]
            #expect([known.process, known.collegial, known.collective] == ["H", nil, "TH"])
            let unknown = report.teams[1]
            #expect([unknown.process, unknown.collegial, unknown.collective] == [nil, nil, nil])
            #expect(unknown.endurance == nil)
            #expect(unknown.deepenedLearning == nil)
            #expect(unknown.because.allSatisfy { $0.rule == nil && $0.evidence.isEmpty })
            #expect(unknown.because.map { $0.missing?.isEmpty } == [false, false, false])
            let table = try await place.kollegium("report", "trust", "small")
            #expect(table.output.contains("? insufficient evidence"))
        }
    }

    @Test func `the newest evidence counts, and of the same day the last id`() async throws {
        try await withPlace(.sqlite) { place in
            let bundle = TestBundle.small.changed {
                $0.add(
                    "e3,t1,process,organisational-trustworthiness,low,,2014-06-05,",
                    "e2,t1,process,organisational-trustworthiness,high,,2014-06-05,",
                    "e9,t1,process,organisational-trustworthiness,high,,2014-06-04,", to: "evidence.csv")
            }
            try await place.holding(bundle)
            let ending = try await place.kollegium("report", "trust", "small", "--format", "json")
            let report = try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
            #expect(report.teams.first?.process == "L")
            #expect(report.teams.first?.because.first?.evidence == ["e3"])
        }
    }

    @Test func `rules that are not there are told`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium("report", "trust", "small", "--rules", "table4/1")
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(
                ending.errors
                    == "No rules are called “table4/1”; the rules there are: table3/1, three-sources/1\n")
        }
    }
}

private struct Report: Decodable {
    let format, study, rules: String
    let teams: [Team]

    struct Team: Decodable {
        let team: String
        let collegial, collective, process: String?
        let endurance, deepenedLearning: Bool?
        let because: [Reason]

        var levels: [String] {
            let forms = [team, collegial ?? "?", collective ?? "?", process ?? "?"]
            return forms + [endurance, deepenedLearning].map { $0.map { "\($0)" } ?? "?" }
        }
    }

    struct Reason: Decodable {
        let form: String
        let level, rule: String?
        let evidence: [String]
        let missing: [String]?
        let wouldChange: [Change]

        var text: String { "\(form) \(rule ?? "?") \(evidence)" }
    }

    struct Change: Decodable {
        let indicator, value: String
        let level: String?
    }
}
