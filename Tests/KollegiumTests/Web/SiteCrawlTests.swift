import Foundation
import NIOCore
import Support
import Synchronization
import Testing

@testable import Kollegium

/// Goes through everything that each of the demonstration's people can reach by links, in both languages.
@Suite struct SiteCrawlTests {
    @Test(arguments: Language.allCases)
    func `no link leads nowhere, and every page is sound`(_ language: Language) async throws {
        try await withDemo(.sqlite) { web in
            for member in try #require(web.site.demo).cast {
                let browser = try await web.be(member.email, language)
                for (path, page) in try await browser.crawl() {
                    try expectSitePage(page, language, "\(member.email) \(path)")
                }
            }
            for (path, page) in try await web.browser(language).crawl(from: ["/sign-in", "/demo"]) {
                try expectSitePage(page, language, "nobody \(path)")
            }
        }
    }

    @Test func `an imported programme that nobody has taken over has its menu, and it leads nowhere wrong`()
        async throws
    {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE programmes SET taken_over_at = NULL")
            }
            for member in try #require(web.site.demo).cast {
                let browser = try await web.be(member.email)
                for (path, page) in try await browser.crawl() {
                    #expect(page.status == .ok, "\(member.email) \(path)")
                }
            }
            let leader = try await web.be("programledare@example.org")
            let menu = try ParsedPage(try await leader.get("/").body).root.all("nav").first {
                $0.attributes["class"] == "places"
            }
            let links = try #require(menu).all("a").compactMap { $0.attributes["href"] }
            #expect(links.contains { $0.hasSuffix("/people") })
            let people = try #require(links.first { $0.hasSuffix("/people") })
            let list = try await leader.get(people).body
            // Read, and not written: nothing is offered that would be refused.
            #expect(list.contains("/people/") && !list.contains("/people/new") && !list.contains("/paste"))
        }
    }

    @Test func `every tag names what is stored where it stands, and everything stored is named`() async throws
    {
        let sources = try Templates.sources.map { source in
            (
                source.name,
                try TemplateText.read(
                    source.name,
                    try Kollegium.TemplateText.read(
                        String(decoding: source.text, as: UTF8.self), of: source.name, in: .sv))
            )
        }
        let seen = Mutex(
            (walk: TemplateWalk(Dictionary(uniqueKeysWithValues: sources)), stored: Set<String>()))
        try await withDemo(
            .sqlite,
            watching: { name, page in
                seen.withLock {
                    $0.walk.go(through: name, with: page)
                    $0.stored.formUnion(TemplateWalk.stored(in: page))
                }
            }
        ) { web in
            for member in try #require(web.site.demo).cast {
                _ = try await web.be(member.email).crawl()
            }
        }
        let (unknown, named, stored) = seen.withLock { ($0.walk.unknown, $0.walk.named, $0.stored) }
        #expect(unknown == [])
        // What the study has none of is met by no tag here; some template must know its name all the same. The frame
        // reads a page's heading.
        let names = Set(
            Templates.sources.flatMap { source in
                Self.tags(String(decoding: source.text, as: UTF8.self)).map { tag in
                    String(tag.drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber })
                }
            } + ["heading", "title", "trail", "room", "script"])
        let unnamed = stored.subtracting(named).filter { property in
            !names.contains(property.split(separator: ".").last.map(String.init) ?? "")
        }
        #expect(unnamed.sorted() == [])
    }

    @Test func `each text of each template has both languages`() throws {
        for source in Templates.sources {
            let text = String(decoding: source.text, as: UTF8.self)
            let (sv, en) = (
                try Kollegium.TemplateText.read(text, of: source.name, in: .sv),
                try Kollegium.TemplateText.read(text, of: source.name, in: .en)
            )
            // The same tags, or one language would lose a value.
            #expect(Self.tags(sv).sorted() == Self.tags(en).sorted(), "\(source.name)")
        }
    }

    private static func tags(_ text: String) -> [String] {
        text.matches(of: /\{\{[^}]*\}\}/).map { String($0.output) }
    }
}

/// What holds for every page of the site.
private func expectSitePage(_ answer: Browser.Answer, _ language: Language, _ name: String) throws {
    #expect(answer.status == .ok, "\(name): \(answer.status)")
    guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return }
    let page = try ParsedPage(answer.body).root
    #expect(page.all("html").first?.attributes["lang"] == language.rawValue, "\(name): the language")
    #expect(page.all("h1").count == 1, "\(name): one h1")
    #expect(page.all("main").count == 1, "\(name): one main")
    let levels = page.all("main").flatMap(\.all).compactMap { ["h1": 1, "h2": 2, "h3": 3, "h4": 4][$0.name] }
    #expect(
        zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 },
        "\(name): a heading skips a level: \(levels)")
    #expect(page.all.allSatisfy { $0.attributes["style"] == nil }, "\(name): a style of its own")
    for script in page.all("script") {
        #expect(script.attributes["src"]?.hasPrefix("/static/") == true, "\(name): a script within the page")
        #expect(script.words.allSatisfy { $0.isWhitespace }, "\(name): a script within the page")
    }
    let ids = page.all.compactMap { $0.attributes["id"] }
    #expect(
        Set(ids).count == ids.count,
        "\(name): an id twice: \(ids.filter { id in ids.count { $0 == id } > 1 })")
    // Every form that changes something proves where it comes from.
    for form in page.all("form") where form.attributes["method"] == "post" {
        #expect(
            form.all("input").contains {
                $0.attributes["name"] == FormToken.field && $0.attributes["value"]?.count == 86
            },
            "\(name): a form without a token to \(form.attributes["action"] ?? "")")
    }
    for field in page.all("input") + page.all("select") + page.all("textarea")
    where !["hidden", "submit"].contains(field.attributes["type"] ?? "") {
        let id = field.attributes["id"] ?? "?"
        let isLabelled = page.all("label").contains { label in
            label.attributes["for"] == id || label.all.contains { $0 === field }
        }
        #expect(
            isLabelled || field.attributes["aria-label"] != nil,
            "\(name): a field without a label: \(field.attributes)")
    }
    let packed =
        Gzip.compress(ByteBuffer(string: answer.body).readableBytesView, level: 6)?.readableBytes ?? .max
    #expect(packed < 90_000, "\(name): \(packed) bytes packed")
}
