import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// Rendering passes over a tag that names nothing, so a slip of the pen loses a figure without a word. Here each tag
/// must name something stored, and each thing stored must be named.
@Suite struct TemplateTests {
    private static let own = [
        "outcome": ReportTemplates.outcome, "trust": ReportTemplates.trust,
        "continuity": ReportTemplates.continuity, "change": ReportTemplates.change,
    ]

    private static func templates() throws -> [String: [TemplateNode]] {
        var templates: [String: [TemplateNode]] = [:]
        for source in ReportTemplates.shared + Array(own.values) {
            templates[source.name] = try TemplateText.read(
                source.name, String(decoding: source.text, as: UTF8.self))
        }
        return templates
    }

    /// The pages of a study, by report.
    private static func pages(of bundle: TestBundle, _ code: String) async throws -> [String: any Sendable] {
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            let database = try await Database(place.location)
            let rules = try TrustRulesFile.named("table3/1")
            let pages = try await database.read { db -> [String: any Sendable] in
                guard let study = try StudyStore(db: db).study(code) else { return [:] }
                return [
                    "outcome": try OutcomePage.read(db, study, .en),
                    "trust": try TrustPage.read(db, study, by: rules, .en),
                    "continuity": try ContinuityPage.read(db, study, .en),
                    "change": try ChangePage.read(db, study, .en),
                ]
            }
            try await database.close()
            return pages
        }
    }

    /// A study in which everything is there, one in which little is, and one in which nobody has enough answers.
    private static func walk() async throws -> (walk: TemplateWalk, stored: Set<String>) {
        var walk = TemplateWalk(try templates())
        var stored: Set<String> = []
        let silent = Survey.simple.answering("a1", [1, 2]).bundle
        let studies = [(try TestBundle.fiveSchools(), "five-schools"), (.small, "small"), (silent, "survey")]
        for (bundle, study) in studies {
            let pages = try await pages(of: bundle, study)
            try #require(Set(pages.keys) == Set(reportNames))
            for (report, page) in pages {
                walk.go(through: try #require(own[report]?.name), with: page)
                stored.formUnion(TemplateWalk.stored(in: page))
            }
        }
        return (walk, stored)
    }

    @Test func `every tag names what is stored where it stands, and everything stored is named`() async throws
    {
        let (walk, stored) = try await Self.walk()
        #expect(walk.unknown == [])
        #expect(stored.subtracting(walk.named).sorted() == [])
        #expect(stored.count > 60)
        // Where a tag was never met, nobody has tried it.
        let tags = try Self.templates().values.reduce(into: Set<String>()) {
            $0.formUnion(Self.places(in: $1))
        }
        #expect(tags.subtracting(walk.met).sorted() == [])
    }

    @Test func `each report has its template`() {
        #expect(Set(Self.own.keys) == Set(reportNames))
    }

    @Test func `a slip of the pen is seen`() throws {
        struct Page {
            let name = "a"
            let teams = ["b"]
        }
        for (text, slip) in [
            ("{{.nane}}", "t, tag 1: .nane"), ("{{#.teams}}{{.name}}{{/.teams}}", "t, tag 2: .name"),
            ("{{#.team}}x{{/.team}}", "t, tag 1: #.team"), ("{{> other}}", "the template other"),
        ] {
            var walk = TemplateWalk(["t": try TemplateText.read("t", text)])
            walk.go(through: "t", with: Page())
            #expect(walk.unknown == [slip])
        }
        var walk = TemplateWalk([
            "t": try TemplateText.read("t", "{{.name}}{{#.teams}}{{.}} {{name}}{{/.teams}}")
        ])
        walk.go(through: "t", with: Page())
        #expect(walk.unknown == [])
        #expect(throws: Failed.self) { try TemplateText.read("t", "{{#.teams}}") }
        #expect(throws: Failed.self) { try TemplateText.read("t", "{{#.teams}}{{/.name}}") }
    }

    private static func places(in nodes: [TemplateNode]) -> Set<String> {
        nodes.reduce(into: []) { places, node in
            switch node {
            case .value(_, let place): places.insert(place)
            case .section(_, let place, let inside), .inverted(_, let place, let inside):
                places.formUnion(Self.places(in: inside).union([place]))
            case .other(_, let blocks):
                for nodes in blocks.values { places.formUnion(Self.places(in: nodes)) }
            case .block(_, let inside): places.formUnion(Self.places(in: inside))
            }
        }
    }
}
