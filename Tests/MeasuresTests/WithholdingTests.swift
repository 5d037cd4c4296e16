import Measures
import Testing

/// The outcome of a team in which so many people answered a single item, `top` of them high.
private func single(people: Int, top: Int, published: Bool = false) -> Outcome {
    Outcome(
        areas: [OutcomeArea(code: "goals", ratingItems: 1)], respondents: people,
        tallies: ["goals": AnswerTally(people: people, answers: people, top: top, sum: people + 4 * top)],
        withholding: Withholding(published: published))
}

@Suite struct WithholdingTests {
    @Test func `four people are too few for a team, five are enough`() {
        let area = OutcomeArea(code: "team", ratingItems: 2)
        for (people, reported) in [(0, false), (4, false), (5, true)] {
            let outcome = Outcome(
                areas: [area], respondents: people,
                tallies: ["team": AnswerTally(people: people, answers: 2 * people, top: 0, sum: 2 * people)],
                withholding: Withholding())
            #expect(outcome.reported == reported)
            #expect(outcome.areas.count == (reported ? 1 : 0))
        }
    }

    @Test func `a study may ask for larger groups, never for smaller`() {
        #expect(Withholding(minimumGroup: 9).minimumGroup == 9)
        #expect(Withholding(minimumGroup: 2).minimumGroup == 5)
        #expect(Withholding().minimumGroup == 5)
        #expect(Withholding().minimumForSingleItems == 8)
        #expect(!Withholding().published)
    }

    @Test func `an area that too few answered is named, in its place, and leaves the index`() {
        let areas = ["a", "b", "c", "d"].map { OutcomeArea(code: $0, ratingItems: 2) }
        let outcome = Outcome(
            areas: areas, respondents: 6,
            tallies: [
                "a": AnswerTally(people: 4, answers: 8, top: 8, sum: 40),
                "b": AnswerTally(people: 6, answers: 12, top: 3, sum: 36),
                "d": AnswerTally(people: 5, answers: 8, top: 2, sum: 20),
            ], withholding: Withholding(published: true))
        #expect(outcome.areas.map(\.area) == ["b", "d"])
        #expect(outcome.withheld == ["a", "c"])
        #expect(outcome.index?.description == "2.80")
    }

    @Test func `a team may be reported with every area withheld`() {
        let outcome = single(people: 7, top: 3)
        #expect(outcome.reported)
        #expect(outcome.respondents == 7)
        #expect(outcome.areas.isEmpty)
        #expect(outcome.withheld == ["goals"])
        #expect(outcome.index == nil)
    }

    @Test func `a single item needs eight people, unless the study is published`() {
        #expect(single(people: 7, top: 3).withheld == ["goals"])
        #expect(single(people: 8, top: 3).areas.map(\.shown) == [.exact(top: 3, percent: 38)])
        #expect(
            single(people: 7, top: 3, published: true).areas.map(\.shown) == [.exact(top: 3, percent: 43)])
        #expect(single(people: 4, top: 3, published: true).areas.isEmpty)
    }

    @Test(arguments: [
        (10, 8, OutcomeShare.Shown.atLeast(80)), (10, 10, .atLeast(80)), (10, 2, .atMost(20)),
        (10, 0, .atMost(20)), (10, 7, .exact(top: 7, percent: 70)), (10, 3, .exact(top: 3, percent: 30)),
        // Rounded these reach the border, exactly they do not.
        (49, 39, .exact(top: 39, percent: 80)), (49, 10, .exact(top: 10, percent: 20)),
        (49, 40, .atLeast(80)), (49, 9, .atMost(20)),
    ])
    func `an extreme of a single item is masked, and the exact share decides`(
        people: Int, top: Int, shown: OutcomeShare.Shown
    ) {
        #expect(single(people: people, top: top).areas.map(\.shown) == [shown])
    }

    @Test func `a published study shows the extremes of a single item`() {
        #expect(
            single(people: 10, top: 10, published: true).areas.map(\.shown) == [.exact(top: 10, percent: 100)]
        )
        #expect(
            single(people: 10, top: 0, published: true).areas.map(\.shown) == [.exact(top: 0, percent: 0)])
    }

    @Test func `an area of several items shows its extremes`() {
        let outcome = Outcome(
            areas: [OutcomeArea(code: "team", ratingItems: 2)], respondents: 5,
            tallies: ["team": AnswerTally(people: 5, answers: 10, top: 10, sum: 50)],
            withholding: Withholding())
        #expect(outcome.areas.map(\.shown) == [.exact(top: 10, percent: 100)])
    }
}
