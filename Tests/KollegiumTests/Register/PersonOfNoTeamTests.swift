import Support
import Testing

@testable import Kollegium

/// Somebody who is added to a programme before there is a team or a school for them.
@Suite struct PersonOfNoTeamTests {
    @Test(arguments: TestEngine.allCases)
    func `who is in no team and at no school is asked in all the same`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let leader = try await web.be("programledare@example.org")
            let page = try await leader.submit(
                "/programmes/\(here.programme)/people/new",
                ["name": "Ny Coach", "email": "coach@example.org", "school": ""])
            let path = try #require(page.body.text(after: "action=\"/people/", before: "\""))
            #expect(page.status == .ok && path.hasSuffix("/invitation"))
            let asked = try await leader.submit("/people/\(path)")
            #expect(asked.status == .ok && asked.body.contains("Inbjudan är på väg."))
            let letter = try #require(try await web.letters(to: "coach@example.org").first)
            #expect(letter.path.hasPrefix("/invitations/"))
            // Nobody else's: not the administrator's, nor of who leads a school.
            for other in ["administrator@example.org", "s1-l1@example.org", Web.teacher] {
                let browser = try await web.be(other)
                #expect(try await browser.post("/people/\(path)").status == .notFound, "\(other)")
            }
        }
    }
}
