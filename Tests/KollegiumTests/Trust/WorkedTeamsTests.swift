import Support
import Testing

/// Three worked teams from bundle to report. docs/measures.md goes through the first by hand.
@Suite struct WorkedTeamsTests {
    private func report(_ engine: TestEngine, _ body: @Sendable (ThreeSourcesReport) throws -> Void)
        async throws
    {
        try await withPlace(engine) { place in
            try await place.holding(WorkedTeams.bundle)
            try body(try await ThreeSourcesReport.read(place, "worked", "--today", "2015-07-01"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team that thrives rises as its answers stay and its evidence comes`(_ engine: TestEngine)
        async throws
    {
        try await report(engine) { report in
            #expect(
                report.levels(of: "t1") == [
                    "HT2013 TH TH* TH", "VT2014 H TH H", "HT2014 H TH* H", "VT2015 H H H",
                ])
            let team = try #require(report.teams.first)
            #expect(team.term == "VT2015")
            #expect([team.process, team.collegial, team.collective] == ["H", "H", "H"])
            #expect(team.endurance == true)
            #expect(team.deepenedLearning == true)
            #expect(team.terms[0].deepenedLearning == false)

            let start = try #require(report.reason("t1", "HT2013", "process"))
            #expect(start.sources == ["answers-enough", "evidence-missing", "meetings-held"])
            #expect(start.rule == "lower-of-two")
            #expect(start.answers.people == 6)
            #expect(start.answers.mean == 3)
            let year = try #require(report.reason("t1", "VT2014", "collective"))
            #expect(year.sources == ["answers-held", "efficacy-carried", "attendance-high"])
            #expect(year.rule == "median-of-three")
            #expect(year.evidence == ["e3", "e4"])
            let between = try #require(report.reason("t1", "HT2014", "collegial"))
            #expect(between.sources == ["answers-not-asked", "relations-affirmed"])
            #expect(between.rule == "one-alone")
            #expect(
                between.wouldChange.contains {
                    $0.value == "doubted" && $0.instead == "e2" && $0.level == nil
                })
            let end = try #require(report.reason("t1", "VT2015", "collegial"))
            #expect(end.answers.rule == "answers-high")
            #expect(end.caps.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team with divided views and caps`(_ engine: TestEngine) async throws {
        try await report(engine) { report in
            #expect(
                report.levels(of: "t2") == [
                    "HT2013 TH TH* TH", "VT2014 L TH~ TH", "HT2014 TH* TH*~ TH*", "VT2015 TH TH~ TH",
                ])
            let process = try #require(report.reason("t2", "VT2014", "process"))
            #expect(process.sources == ["answers-high", "low-from-one-source", "meetings-mostly-held"])
            #expect(process.beforeCaps == "TH")
            #expect(
                process.caps.map(\.cap) == [
                    "purpose-disputed", "organisation-unresolved", "no-leader-feedback",
                ])
            #expect(process.caps.map(\.lowers) == [true, true, false])
            #expect(process.caps[0].evidence == ["e7"])
            #expect(process.caps[1].days == ["2014-02-01"])
            let collegial = try #require(report.reason("t2", "VT2014", "collegial"))
            #expect(collegial.coded.rule == "divided-views")
            #expect(collegial.coded.for == ["e5"])
            #expect(collegial.coded.against == ["e6"])
            #expect(collegial.answers.level == "H")
            // What leaders say in October takes the place of what they said in March.
            #expect(report.reason("t2", "HT2014", "process")?.caps.map(\.cap) == ["no-leader-feedback"])
            // The exemption stands until it is agreed jointly.
            #expect(
                ["HT2013", "VT2014", "HT2014", "VT2015"].map { term in
                    report.reason("t2", term, "collective")?.caps.map(\.cap) ?? []
                } == [["exemption-not-agreed-jointly"], ["exemption-not-agreed-jointly"], [], []])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team with too few answers, and then too few people`(_ engine: TestEngine) async throws {
        try await report(engine) { report in
            #expect(
                report.levels(of: "t3") == [
                    "HT2013 TH* ? ?", "VT2014 TH* ? ?", "HT2014 frozen", "VT2015 frozen",
                ])
            let team = try #require(report.teams.last)
            #expect(team.term == "VT2014")
            #expect(team.endurance == nil)
            let collegial = try #require(report.reason("t3", "HT2013", "collegial"))
            #expect(collegial.answers.rule == "answers-too-few")
            #expect(collegial.answers.people == nil)
            #expect(collegial.answers.mean == nil)
            #expect(collegial.rule == "no-source")
            #expect(collegial.missing == ["relations", "climate", "practice"])
            #expect(team.terms[2].because.isEmpty)
            #expect(team.terms[2].endurance == nil)
        }
    }

    @Test func `on an earlier day only what was there then counts, and the running term says so`()
        async throws
    {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            let early = try await ThreeSourcesReport.read(place, "worked", "--today", "2014-05-20")
            #expect(
                early.teams[0].terms.map { "\($0.term) \($0.state)" } == ["HT2013 judged", "VT2014 running"])
            // The questionnaire of that day still takes answers, and the evidence of the 30th is not there.
            let process = try #require(early.reason("t1", "VT2014", "process"))
            #expect(process.sources == ["answers-still-open", "evidence-missing", "meetings-held"])
            #expect(process.answers.people == nil)
            let next = try await ThreeSourcesReport.read(place, "worked", "--today", "2014-05-21")
            #expect(next.reason("t1", "VT2014", "process")?.answers.rule == "answers-held")
            let first = try await ThreeSourcesReport.read(place, "worked", "--today", "2013-08-01")
            #expect(first.teams.map(\.terms.count) == [0, 0, 0])
        }
    }

    @Test func `a meeting planned for today may still be held, one of yesterday was not`() async throws {
        try await withPlace(.sqlite) { place in
            let bundle = WorkedTeams.bundle.changed {
                $0.replace(
                    "t1-2014-02-4,t1,supervision,2014-02-14T14:30,90,held",
                    with: "t1-2014-02-4,t1,supervision,2014-02-14T14:30,90,planned", in: "meetings.csv")
                $0["attendance.csv"] = $0.lines(of: "attendance.csv").filter { !$0.hasPrefix("t1-2014-02-4") }
                    .joined(separator: "\n")
            }
            try await place.holding(bundle)
            let today = try await ThreeSourcesReport.read(place, "worked", "--today", "2014-02-14")
            #expect(
                today.reason("t1", "VT2014", "process")?.process?.rule == "meetings-held-without-feedback")
            let tomorrow = try await ThreeSourcesReport.read(place, "worked", "--today", "2014-02-15")
            #expect(tomorrow.reason("t1", "VT2014", "process")?.process?.rule == "meetings-mostly-held")
        }
    }

    @Test func `a table and CSV say the same`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            let arguments = [
                "report", "trust", "worked", "--rules", "three-sources/1", "--today", "2015-07-01",
            ]
            for language in ["sv", "en"] {
                let table = try await place.kollegium(arguments + ["--language", language])
                #expect(table.status == 0)
                #expect(table.lines.allSatisfy { $0.count <= 80 })
                try expectSnapshot(table.output, "report-trust-three-sources.\(language)")
            }
            let csv = try await place.kollegium(arguments + ["--format", "csv"])
            let parsed = ParsedCSV(Array(csv.output.utf8))
            #expect(parsed.records.count == 3 * 4 * 3)
            let row = try #require(
                parsed.records.first {
                    $0["team"] == "t2" && $0["term"] == "VT2014" && $0["form"] == "process"
                })
            #expect(row["level"] == "L")
            #expect(row["caps"] == "purpose-disputed organisation-unresolved no-leader-feedback")
            #expect(row["evidence"] == "e7")
            let frozen = parsed.records.filter { $0["state"] == "frozen" }
            #expect(frozen.count == 6)
            #expect(frozen.allSatisfy { $0["level"] == nil && $0["rule"] == nil && $0["endurance"] == nil })
        }
    }

    @Test func `there is no page, and --today is for these rules only`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            let page = try await place.kollegium(
                "report", "trust", "worked", "--rules", "three-sources/1", "--format", "html")
            #expect(page.status == 1)
            #expect(page.output == "")
            #expect(page.errors.contains("table, csv or json"))
            let other = try await place.kollegium("report", "trust", "worked", "--today", "2014-01-01")
            #expect(other.status == 64)
            let noDay = try await place.kollegium(
                "report", "trust", "worked", "--rules", "three-sources/1", "--today", "2014-02-30")
            #expect(noDay.status == 64)
        }
    }
}
