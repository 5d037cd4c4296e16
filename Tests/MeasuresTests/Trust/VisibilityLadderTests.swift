import Testing

@testable import Measures

@Suite struct VisibilityLadderTests {
    @Test func `before the third term nothing is made of it`() {
        let showings = [TeamCourse.Showing(day: 3, person: 1)]
        #expect(VisibilityLadder(term: 2, showings: showings, offered: [1]) == .tooEarly)
    }

    @Test func `what was shown is a clip or a whole conversation, told by people and not by times`() {
        let showings = [(9, 1), (3, 1), (5, 2)].map { TeamCourse.Showing(day: $0.0, person: $0.1) }
        let ladder = VisibilityLadder(term: 3, showings: showings, offered: [4, 1])
        let shown = VisibilityLadder.Shown(people: 2, first: 3, last: 9, rungs: [.clip, .conversation])
        #expect(ladder == .seen(.init(offered: [1, 4], shown: shown)))
    }

    @Test func `nobody is nothing, and no number`() {
        #expect(VisibilityLadder(term: 3, showings: [], offered: []) == .seen(.init(offered: [], shown: nil)))
    }
}
