import Testing

@testable import Measures

/// What levels answers give, border by border.
@Suite struct TrustAnswersTests {
    private func one(_ round: AnswerRound, privacy: AnswerPrivacy = AnswerPrivacy()) -> AnswersReading {
        TrustRounds.levels([round], privacy: privacy)[0]
    }

    @Test func `a mean of exactly four is high, and a twentieth less is not`() {
        #expect(one(TrustRounds.twentieths(20)).level == .high)
        #expect(one(TrustRounds.twentieths(19)).level == .enough)
        #expect(one(TrustRounds.twentieths(19)).figures?.mean == Hundredths(count: 395))
    }

    @Test func `a mean of exactly three is enough, and a twentieth less is low`() {
        #expect(one(TrustRounds.alike([3, 3, 3, 3, 3])).level == .enough)
        let less = TrustRounds.round(
            openness: [[3, 3], [3, 3], [3, 3], [3, 3], [3, 2]], honesty: Array(repeating: [3, 3], count: 5))
        #expect(one(less).level == .low)
        #expect(one(less).reason == .low)
    }

    @Test func `a facet of exactly three and a half is enough for high, and less is not`() {
        let five = Array(repeating: [5, 5], count: 5)
        let at = TrustRounds.round(openness: Array(repeating: [3, 4], count: 5), honesty: five)
        #expect(one(at).level == .high)
        let below = TrustRounds.round(
            openness: [[3, 3]] + Array(repeating: [3, 4], count: 4), honesty: five)
        #expect(one(below).level == .enough)
        #expect(one(below).figures?.facets.map(\.facet) == [.honesty, .openness])
        #expect(one(below).figures?.facets.map(\.mean?.count) == [500, 340])
    }

    @Test func `a facet of exactly two and a half is enough to endure, and less is low`() {
        let five = Array(repeating: [5, 5], count: 5)
        let at = TrustRounds.round(openness: Array(repeating: [2, 3], count: 5), honesty: five)
        #expect(one(at).level == .enough)
        let below = TrustRounds.round(
            openness: [[2, 2]] + Array(repeating: [2, 3], count: 4), honesty: five)
        #expect(one(below).level == .low)
    }

    @Test func `people weigh alike, however many questions they answered`() {
        // Four people with four answers of 5 and one with two answers of 1: 4.2 over people, 4.55 over answers.
        let people =
            (1...4).map { TrustRounds.person($0, [.openness: [5, 5], .honesty: [5, 5]]) }
            + [TrustRounds.person(5, [.openness: [1], .honesty: [1]])]
        let round = AnswerRound(
            name: "r", items: 4, facetItems: [.openness: 2, .honesty: 2], asked: 5, people: people)
        #expect(one(round).figures?.mean == Hundredths(count: 420))
    }

    @Test func `thirds and sevenths that add up to a border are on it`() {
        // Means of 13/3, 11/3, 29/7, 27/7 and 4: twenty fifths of 4 exactly.
        let sums = [(13, 3), (11, 3), (29, 7), (27, 7), (4, 1)]
        let means = sums.map { PersonMean(sum: $0.0, answers: $0.1) }
        #expect(MeanOfPeople(means)?.isAtLeast(400) == true)
        #expect(MeanOfPeople(means)?.isAbove(400) == false)
        let less = [(13, 3), (11, 3), (29, 7), (26, 7), (4, 1)].map { PersonMean(sum: $0.0, answers: $0.1) }
        #expect(MeanOfPeople(less)?.isAtLeast(400) == false)
    }

    @Test func `a mean with no common denominator that has room is still near enough`() {
        let primes = [59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139]
        let means = primes.map { PersonMean(sum: 4 * $0, answers: $0) }
        #expect(MeanOfPeople(means)?.isAtLeast(400) == true)
        #expect(MeanOfPeople(means)?.isAbove(400) == false)
        #expect(MeanOfPeople(means)?.rounded == Hundredths(count: 400))
    }

    @Test func `four people are too few, and nothing is told of them`() {
        let reading = one(TrustRounds.alike([5, 5, 5, 5]))
        #expect(reading == .insufficient(.tooFew))
    }

    @Test func `a study may ask for more than five`() {
        let round = TrustRounds.alike([5, 5, 5, 5, 5, 5])
        #expect(one(round, privacy: AnswerPrivacy(minimumGroup: 7)).reason == .tooFew)
        #expect(one(round, privacy: AnswerPrivacy(minimumGroup: 6)).level == .high)
        #expect(AnswerPrivacy(minimumGroup: 2).minimumGroup == 5)
    }

    @Test func `sixty per cent of those asked are enough, and fewer are not`() {
        let six = Array(repeating: [4, 4], count: 6)
        #expect(one(TrustRounds.round(openness: six, honesty: six, asked: 10)).level == .high)
        let reading = one(TrustRounds.round(openness: six, honesty: six, asked: 11))
        #expect(reading == .insufficient(.smallShare))
    }

    @Test func `who answered less than half of the questions is not counted`() {
        let people = (1...5).map { TrustRounds.person($0, [.openness: [4], .honesty: [4]]) }
        func round(_ items: Int) -> AnswerRound {
            AnswerRound(name: "r", items: items, facetItems: [.openness: 2], asked: 5, people: people)
        }
        #expect(one(round(4)).level == .high)
        #expect(one(round(5)).reason == .tooFew)
    }

    @Test func `a facet that too few answered is neither told nor decides, and there is no high without it`()
    {
        let people =
            (1...4).map { TrustRounds.person($0, [.openness: [1, 1], .honesty: [5, 5, 5, 5, 5, 5, 5, 5]]) }
            + [TrustRounds.person(5, [.honesty: [5, 5, 5, 5, 5, 5, 5, 5]])]
        let round = AnswerRound(
            name: "r", items: 10, facetItems: [.openness: 2, .honesty: 8], asked: 5, people: people)
        let reading = one(round)
        #expect(reading.level == .enough)
        #expect(reading.figures?.facets.map(\.mean?.count) == [500, nil])
        #expect(reading.wouldChange.first?.unanswered == [.openness])
    }

    @Test func `a facet of a single question needs eight people, but not where all is published`() {
        func round(_ people: Int) -> AnswerRound {
            AnswerRound(
                name: "r", items: 3, facetItems: [.openness: 1, .honesty: 2], asked: people,
                people: (1...people).map {
                    TrustRounds.person(Int64($0), [.openness: [5], .honesty: [5, 5]])
                })
        }
        #expect(one(round(7)).level == .enough)
        #expect(one(round(7)).figures?.facets.map(\.mean?.count) == [500, nil])
        #expect(one(round(8)).level == .high)
        #expect(one(round(5), privacy: AnswerPrivacy(isPublished: true)).level == .high)
    }

    @Test func `what would change it names what lies nearest`() {
        let five = Array(repeating: [5, 5], count: 5)
        let round = TrustRounds.round(openness: Array(repeating: [3, 3], count: 5), honesty: five)
        let changes = one(round).wouldChange
        #expect(changes.map(\.level) == [.high, .low])
        #expect(changes[0].direction == .reaches)
        #expect(changes[0].needs == [.init(subject: .facet(.openness), border: Hundredths(count: 350))])
        #expect(changes[1].direction == .fallsBelow)
        #expect(changes[1].needs == [.init(subject: .facet(.openness), border: Hundredths(count: 250))])
        #expect(changes[0].margin == Hundredths(count: 25))
    }
}
