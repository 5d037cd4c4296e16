import Support
import Testing

@testable import Kollegium

/// The banner speaks to its reader.
@Suite struct RoomBannerTests {
    @Test func `a team's room says your team to its members, and not to who supervises it`() async throws {
        try await withDemo(.sqlite) { web in
            for part in ["", "/trust", "/trust/process/VT2015", "/outcome", "/continuity", "/change"] {
                for (email, isMember) in [("s1-t01@example.org", true), ("handledare-1@example.org", false)] {
                    let browser = try await web.be(email)
                    let team = try #require(
                        try await browser.get("/").body.text(after: "href=\"/teams/", before: "\""))
                    let page = try await browser.get("/teams/\(team.prefix { $0 != "/" })\(part)")
                    #expect(page.status == .ok, "\(email) \(part)")
                    #expect(page.body.contains("Ditt lag och er handledare") == isMember, "\(email) \(part)")
                    #expect(page.body.contains("Laget och du som handleder") != isMember, "\(email) \(part)")
                }
            }
        }
    }
}
