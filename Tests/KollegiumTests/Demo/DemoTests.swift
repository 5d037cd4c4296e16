import Support
import Testing

@testable import Kollegium

@Suite struct DemoTests {
    @Test(arguments: TestEngine.allCases) func `everybody of the cast can be stepped into`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let names = try #require(web.site.demo).cast.map(\.name)
            #expect(names.count == 9)
            for member in try #require(web.site.demo).cast {
                let browser = try await web.be(member.email)
                let page = try await browser.get("/")
                #expect(page.status == .ok, "\(member.email): \(page.status)")
            }
        }
    }

    @Test func `a button for somebody else gives 404`() async throws {
        try await withDemo(.sqlite) { web in
            let answer = try await web.browser().post("/demo", ["email": "nobody@example.org"])
            #expect(answer.status == .notFound)
        }
    }
}
