import Storage
import Support
import Testing

@testable import Kollegium

/// Programmes that are begun here, and imported ones that are taken over.
@Suite struct FoundingTests {
    @Test func `all mistakes of a form are told at once, each at its field`() {
        var draft = ProgrammeDraft()
        draft.titleSV = " "
        draft.starts = "2015-08-19"
        draft.ends = "3/9"
        draft.zone = "Stockholm"
        draft.phases = [
            .init(name: "A", from: "2014-01-01", to: "2013-01-01"), .init(),
            .init(name: "A", from: "x", to: ""),
        ]
        draft.terms = [
            .init(name: "HT", from: "2013-08-01", to: "2013-12-31"),
            .init(name: "VT", from: "2013-12-31", to: "2014-06-01"),
        ]
        draft.minimumGroup = "4"
        draft.minimumForSingleItems = ""
        let examined = draft.examined()
        #expect(examined.values == nil)
        #expect(
            Set(examined.problems.all.map(\.field)) == [
                "titleSV", "ends", "zone", "phases.0.to", "phases.2.name", "phases.2.from", "phases.2.to",
                "terms.1.from", "minimumGroup", "minimumForSingleItems",
            ])
        for problem in examined.problems.all { #expect(problem.sentence.sv != problem.sentence.en) }
    }

    @Test func `phases that overlap, or lie outside the programme, are refused with a sentence`() {
        var draft = ProgrammeDraft.twoYears
        draft.phases = [
            .init(name: "År 1", from: "2013-08-01", to: "2014-06-13"),
            .init(name: "År 2", from: "2014-06-01", to: "2019-06-12"),
        ]
        let problems = draft.examined().problems.all
        #expect(problems.map(\.field).sorted() == ["phases.0.from", "phases.1.from", "phases.1.to"])
        #expect(problems.contains { $0.sentence.sv.contains("”År 2” börjar innan ”År 1” är slut") })
        draft.phases[0].from = "2013-08-19"
        draft.phases[1].from = "2014-06-14"
        draft.phases[1].to = "2015-06-12"
        #expect(draft.examined().problems.isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `a programme begun here has a study that can be exported, read elsewhere and exported alike`(
        _ engine: TestEngine
    ) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            #expect(small.code == "larande-samtal")
            let anna = try await work.person("Anna", "anna@example.org", in: small.key)
            try await work.write { [act = work.act] db in
                try TeamStore(db: db).begin(
                    MembershipDraft(person: anna.id, from: "2013-08-19"), in: small.teams[0], by: act)
            }
            let exported = try await work.place.exported(small.code)
            #expect(exported.lines(of: "people.csv").count == 3)
            #expect(exported.lines(of: "memberships.csv").count == 3)
            #expect(exported["schools.csv"].contains("bjorkskolan,Björkskolan,"))
            #expect(
                exported["teams.csv"].contains("bjorkskolan-arbetslag-4-6,bjorkskolan,Arbetslag 4–6,4–6,55,"))
            #expect(!exported["people.csv"].contains("\n\(anna.key),"))
            #expect(exported["study.yaml"].contains("VT2014"))
            try await withPlace(engine) { other in
                try await other.holding(exported)
                expectSame(try await other.exported(small.code), exported)
                #expect(try await other.kollegium("check").output == "All is well.\n")
            }
            #expect(try await work.place.kollegium("check").output == "All is well.\n")
            for report in ["continuity", "trust", "outcome"] {
                let ending = try await work.place.kollegium("report", report, small.code)
                #expect(ending.status == 0, "\(report): \(ending.errors)")
            }
            // People work in it, so no bundle takes its place.
            let path = try exported.write(to: work.place.folder + "/bundle")
            #expect(try await work.place.kollegium("study", "import", path, "--replace").status != 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two programmes with one title have studies of their own`(_ engine: TestEngine) async throws {
        try await withWorkplace(engine) { work in
            #expect(try await work.programme("Tillit").code == "tillit")
            #expect(try await work.programme("Tillit").code == "tillit-2")
            let titles = try await work.read { db in
                try ProgrammeStore(db: db).summaries(of: try ProgrammeStore(db: db).organisation()).map(
                    \.teams)
            }
            #expect(titles == [2, 2])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `editing changes programme and study, and keeps what others have changed`(_ engine: TestEngine)
        async throws
    {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let opened = try #require(try await work.read { try ProgrammeStore(db: $0).draft(of: small.key) })
            #expect(opened.terms.isEmpty)
            var mine = opened
            mine.titleSV = "Samtal som lär"
            mine.ends = "2016-06-10"
            mine.minimumGroup = "7"
            let first = mine
            #expect(
                try await work.refusals { try ProgrammeStore(db: $0).edit(small.key, first, by: $1) } == [:])
            var theirs = opened
            theirs.titleEN = "Other"
            let second = theirs
            let refused = try await work.refusals {
                try ProgrammeStore(db: $0).edit(small.key, second, by: $1)
            }
            #expect(refused[""]?.contains("Någon har ändrat") == true)
            let summary = try #require(
                try await work.read { try ProgrammeStore(db: $0).summary(of: small.key) })
            #expect(summary.title == Title(sv: "Samtal som lär", en: "Learning conversations"))
            #expect(summary.terms.map(\.code).last == "VT2016")
            #expect(summary.phases.map(\.code) == ["År 1", "År 2"])
            #expect(summary.schools == 2 && summary.teams == 2)
            let study = try await work.read { try StudyStore(db: $0).study(small.code) }
            #expect(study?.title.sv == "Samtal som lär" && study?.minimumGroup == 7)
            // What people have answered under is never lowered.
            var lower = try #require(try await work.read { try ProgrammeStore(db: $0).draft(of: small.key) })
            lower.minimumGroup = "6"
            let third = lower
            let lowered = try await work.refusals {
                try ProgrammeStore(db: $0).edit(small.key, third, by: $1)
            }
            #expect(lowered["minimumGroup"]?.contains("7") == true)
            #expect(try await work.place.exported(small.code)["study.yaml"].contains("2016-06-10"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an imported programme is only read until somebody takes it over`(_ engine: TestEngine) async throws
    {
        try await withWorkplace(engine) { work in
            try await work.place.holding(.small)
            let (programme, team, school) = try await work.read { db in
                let programme = try #require(try StudyStore(db: db).study("small")).programme
                return (
                    programme, try TeamStore(db: db).names(of: programme)[0].key,
                    try SchoolStore(db: db).choices(of: programme)[0]
                )
            }
            let before = try await work.place.dump()
            let verbs: [@Sendable (Session, Act) throws -> Void] = [
                { try ProgrammeStore(db: $0).edit(programme, .twoYears, by: $1) },
                { _ = try SchoolStore(db: $0).add(SchoolDraft(name: "X"), to: programme, by: $1) },
                { try SchoolStore(db: $0).edit(school.key, in: programme, SchoolDraft(name: "X"), by: $1) },
                {
                    _ = try TeamStore(db: $0).add(
                        TeamDraft(school: school.publicID, name: "X"), to: programme, by: $1)
                },
                { try TeamStore(db: $0).edit(team, TeamDraft(school: school.publicID, name: "X"), by: $1) },
                { _ = try PersonStore(db: $0).add(PersonDraft(name: "X"), to: programme, by: $1) },
                { _ = try TeamStore(db: $0).begin(MembershipDraft(), in: team, by: $1) },
                { _ = try TeamStore(db: $0).openCode(of: team, TeamCodeDraft(), by: $1) },
                { _ = try RosterStore(db: $0).preview(RosterPaste(text: "X"), in: programme, by: $1) },
            ]
            for verb in verbs {
                let refused = try await work.refusals(verb)
                #expect(refused[""]?.contains("Ta över det") == true)
            }
            #expect(try await work.place.dump() == before)
            try await work.write { [act = work.act] db in
                try ProgrammeStore(db: db).takeOver(programme, by: act)
                try ProgrammeStore(db: db).takeOver(programme, by: act)
                _ = try SchoolStore(db: db).add(SchoolDraft(name: "Nya skolan"), to: programme, by: act)
            }
            let verbsNoted = try await work.place.witness(
                "SELECT verb FROM activity WHERE actor = 'person' ORDER BY id")
            #expect(verbsNoted == ["took over", "added"])
            #expect(try await work.place.kollegium("check").output == "All is well.\n")
            #expect(
                try await work.place.import(
                    .small.changed { $0.add("s9,X,,,,,,,", to: "schools.csv") }, "--replace"
                ).status != 0)
        }
    }
}
