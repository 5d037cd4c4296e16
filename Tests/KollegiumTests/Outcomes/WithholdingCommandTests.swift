import Foundation
import Support
import Testing

/// What `report outcome` must not tell, from bundle to output.
@Suite struct WithholdingCommandTests {
    /// What the report tells of the first team, in every form.
    private struct Told {
        let team: Entry
        let csv: [String]
        /// The team's row of the table for people, and all of it.
        let row: String
        let table: String
    }

    private func report(_ survey: Survey) async throws -> Told {
        try await withPlace(.sqlite) { place in
            try await place.holding(survey.bundle)
            let json = try await place.kollegium("report", "outcome", "survey", "--format", "json")
            let csv = try await place.kollegium("report", "outcome", "survey", "--format", "csv")
            let table = try await place.kollegium("report", "outcome", "survey")
            let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
            let row = table.lines.first { $0.hasPrefix("Skola 1") } ?? ""
            return Told(
                team: try #require(report.teams.first), csv: Array(csv.lines.dropFirst()), row: row,
                table: table.output)
        }
    }

    private static let five = Survey.simple.answering("a1", [5, 4, 3, 2, 1])

    @Test func `a team with four respondents is not reported`() async throws {
        let told = try await report(.simple.answering("a1", [5, 5, 5, 5]))
        #expect(
            told.team
                == Entry(
                    respondents: nil, reported: false, index: nil, areas: nil, withheld: nil,
                    why: "too few answers"))
        #expect(told.csv == ["t1,s1,q,p,false,,,,,,,,,"])
        #expect(told.table.contains("1 of 1 teams is not shown, because fewer than 5 answered: Skola 1."))
        #expect(!told.table.contains("100%"))
    }

    @Test func `a team with five is`() async throws {
        let told = try await report(Self.five)
        #expect(
            told.team
                == Entry(
                    respondents: 5, reported: true, index: 3,
                    areas: [.init("team", top: 2, of: 5, percent: 40)],
                    withheld: ["alone", "pupils"], why: nil))
        #expect(
            told.csv == [
                "t1,s1,q,p,true,5,3.00,team,2,5,40,,,false", "t1,s1,q,p,true,5,3.00,alone,,,,,,true",
                "t1,s1,q,p,true,5,3.00,pupils,,,,,,true",
            ])
    }

    @Test func `opting out, words and questions without an area make nobody a respondent`() async throws {
        let survey = Survey.simple.answering("a1", [5, 4, 3, 2, nil]).answering(
            "a2", [nil, 1, nil, nil, nil])
        let silent = survey.answering("loose", [1, 1, 1, 1, 1, 1]).answering("words", [1, 1, 1, 1, 1, 1])
        #expect(try await report(silent).team.reported == false)
        let heard = try await report(silent.answering("b1", [nil, nil, nil, nil, 3])).team
        #expect(heard.respondents == 5)
        #expect(heard.areas == [])
        #expect(heard.withheld == ["team", "alone", "pupils"])
    }

    @Test func `an area that four people answered is withheld, and the index does without it`() async throws {
        let told = try await report(
            Self.five.answering("b1", [5, 5, 5, 5]).answering("b2", [5, 5, 5, 5]))
        #expect(told.team.index == 3)
        #expect(told.team.withheld == ["alone", "pupils"])
        #expect(told.team.areas?.map(\.area) == ["team"])
        #expect(told.row.contains("withheld"))
        let shown = try await report(Self.five.answering("b1", [5, 5, 5, 5, 5])).team
        #expect(shown.index == 4)
        #expect(shown.areas?.map(\.area) == ["team", "pupils"])
        #expect(shown.withheld == ["alone"])
    }

    @Test func `where every area is withheld the index is null and the team is reported`() async throws {
        let survey = Survey.simple.answering("a1", [5, 5, 5]).answering("b1", [nil, nil, nil, 2, 2])
        let told = try await report(survey)
        #expect(
            told.team
                == Entry(
                    respondents: 5, reported: true, index: nil, areas: [],
                    withheld: ["team", "alone", "pupils"],
                    why: nil))
        #expect(told.csv.allSatisfy { $0.hasPrefix("t1,s1,q,p,true,5,,") })
    }

    @Test(arguments: [7, 8])
    func `a single item needs eight people`(_ people: Int) async throws {
        let values = (0..<people).map { $0 % 2 == 0 ? 5 : 1 }
        let told = try await report(.simple.answering("a1", values).answering("s1", values))
        #expect(told.team.respondents == people)
        #expect(told.team.withheld == (people == 7 ? ["alone", "pupils"] : ["pupils"]))
        #expect(told.team.areas?.map(\.area) == (people == 7 ? ["team"] : ["team", "alone"]))
        #expect(told.team.areas?.last?.percent == (people == 7 ? 57 : 50))
    }

    @Test(arguments: [
        (8, 10, "atLeast"), (9, 10, "atLeast"), (10, 10, "atLeast"), (2, 10, "atMost"), (1, 10, "atMost"),
        (0, 10, "atMost"),
        (15, 19, "79"), (4, 19, "21"), (7, 10, "70"), (3, 10, "30"),
    ])
    func `an extreme share of a single item is masked from 80 and 20 per cent on`(
        _ top: Int, _ of: Int, _ shown: String
    ) async throws {
        let values = (0..<of).map { $0 < top ? 4 : 3 }
        let told = try await report(.simple.answering("s1", values))
        let area = try #require(told.team.areas?.first)
        switch shown {
        case "atLeast":
            #expect(area == Area("alone", of: of, atLeast: 80))
            #expect(told.csv.first?.hasSuffix(",alone,,\(of),,80,,false") == true)
            #expect(told.row.contains("≥ 80%"))
            #expect(!told.row.contains("\(top)/\(of)"))
        case "atMost":
            #expect(area == Area("alone", of: of, atMost: 20))
            #expect(told.csv.first?.hasSuffix(",alone,,\(of),,,20,false") == true)
            #expect(told.row.contains("≤ 20%"))
            #expect(!told.row.contains("\(top)/\(of)"))
        default:
            #expect(area == Area("alone", top: top, of: of, percent: Int(shown)))
            #expect(told.row.contains("\(shown)% \(top)/\(of)"))
        }
        #expect(told.team.withheld == ["team", "pupils"])
    }

    @Test func `several items are told however extreme`() async throws {
        let told = try await report(
            .simple.answering("a1", [5, 5, 5, 5, 5]).answering("b1", [1, 1, 1, 1, 1]))
        #expect(
            told.team.areas == [
                Area("team", top: 5, of: 5, percent: 100), Area("pupils", top: 0, of: 5, percent: 0),
            ])
    }

    @Test func `what is published already is told, of five people or more`() async throws {
        var survey = Survey.simple.answering("s1", [5, 5, 5, 5, 5]).answering("a1", [1, 1, 1, 1])
        survey.published = true
        let told = try await report(survey)
        #expect(told.team.areas == [Area("alone", top: 5, of: 5, percent: 100)])
        #expect(told.team.withheld == ["team", "pupils"])
        #expect(told.team.index == 5)
        var four = Survey.simple.answering("s1", [5, 5, 5, 5])
        four.published = true
        #expect(try await report(four).team.reported == false)
    }

    @Test func `a study may ask for larger groups`() async throws {
        var survey = Self.five
        survey.minimumGroup = 6
        let told = try await report(survey)
        #expect(told.team.reported == false)
        #expect(told.table.contains("fewer than 6 answered"))
        survey = Survey.simple.answering("a1", [5, 4, 3, 2, 1, 1]).answering("b1", [5, 4, 3, 2, 1])
        survey.minimumGroup = 6
        let six = try await report(survey).team
        #expect(six.respondents == 6)
        #expect(six.withheld == ["alone", "pupils"])
        survey = Survey.simple.answering("s1", Array(repeating: 3, count: 5) + Array(repeating: 4, count: 6))
        survey.minimumForSingleItems = 12
        #expect(try await report(survey).team.withheld == ["team", "alone", "pupils"])
        survey.minimumForSingleItems = 11
        #expect(try await report(survey).team.areas == [Area("alone", top: 6, of: 11, percent: 55)])
    }
}

private struct Report: Decodable {
    let teams: [Entry]
}

private struct Entry: Decodable, Equatable {
    let respondents: Int?
    let reported: Bool
    let index: Double?
    let areas: [Area]?
    let withheld: [String]?
    let why: String?
}

private struct Area: Decodable, Equatable {
    let area: String
    var top: Int?
    var of: Int?
    var percent: Int?
    var atLeast: Int?
    var atMost: Int?

    init(
        _ area: String, top: Int? = nil, of: Int? = nil, percent: Int? = nil, atLeast: Int? = nil,
        atMost: Int? = nil
    ) {
        self.area = area
        self.top = top
        self.of = of
        self.percent = percent
        self.atLeast = atLeast
        self.atMost = atMost
    }
}
