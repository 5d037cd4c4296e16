import Measures
import Testing

/// The areas of the study of five teams: five, three, four and one rating item.
private let studyAreas = [
    OutcomeArea(code: "team", ratingItems: 5), OutcomeArea(code: "pupils", ratingItems: 3),
    OutcomeArea(code: "school", ratingItems: 4), OutcomeArea(code: "goals", ratingItems: 1),
]

/// The tallies of a team in which everyone answered everything, in the order of the areas.
private func tallies(people: Int, top: [Int], sum: [Int]) -> [String: AnswerTally] {
    var tallies: [String: AnswerTally] = [:]
    for (place, area) in studyAreas.enumerated() {
        tallies[area.code] = AnswerTally(
            people: people, answers: people * area.ratingItems, top: top[place], sum: sum[place])
    }
    return tallies
}

private func shares(_ outcome: Outcome) -> [OutcomeShare.Shown] { outcome.areas.map(\.shown) }

@Suite struct OutcomeTests {
    let published = Withholding(published: true)

    @Test func `school 1 has the published figures`() {
        let outcome = Outcome(
            areas: studyAreas, respondents: 5,
            tallies: tallies(people: 5, top: [14, 6, 4, 2], sum: [87, 41, 54, 12]), withholding: published)
        #expect(outcome.reported)
        #expect(outcome.respondents == 5)
        #expect(outcome.index?.description == "2.98")
        #expect(outcome.areas.map(\.area) == ["team", "pupils", "school", "goals"])
        #expect(outcome.areas.map(\.of) == [25, 15, 20, 5])
        #expect(outcome.areas.map(\.people) == [5, 5, 5, 5])
        #expect(
            shares(outcome) == [
                .exact(top: 14, percent: 56), .exact(top: 6, percent: 40), .exact(top: 4, percent: 20),
                .exact(top: 2, percent: 40),
            ])
        #expect(outcome.withheld.isEmpty)
    }

    @Test func `school 2 has the published figures`() {
        let outcome = Outcome(
            areas: studyAreas, respondents: 9,
            tallies: tallies(people: 9, top: [43, 26, 20, 9], sum: [197, 117, 125, 41]),
            withholding: published)
        #expect(outcome.respondents == 9)
        #expect(outcome.index?.description == "4.10")
        #expect(
            shares(outcome) == [
                .exact(top: 43, percent: 96), .exact(top: 26, percent: 96), .exact(top: 20, percent: 56),
                .exact(top: 9, percent: 100),
            ])
        #expect(outcome.withheld.isEmpty)
    }

    @Test func `school 4 has the published figures`() {
        let outcome = Outcome(
            areas: studyAreas, respondents: 5,
            tallies: tallies(people: 5, top: [9, 6, 5, 1], sum: [74, 49, 58, 14]), withholding: published)
        #expect(outcome.respondents == 5)
        #expect(outcome.index?.description == "3.00")
        #expect(
            shares(outcome) == [
                .exact(top: 9, percent: 36), .exact(top: 6, percent: 40), .exact(top: 5, percent: 25),
                .exact(top: 1, percent: 20),
            ])
        #expect(outcome.withheld.isEmpty)
    }

    @Test func `schools 3 and 5 are not reported, although the study is published`() {
        for sum in [[19, 9, 18, 2], [19, 16, 15, 4]] {
            let outcome = Outcome(
                areas: studyAreas, respondents: 2,
                tallies: tallies(people: 2, top: [0, 0, 0, 0], sum: sum), withholding: published)
            #expect(!outcome.reported)
            #expect(outcome.respondents == nil)
            #expect(outcome.index == nil)
            #expect(outcome.areas.isEmpty)
            #expect(outcome.withheld.isEmpty)
        }
    }

    @Test(arguments: [(1, 8, 13), (3, 8, 38), (5, 8, 63), (1, 200, 1), (1, 201, 0), (7, 9, 78), (0, 6, 0)])
    func `per cent are rounded half up`(top: Int, of: Int, percent: Int) {
        let outcome = Outcome(
            areas: [OutcomeArea(code: "a", ratingItems: 40)], respondents: 6,
            tallies: ["a": AnswerTally(people: 6, answers: of, top: top, sum: 3 * of)],
            withholding: Withholding())
        #expect(shares(outcome) == [.exact(top: top, percent: percent)])
    }

    @Test func `an index in the middle between two hundredths goes up`() {
        let outcome = Outcome(
            areas: [OutcomeArea(code: "a", ratingItems: 20)], respondents: 10,
            tallies: ["a": AnswerTally(people: 10, answers: 200, top: 60, sum: 597)],
            withholding: Withholding())
        #expect(outcome.index?.description == "2.99")
    }

    @Test func `millions of answers are counted exactly`() {
        let outcome = Outcome(
            areas: [OutcomeArea(code: "a", ratingItems: 13), OutcomeArea(code: "b", ratingItems: 13)],
            respondents: 400_000_000,
            tallies: [
                "a": AnswerTally(
                    people: 400_000_000, answers: 5_000_000_000, top: 1_025_000_000, sum: 15_000_000_000),
                "b": AnswerTally(
                    people: 400_000_000, answers: 5_000_000_000, top: 1_024_999_999, sum: 15_050_000_000),
            ], withholding: Withholding())
        #expect(
            shares(outcome) == [
                .exact(top: 1_025_000_000, percent: 21), .exact(top: 1_024_999_999, percent: 20),
            ])
        #expect(outcome.index?.description == "3.01")
    }

    @Test func `an area that was not asked about is neither shown nor named`() {
        let outcome = Outcome(
            areas: [
                OutcomeArea(code: "asked", ratingItems: 2), OutcomeArea(code: "not asked", ratingItems: 0),
            ],
            respondents: 6, tallies: [:], withholding: Withholding())
        #expect(outcome.reported)
        #expect(outcome.areas.isEmpty)
        #expect(outcome.withheld == ["asked"])
        #expect(outcome.index == nil)
    }
}
