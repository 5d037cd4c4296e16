import Foundation
import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// The reports as pages of the application.
@Suite struct ReportPageTests {
    static func place(_ language: Language, _ day: String = "2015-12-01") throws -> ReportPlace {
        ReportPlace(
            through: try #require(Day(day)), language: language,
            downloads: [Link("CSV", .start)])
    }

    /// Every page of a study, by template, for one team or all.
    static func pages(_ db: Session, _ study: Study, _ language: Language) throws -> [any Page] {
        let place = try place(language)
        let filter = TeamFilter()
        let team = try #require(try TeamStore(db: db).names(of: study.programme).first).key
        return [
            try TeamOutcomePage.read(db, study, team: team, goals: [Link("CSV", .start)], at: place),
            try TeamContinuityPage.read(db, study, team: team, at: place),
            try TeamChangePage.read(db, study, team: team, at: place),
            try ProgrammeOutcomePage.read(
                db, study, filter, url: .programme("p", .outcome),
                total: OutcomeTotal.read(db, study, through: place.through), at: place),
            try ProgrammeContinuityPage.read(
                db, study, filter, url: .programme("p", .continuity),
                total: ContinuityTotal.read(db, study, through: place.through), at: place),
            try StatisticsPage.read(db, study, url: .programme("p", .statistics), at: place),
        ]
    }

    @Test(arguments: TestEngine.allCases)
    func `every page is filled in, in both languages`(_ engine: TestEngine) async throws {
        try await withExample(engine) { db, study in
            let templates = try Templates()
            for language in Language.allCases {
                for page in try Self.pages(db, study, language) {
                    let name = type(of: page).template
                    let text = templates.fill(name, with: page, in: language)
                    #expect(text.contains("<table"), "\(name)")
                    #expect(!text.contains("[[") && !text.contains("{{"), "\(name)")
                    if let path = ProcessInfo.processInfo.environment["KOLLEGIUM_PAGES"] {
                        try Data(text.utf8).write(
                            to: URL(fileURLWithPath: "\(path)/\(name).\(language.rawValue).html"))
                    }
                }
            }
        }
    }

    @Test func `a researcher's page names neither schools nor teams, only codes`() async throws {
        try await withExample(.sqlite) { db, study in
            let place = try Self.place(.en)
            let page = try StatisticsPage.read(db, study, url: .programme("p", .statistics), at: place)
            let text = try Templates().fill(StatisticsPage.template, with: page, in: .en)
            for team in try TeamStore(db: db).names(of: study.programme) {
                #expect(text.contains(team.code))
                #expect(!text.contains(team.schoolName) && !text.contains(team.name))
            }
        }
    }

    /// Rendering passes over a tag that names nothing, so a slip of the pen loses a figure without a word.
    @Test func `every tag of the pages names what is stored, and everything stored is named`() async throws {
        let walk = try await Self.walk()
        #expect(walk.unknown == [])
        #expect(walk.unnamed == [])
    }

    private static func templates() throws -> [String: [TemplateNode]] {
        try Templates.sources.reduce(into: [:]) { templates, source in
            templates[source.name] = try TemplateText.read(
                source.name, String(decoding: source.text, as: UTF8.self))
        }
    }

    private static func walk() async throws -> (unknown: Set<String>, unnamed: [String]) {
        let notes = Notes()
        let silent = Survey.simple.answering("a1", [1, 2]).bundle
        for (bundle, code) in [(try TestBundle.fiveSchools(), "five-schools"), (silent, "survey")] {
            try await withExample(.sqlite, bundle, code) { db, study in
                var walk = TemplateWalk(try Self.templates())
                // With so few teams the form above them is shown to who has looked for some.
                let searched = try ProgrammeOutcomePage.read(
                    db, study, TeamFilter(search: "a"), url: .programme("p", .outcome), total: nil,
                    at: try Self.place(.en))
                for page in try Self.pages(db, study, .en) + [searched] {
                    walk.go(through: type(of: page).template, with: page)
                    notes.add(TemplateWalk.stored(in: page), walk)
                }
            }
        }
        return notes.result
    }

    /// What walks have found, put together.
    private final class Notes: @unchecked Sendable {
        private var unknown: Set<String> = []
        private var stored: Set<String> = []
        private var named: Set<String> = []

        func add(_ stored: Set<String>, _ walk: TemplateWalk) {
            self.stored.formUnion(stored)
            unknown.formUnion(walk.unknown)
            named.formUnion(walk.named)
        }

        /// The heading is put into the frame, and not into the page. Of several pages another test tells.
        var result: (unknown: Set<String>, unnamed: [String]) {
            let apart = [
                "heading", "PageHeading", "RoomBanner", "Link.", "TeamFinder.first", "TeamFinder.next",
            ]
            return (
                unknown,
                stored.subtracting(named).filter { name in !apart.contains { name.contains($0) } }.sorted()
            )
        }
    }

    /// No share stands on a page that is not in its download.
    @Test func `a page shows no other counts than its download`() async throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let secret = SecretStudy(seed: seed)
            try await withExample(.sqlite, secret.bundle, "secret") { db, study in
                let place = try Self.place(.en)
                let page = try ProgrammeOutcomePage.read(
                    db, study, TeamFilter(), url: .programme("p", .outcome), total: nil, at: place)
                let text = try Templates().fill(ProgrammeOutcomePage.template, with: page, in: .en)
                let all = Selection(teams: .all, through: place.through)
                var shown = try ShownFigures(
                    outcome: OutcomeReading.read(db, study, all).report.json, change: nil, total: nil)
                try shown.add(
                    outcome: GoalsReading.read(db, study, all).report.json, change: nil, total: nil)
                let known = Set(
                    shown.shares.compactMap { share in share.top.map { "(\($0)/\(share.of ?? 0))" } })
                let onPage = Set(
                    text.matches(of: try Regex("\\([0-9]+/[0-9]+\\)")).map { String(text[$0.range]) })
                #expect(onPage.subtracting(known) == [])
                #expect(onPage == known)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `teams are found by part of a name, and come page by page in the order of names`(
        _ engine: TestEngine
    ) async throws {
        var survey = Survey.simple.answering("a1", [1, 2])
        survey.teams = (1...120).map { "t\($0)" }
        let bundle = survey.bundle
        try await withExample(engine, bundle, "survey") { db, study in
            let store = TeamStore(db: db)
            var (filter, seen): (TeamFilter, [Int64]) = (TeamFilter(), [])
            var pages = 0
            repeat {
                let page = try store.page(of: study.programme, filter, school: nil)
                seen += page.teams
                filter.after = page.next
                pages += 1
            } while filter.after != nil && pages < 9
            let names = try store.names(of: study.programme, .everything, .byName).map(\.key)
            #expect(seen == names && pages == 3)
            let eleven = try store.page(of: study.programme, TeamFilter(search: "LAG T11"), school: nil)
            #expect(eleven.teams.count == 11)
            for typed in ["%", "_", "!", "'", "\0t120 "] {
                let found = try store.page(of: study.programme, TeamFilter(search: typed), school: nil)
                #expect(found.teams.isEmpty, "\(typed)")
            }
            let place = try Self.place(.en)
            let first = try ProgrammeContinuityPage.read(
                db, study, TeamFilter(search: "lag"), url: .programme("p", .continuity), total: nil, at: place
            )
            let text = try Templates().fill(ProgrammeContinuityPage.template, with: first, in: .en)
            #expect(text.contains("<a href=\"/programmes/p/continuity?search=lag&amp;after="))
            let stranger = try store.page(of: study.programme, TeamFilter(after: "nobody"), school: nil)
            #expect(stranger.teams.isEmpty && stranger.next == nil)
        }
    }
}
