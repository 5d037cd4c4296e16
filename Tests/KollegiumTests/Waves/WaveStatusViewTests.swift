import Testing

@testable import Kollegium

@Suite struct WaveStatusViewTests {
    private func view(_ counts: [(handedIn: Int, asked: Int)]) -> WaveStatusView {
        let names = counts.indices.map {
            TeamStore.Name(
                key: Int64($0), code: "t\($0)", name: "Lag \($0)", schoolCode: "s", schoolName: "Skolan")
        }
        let status = WaveStatus(
            Dictionary(
                uniqueKeysWithValues: counts.enumerated().map {
                    (
                        Int64($0.offset),
                        WaveStatus.Count(handedIn: $0.element.handedIn, asked: $0.element.asked)
                    )
                }), minimumGroup: 5)
        return WaveStatusView(status, names, minimum: 5, page: 1, of: .start, .sv)
    }

    @Test func `a count in the middle is told as it is`() {
        let view = view([(3, 8), (4, 7)])
        #expect(view.teams.map(\.count) == ["3 av 8", "4 av 7"])
        #expect(view.total == "7 av 15")
    }

    @Test(arguments: [(0, "högst 1 av 7"), (1, "högst 1 av 7"), (6, "minst 6 av 7"), (7, "minst 6 av 7")])
    func `nobody and everybody look like one less or more`(_ handedIn: Int, _ words: String) {
        let view = view([(handedIn, 7), (3, 8)])
        #expect(view.teams.map(\.count) == [words, "3 av 8"])
    }

    /// Who takes the shown counts from the total finds no count that was not shown.
    @Test func `a total does not tell what a team's count leaves open`() {
        #expect(view([(6, 7), (3, 8)]).total == "minst 9 av 15")
        #expect(view([(7, 7), (3, 8)]).total == "minst 9 av 15")
        #expect(view([(0, 7), (4, 8)]).total == "minst 4 av 15")
        #expect(view([(1, 7), (4, 8)]).total == "minst 4 av 15")
        #expect(view([(1, 7), (0, 8)]).total == "högst 2 av 15")
        #expect(view([(8, 8)]).total == "minst 7 av 8")
    }
}
