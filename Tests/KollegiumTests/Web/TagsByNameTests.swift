import Mustache
import Support
import Testing

@testable import Kollegium

/// What is found by name in templates without reflection is what reflection would find.
@Suite struct TagsByNameTests {
    @Test func `each name gives what is stored under it`() async throws {
        let link = Link("a", .start)
        let place = Frame.Place(words: "a", path: "/", isHere: true)
        let banner = RoomBanner(.team, "b", .sv)
        let person = Frame.Person(
            name: "n", hat: nil, nameAlone: "n", hasHats: false, hats: [], navigation: [place])
        let frame = Frame(
            language: "sv", title: "t", style: "s", icon: "i", refresh: 3, hasTrail: true, trail: [link],
            room: banner, notice: nil, person: person, demo: nil)
        let row = TeamMeetings.Row(status: "held", when: "w", what: "x", state: "y", tone: "z", count: "")
        for value in [link, place, banner, person, frame, row] as [any MustacheParent] { Self.check(value) }
        Self.check(TeamPage.Member(name: "n", words: "w"))
        Self.check(TeamTabs("id", name: "n", at: .trust, .sv))
        try await withDemo(.sqlite) { web in
            let path = try await web.team("t2")
            let page = try await web.site.database.read { db -> TeamPage? in
                guard let day = Day("2015-06-12"),
                    let account = try EmailAddress("s2-t02@example.org").flatMap({
                        try AccountStore(db: db).find($0)
                    }),
                    let reach = try ReachStore(db: db).reach(account: account.id, wearing: nil, today: day),
                    let room = try TeamStore(db: db).room(String(path.dropFirst("/teams/".count)), today: day)
                else { return nil }
                return try TeamPage.read(db, room, for: reach, today: day, .sv)
            }
            Self.check(try #require(page))
        }
    }

    private static func check(_ value: any MustacheParent) {
        let children = Mirror(reflecting: value).children
        #expect(!children.isEmpty)
        for child in children {
            let name = child.label ?? ""
            let stored = unwrapped(child.value).map { "\($0)" }
            #expect(stored == value.child(named: name).map { "\($0)" }, "\(type(of: value)).\(name)")
        }
        #expect(value.child(named: "nothing of this name") == nil)
    }
}

/// A value without the wrapping of an optional; nil where there is none.
private func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
}
