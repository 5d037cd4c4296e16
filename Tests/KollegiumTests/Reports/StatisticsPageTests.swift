import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// A researcher's page of figures: what it withholds of a study that nobody has published, and its files.
@Suite struct StatisticsPageTests {
    private static let six = Survey.simple
        .answering("a1", [5, 4, 3, 2, 1, 3]).answering("a2", [5, 5, 3, 2, 2, 4]).answering(
            "a3", [1, 2, 3, 4, 5, 5])

    /// The page as it is sent, and its files.
    private static func shown(_ survey: Survey) async throws -> [String] {
        let texts = Texts()
        try await withExample(.sqlite, survey.bundle, "survey") { db, study in
            let place = try ReportPageTests.place(.en)
            let page = try StatisticsPage.read(db, study, url: .programme("p", .statistics), at: place)
            let selection = Selection(teams: .all, through: place.through)
            let files = try StatisticsFigures.allCases.map {
                String(
                    decoding: try $0.read(db, study, selection).csv(for: .spreadsheet), as: UTF8.self)
            }
            texts.keep([try Templates().fill(StatisticsPage.template, with: page, in: .en)] + files)
        }
        return texts.kept
    }

    private final class Texts: @unchecked Sendable {
        private(set) var kept: [String] = []
        func keep(_ texts: [String]) { kept = texts }
    }

    @Test func `a single question that six people answered is in no figure of an unpublished study`()
        async throws
    {
        let one = try await Self.shown(Self.six.answering("s1", [5, 5, 5, 5, 5, 5]))
        let other = try await Self.shown(Self.six.answering("s1", [1, 2, 3, 4, 5, 1]))
        #expect(one == other)
    }

    @Test func `how six people's answers lie is in no figure of an unpublished study`() async throws {
        let page = try await Self.shown(Self.six)[0]
        // The shares themselves stand there, or the rest would prove nothing.
        #expect(page.contains("id=\"shares-1\"") && !page.contains("id=\"agreement-1\""))
        var published = Self.six
        published.published = true
        #expect(try await Self.shown(published)[0].contains("id=\"agreement-1\""))
    }

    @Test func `a published study says that its figures are, and another one does not`() async throws {
        var survey = Self.six.answering("s1", [5, 4, 3, 2, 1, 1])
        let sentence = "The study’s figures are published already."
        #expect(try await Self.shown(survey)[0].contains(sentence) == false)
        survey.published = true
        #expect(try await Self.shown(survey)[0].contains(sentence))
    }

    @Test func `the tables for reviewers are a file too, with the digits that the page rounds`() async throws
    {
        try await withExample(.sqlite) { db, study in
            let all = Selection(teams: .all, through: Day("2015-12-01"))
            let file = try StatisticsFigures.uncertainty.read(db, study, all)
            let parsed = ParsedCSV(try file.csv(for: .spreadsheet))
            #expect(parsed.columns == ["table", "name", "row", "column", "value", "text"])
            let rows = parsed.records
            for table in ["shares-1", "indices-1", "quality-1", "tests-1"] {
                #expect(rows.contains { $0["table"] == table }, "\(table)")
            }
            let digits = try #require(
                rows.first { $0["table"] == "shares-1" && $0["row"] == "t1" && $0["value"] != nil })
            #expect(digits["value"]?.wholeMatch(of: /0\.[0-9]{8,} 0\.[0-9]{8,}/) != nil, "\(digits)")
            for team in try TeamStore(db: db).names(of: study.programme) {
                #expect(!rows.contains { $0.values.contains { $0.contains(team.schoolName) } })
            }
        }
    }

    @Test func `from how many people intervals are shown is told as it is`() async throws {
        try await withExample(.sqlite) { db, study in
            let all = Selection(teams: .all, through: Day("2015-12-01"))
            let reading = try ChangeReading.read(db, study, all)
            let shown = reading.report.entries.filter { $0.change != nil }
            let least = try #require(shown.filter(\.telling.interval).compactMap(\.change?.people).min())
            #expect(shown.contains { $0.change?.people == 6 && !$0.telling.interval } && least >= 7)
            #expect(reading.report.explanationOnPages(.en).contains("from 5 people up, and intervals from 7"))
        }
    }

    @Test func `the page begins with a way to each of its parts`() async throws {
        let content = try await Self.shown(Self.six)[0]
        let root = try ParsedPage("<!doctype html>\n<html lang=\"en\">\n\(content)</html>\n").root
        let ways = try #require(root.all("nav").first).all("a").compactMap { $0.attributes["href"] }
        #expect(ways == ["#outcome", "#continuity", "#change"])
        let places = Set(root.all("h2").compactMap { $0.attributes["id"] })
        #expect(ways.allSatisfy { places.contains(String($0.dropFirst())) })
    }

    @Test(arguments: TestEngine.allCases)
    func `leaders read teams in the order of their schools, and 2 comes before 10`(
        _ engine: TestEngine
    ) async throws {
        var survey = Self.six
        survey.teams = ["t1", "t2", "t3"]
        let bundle = survey.bundle.changed { bundle in
            bundle["schools.csv"] = "id,name\ns1,Skola 10\ns2,Skola 2\ns3,Skola 1\n"
            bundle["teams.csv"] = "id,school,name\nt1,s1,Lag A\nt2,s2,Lag C\nt3,s3,Lag B\n"
        }
        try await withExample(engine, bundle, "survey") { db, study in
            let store = TeamStore(db: db)
            #expect(
                try store.names(of: study.programme, .everything, .bySchool).map(\.schoolName)
                    == ["Skola 1", "Skola 2", "Skola 10"])
            let page = try store.page(of: study.programme, TeamFilter(), school: nil)
            #expect(page.order == .bySchool)
        }
        try await withDemo(engine) { web in
            let here = try await web.register()
            let page = try await web.be("programledare@example.org").get(
                "/programmes/\(here.programme)/outcome")
            let tables = try ParsedPage(page.body).root.all("table").map { table in
                table.all("th").map(\.words).filter { $0.hasPrefix("Skola ") }
            }.filter { $0.count > 1 }
            #expect(!tables.isEmpty)
            for heads in tables { #expect(heads == heads.sorted()) }
        }
    }

    private func expectCodesAlone(_ file: String) {
        let parsed = ParsedCSV(Array(file.utf8))
        #expect(parsed.records.count > 3 && parsed.columns.contains("school"))
        #expect(parsed.records.allSatisfy { $0["team"]?.hasPrefix("t") == true && $0["school"] == nil })
    }

    @Test(arguments: TestEngine.allCases)
    func `a researcher takes away each kind of figures, by codes, and others find no file`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let page = "/programmes/\(here.programme)/statistics"
            let researcher = try await web.be("forskare@example.org")
            let body = try await researcher.get(page).body
            for figures in ["outcome", "continuity", "change", "uncertainty"] {
                let file = "\(page)/\(figures).csv"
                #expect(body.contains("href=\"\(file)\""), "\(figures)")
                let answer = try await researcher.get(file)
                #expect(answer.status == .ok)
                #expect(
                    answer.headers[.contentDisposition] == "attachment; filename=\"\(figures).csv\"")
                #expect(try await researcher.get("\(page)/\(figures).json").status == .ok)
                if figures != "uncertainty" { expectCodesAlone(answer.body) }
                for other in ["programledare@example.org", "s1-l1@example.org", "s2-t02@example.org"] {
                    #expect(try await web.be(other).get(file).status == .notFound, "\(other)")
                }
                #expect(try await web.browser().get(file).status == .seeOther)
            }
            #expect(try await researcher.get(page + "/people.csv").status == .notFound)
        }
    }
}
