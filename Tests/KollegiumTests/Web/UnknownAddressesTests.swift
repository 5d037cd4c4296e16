import HTTPTypes
import Support
import Testing

@testable import Kollegium

/// Whatever somebody types: an address that there is not, one that only takes forms, one that was shortened.
@Suite struct UnknownAddressesTests {
    private static let paths = [
        "/teams", "/people", "/schools", "/invitations", "/hat", "/sign-out", "/language",
        "/memberships", "/joinings", "/exits", "/static", "/static/none.css", "/wp-login.php",
        "/a/b/c/d/e/f/g",
    ]

    @Test func `every address without a page has one that says so`() async throws {
        try await withDemo(.sqlite) { web in
            let team = try await web.team("t2")
            let own = [
                "/notes", "/report", "/trust/none", "/members/x", "/code/x", "/trust/collegial/x/comments/y",
            ]
            for (browser, name) in [
                (try await web.be(Web.teacher), "Du är här som"), (web.browser(), "Vem ser vad"),
            ] {
                for path in Self.paths + own.map({ team + $0 }) {
                    let page = try await browser.get(path)
                    if path.hasPrefix(team), page.status == .seeOther { continue }
                    #expect(page.status == .notFound, "\(path)")
                    #expect(page.body.contains("Här finns ingen sida"), "\(path)")
                    #expect(page.body.contains(name), "\(path)")
                    #expect(page.headers[.contentType] == "text/html; charset=utf-8", "\(path)")
                    let head = try await browser.ask(.head, path)
                    #expect(head.status == .notFound && head.body.isEmpty, "\(path)")
                }
            }
            let english = try await web.be(Web.teacher, .en).get("/teams")
            #expect(english.body.contains("There is no page here"))
        }
    }

    @Test func `a method that no page takes gets a page, and changes nothing`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            for method in [HTTPRequest.Method.put, .delete, .patch, .options, .post] {
                for path in ["/who-sees-what", "/", "/teams", "/health"] {
                    let answer = try await browser.ask(method, path)
                    #expect(answer.status == .notFound, "\(method) \(path)")
                    #expect(answer.body.contains("Här finns ingen sida"), "\(method) \(path)")
                }
            }
        }
    }

    @Test func `whoever asks for the head of a page gets no page`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Web.teacher)
            for path in ["/", "/who-sees-what", "/account", "/health", try await web.team("t2")] {
                let (page, head) = (try await browser.get(path), try await browser.ask(.head, path))
                #expect(page.status == .ok && head.status == .ok && head.body.isEmpty, "\(path)")
                #expect(head.headers[.contentType] == page.headers[.contentType], "\(path)")
            }
            #expect(try await web.browser().ask(.head, "/account").status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a level's address without its term leads to the map, for those who have it`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let (own, foreign) = (try await web.team("t2"), try await web.team("t1"))
            let browser = try await web.be(Web.teacher)
            for form in ["process", "collegial", "collective"] {
                #expect(try await browser.get("\(own)/trust/\(form)").location == "\(own)/trust")
                #expect(try await browser.get("\(foreign)/trust/\(form)").status == .notFound)
            }
            #expect(try await browser.get("\(own)/trust/love").status == .notFound)
            #expect(try await browser.get("/teams/none/trust/collegial").status == .notFound)
        }
    }
}
