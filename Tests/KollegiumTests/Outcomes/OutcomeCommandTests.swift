import Foundation
import Support
import Testing

/// `report outcome` of the example: the second table of the article.
@Suite struct OutcomeCommandTests {
    @Test(arguments: TestEngine.allCases)
    func `the figures of the article as JSON`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "outcome", "five-schools", "--format", "json")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            let report = try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
            #expect(
                report
                    == Report(
                        format: "kollegium-report/1", study: "five-schools", minimumGroup: 5,
                        teams: [
                            .shown(
                                "t1", "s1", 5, 2.98, [(14, 25, 56), (6, 15, 40), (4, 20, 20), (2, 5, 40)]),
                            .shown(
                                "t2", "s2", 9, 4.10, [(43, 45, 96), (26, 27, 96), (20, 36, 56), (9, 9, 100)]),
                            .absent("t3", "s3"),
                            .shown("t4", "s4", 5, 3.00, [(9, 25, 36), (6, 15, 40), (5, 20, 25), (1, 5, 20)]),
                            .absent("t5", "s5"),
                        ]))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `JSON has its keys in the order of the contract`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "outcome", "five-schools", "--format", "json")
            let lines = ending.lines
            try #require(lines.count == 6)
            #expect(
                lines[0]
                    == #"{"format": "kollegium-report/1", "study": "five-schools", "minimumGroup": 5, "teams": ["#
            )
            #expect(
                lines[1]
                    == #"{"team": "t1", "school": "s1", "instrument": "teacher", "part": "year2", "respondents": 5, "#
                    + #""reported": true, "index": 2.98, "areas": [{"area": "team", "top": 14, "of": 25, "percent": 56}, "#
                    + #"{"area": "pupils", "top": 6, "of": 15, "percent": 40}, "#
                    + #"{"area": "school", "top": 4, "of": 20, "percent": 20}, "#
                    + #"{"area": "goals", "top": 2, "of": 5, "percent": 40}], "withheld": []},"#)
            #expect(
                lines[3]
                    == #"{"team": "t3", "school": "s3", "instrument": "teacher", "part": "year2", "respondents": null, "#
                    + #""reported": false, "why": "too few answers"},"#)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the figures of the article as CSV`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "outcome", "five-schools", "--format", "csv")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(
                ending.output == """
                    team,school,instrument,part,reported,respondents,index,area,top,of,percent,at_least,at_most,withheld
                    t1,s1,teacher,year2,true,5,2.98,team,14,25,56,,,false
                    t1,s1,teacher,year2,true,5,2.98,pupils,6,15,40,,,false
                    t1,s1,teacher,year2,true,5,2.98,school,4,20,20,,,false
                    t1,s1,teacher,year2,true,5,2.98,goals,2,5,40,,,false
                    t2,s2,teacher,year2,true,9,4.10,team,43,45,96,,,false
                    t2,s2,teacher,year2,true,9,4.10,pupils,26,27,96,,,false
                    t2,s2,teacher,year2,true,9,4.10,school,20,36,56,,,false
                    t2,s2,teacher,year2,true,9,4.10,goals,9,9,100,,,false
                    t3,s3,teacher,year2,false,,,,,,,,,
                    t4,s4,teacher,year2,true,5,3.00,team,9,25,36,,,false
                    t4,s4,teacher,year2,true,5,3.00,pupils,6,15,40,,,false
                    t4,s4,teacher,year2,true,5,3.00,school,5,20,25,,,false
                    t4,s4,teacher,year2,true,5,3.00,goals,1,5,20,,,false
                    t5,s5,teacher,year2,false,,,,,,,,,

                    """)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the table for people, in English`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "outcome", "five-schools")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(
                ending.output == """
                    Outcome according to the teachers · Five teams over two years

                    Teacher questionnaire · After two school years
                    2 of 5 teams are not shown, because fewer than 5 answered: Skola 3, Skola 5.

                                           Among the     In the
                                              pupils    rest of
                                   In the     taking        the        Goal
                    Team     n       team       part     school  attainment  Index
                    ───────  ─  ─────────  ─────────  ─────────  ──────────  ─────
                    Skola 1  5  56% 14/25   40% 6/15   20% 4/20     40% 2/5   2.98
                    Skola 2  9  96% 43/45  96% 26/27  56% 20/36    100% 9/9   4.10
                    Skola 4  5   36% 9/25   40% 6/15   25% 5/20     20% 1/5   3.00

                    Share of answers on the two highest steps of the scale (count/all answers), and
                    the mean of the steps as index. An area that fewer than 5 answered is withheld.
                    The figures are published already; so single items that few answered are shown
                    as well.

                    """)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the table for people, in Swedish`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "outcome", "five-schools", "--language", "sv")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            // A Swede writes a no-break space before the sign; here it is an ordinary one, for the eye.
            #expect(
                ending.output.replacing("\u{A0}%", with: " %") == """
                    Utfall enligt lärarna · Fem arbetslag i två år

                    Pedagogenkät · Efter två läsår
                    2 av 5 lag visas inte, för att färre än 5 svarade: Skola 3, Skola 5.

                                                           Hos
                                                 I   delaktiga   På övriga
                    Lag      Svarande  arbetslaget      elever      skolan  Måluppfyllelse  Index
                    ───────  ────────  ───────────  ──────────  ──────────  ──────────────  ─────
                    Skola 1         5   56 % 14/25   40 % 6/15   20 % 4/20        40 % 2/5   2,98
                    Skola 2         9   96 % 43/45  96 % 26/27  56 % 20/36       100 % 9/9   4,10
                    Skola 4         5    36 % 9/25   40 % 6/15   25 % 5/20        20 % 1/5   3,00

                    Andel svar på skalans två högsta steg (antal/alla svar), och medelvärdet av
                    stegen som index. Ett område där färre än 5 svarat visas ej. Siffrorna är redan
                    publicerade; därför visas även enskilda frågor som få har svarat på.

                    """)
        }
    }
}

/// `report outcome` as the contract of its JSON has it.
private struct Report: Decodable, Equatable {
    let format, study: String
    let minimumGroup: Int
    let teams: [Team]

    struct Team: Decodable, Equatable {
        let team, school, instrument, part: String
        let respondents: Int?
        let reported: Bool
        let index: Double?
        let areas: [Area]?
        let withheld: [String]?
        let why: String?

        static func shown(
            _ team: String, _ school: String, _ respondents: Int, _ index: Double, _ areas: [(Int, Int, Int)]
        ) -> Team {
            Team(
                team: team, school: school, instrument: "teacher", part: "year2", respondents: respondents,
                reported: true, index: index,
                areas: zip(["team", "pupils", "school", "goals"], areas).map { area, figures in
                    Area(area: area, top: figures.0, of: figures.1, percent: figures.2)
                }, withheld: [], why: nil)
        }

        static func absent(_ team: String, _ school: String) -> Team {
            Team(
                team: team, school: school, instrument: "teacher", part: "year2", respondents: nil,
                reported: false, index: nil, areas: nil, withheld: nil, why: "too few answers")
        }
    }

    struct Area: Decodable, Equatable {
        let area: String
        let top, of, percent: Int
    }
}
