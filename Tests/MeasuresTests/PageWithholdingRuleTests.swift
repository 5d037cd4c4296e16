import Testing

@testable import Measures

/// What pages withhold beyond the study format.
@Suite struct PageWithholdingRuleTests {
    private func outcome(
        _ tallies: [String: AnswerTally], published: Bool = false, _ rules: Withholding.Rules = .pages
    )
        -> Outcome
    {
        Outcome(
            areas: [OutcomeArea(code: "a", ratingItems: 3), OutcomeArea(code: "s", ratingItems: 1)],
            respondents: 8, tallies: tallies, withholding: Withholding(published: published, rules: rules))
    }

    private let mixed = AnswerTally(people: 8, answers: 24, top: 12, sum: 80)
    private let high = AnswerTally(people: 8, answers: 8, top: 8, sum: 40)

    @Test func `the index leaves out an area of which only a limit is told`() {
        #expect(outcome(["a": mixed, "s": high]).index?.description == "3.33")
        #expect(outcome(["a": mixed, "s": high], .format).index?.description == "3.75")
    }

    @Test func `where all answered an area alike only a limit is told`() {
        let all = AnswerTally(people: 8, answers: 24, top: 24, sum: 120)
        let none = AnswerTally(people: 8, answers: 24, top: 0, sum: 50)
        #expect(outcome(["a": all]).areas.map(\.shown) == [.atLeast(80)])
        #expect(outcome(["a": none]).areas.map(\.shown) == [.atMost(20)])
        #expect(outcome(["a": all], .format).areas.map(\.shown) == [.exact(top: 24, percent: 100)])
        #expect(outcome(["a": all]).index == nil)
    }

    @Test func `a published study is exempt from the eight and from nothing else`() {
        let five = AnswerTally(people: 5, answers: 5, top: 2, sum: 15)
        #expect(outcome(["s": five], published: true).areas.map(\.shown) == [.exact(top: 2, percent: 40)])
        #expect(outcome(["s": high], published: true).areas.map(\.shown) == [.atLeast(80)])
        #expect(
            outcome(["s": high], published: true, .format).areas.map(\.shown) == [
                .exact(top: 8, percent: 100)
            ])
    }

    @Test func `a total is told where nobody is outside it, or a group`() {
        let pages = Withholding(rules: .pages)
        #expect(
            (0...6).map { pages.showsTotal(leavingOut: $0) } == [
                true, false, false, false, false, true, true,
            ])
        #expect((0...6).allSatisfy { Withholding().showsTotal(leavingOut: $0) })
    }

    private func telling(_ differences: [Int], published: Bool = false) -> ChangeTelling? {
        let people = differences.map {
            (from: PersonMean(sum: 6, answers: 2), to: PersonMean(sum: 6 + $0, answers: 2))
        }
        return PairedChange(people, seed: 1).map {
            ChangeTelling(of: $0, means: true, Withholding(published: published, rules: .pages))
        }
    }

    @Test func `five who all went up are not told to have`() {
        #expect(telling([1, 1, 2, 1, 1])?.directions == .untold)
        #expect(telling([1, 1, 2, 1, 1], published: true)?.directions == .mostlyUp)
        #expect(telling([1, 1, 2, 1, 1], published: true)?.tests == false)
    }

    @Test func `eight who went different ways are counted`() {
        #expect(telling([1, 1, 2, -1, 0, 1, 0, 1])?.directions == .counts)
        #expect(telling([-1, -1, -2, -1, -1, -1, -1, 1])?.directions == .mostlyDown)
        #expect(telling([1, 1, 2, -1, 0, 1, 0])?.directions == .untold)
    }

    @Test func `six people's limits are two single people's`() {
        #expect(telling([1, 0, 2, -1, 0, 1], published: true)?.interval == false)
        #expect(telling([1, 0, 2, -1, 0, 1, 0], published: true)?.interval == true)
    }
}
