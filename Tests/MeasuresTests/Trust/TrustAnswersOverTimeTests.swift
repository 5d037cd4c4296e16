import Testing

@testable import Measures

/// How a level of answers moves from round to round.
@Suite struct TrustAnswersOverTimeTests {
    private func levels(_ twentieths: Int...) -> [TrustLevel?] {
        TrustRounds.levels(twentieths.map(TrustRounds.twentieths)).map(\.level)
    }

    @Test func `a level rises at once by a quarter, and not by a fifth`() {
        #expect(levels(18, 25) == [.enough, .high])
        #expect(levels(18, 24) == [.enough, .enough])
        #expect(TrustRounds.levels([18, 24].map(TrustRounds.twentieths)).last?.reason == .held)
        #expect(TrustRounds.levels([18, 24].map(TrustRounds.twentieths)).last?.bare == .high)
    }

    @Test func `a level falls at once by a quarter, and not by a fifth`() {
        #expect(levels(22, 15) == [.high, .enough])
        #expect(levels(22, 16) == [.high, .high])
    }

    @Test func `a level moves when it stays past the border in two rounds`() {
        #expect(levels(18, 21, 20) == [.enough, .enough, .high])
        #expect(levels(22, 19, 18) == [.high, .high, .enough])
    }

    @Test func `one round past the border and back moves nothing`() {
        #expect(levels(18, 21, 19, 21, 18) == Array(repeating: .enough, count: 5))
    }

    @Test func `a round that says nothing does not break the row`() {
        let few = TrustRounds.alike([5, 5, 5])
        let readings = TrustRounds.levels([
            TrustRounds.twentieths(18), TrustRounds.twentieths(21), few, TrustRounds.twentieths(21),
        ])
        #expect(readings.map(\.level) == [.enough, .enough, nil, .high])
    }

    @Test func `two levels at once ask for the margin at both borders`() {
        let low = TrustRounds.alike([2, 2, 2, 2, 2])
        #expect(TrustRounds.levels([low, TrustRounds.twentieths(25)]).map(\.level) == [.low, .high])
        // Past the upper border by less than the margin: up to enough for certain, and the rest has to stay.
        #expect(TrustRounds.levels([low, TrustRounds.twentieths(22)]).map(\.level) == [.low, .enough])
    }

    @Test func `without a margin the bare border decides`() {
        let rounds = [18, 20, 19].map(TrustRounds.twentieths)
        let readings = TrustRounds.levels(rounds, TrustThresholds(margin: 0))
        #expect(readings.map(\.level) == [.enough, .high, .enough])
    }

    @Test func `better answers never give a lower level`() {
        var generator = SeededRandom(seed: 41)
        for _ in 0..<3_000 {
            let people = Int.random(in: 5...8, using: &generator)
            func answers() -> [[Int]] {
                (0..<people).map { _ in (0..<2).map { _ in Int.random(in: 2...5, using: &generator) } }
            }
            let rounds = (0..<4).map { _ in (answers(), answers()) }
            func better(_ answers: [[Int]]) -> [[Int]] {
                answers.map {
                    $0.map { min(5, $0 + (Int.random(in: 0...4, using: &generator) == 0 ? 1 : 0)) }
                }
            }
            let raised = rounds.map { (better($0.0), better($0.1)) }
            let before = TrustRounds.levels(rounds.map { TrustRounds.round(openness: $0.0, honesty: $0.1) })
            let after = TrustRounds.levels(raised.map { TrustRounds.round(openness: $0.0, honesty: $0.1) })
            for (one, other) in zip(before, after) {
                guard let low = one.level, let high = other.level else {
                    Issue.record("a level is missing")
                    continue
                }
                #expect(low <= high)
            }
        }
    }

    @Test func `a later round covers those who answered before too, where few differ`() {
        let first = TrustRounds.alike([3, 3, 3, 3, 3, 3, 3])
        // The same seven and one more, whose fives would show in the difference of the means.
        let second = TrustRounds.alike([3, 3, 3, 3, 3, 3, 3, 5])
        let readings = TrustRounds.levels([first, second])
        #expect(readings[1].figures?.people == 7)
        #expect(readings[1].figures?.mean == Hundredths(count: 300))
        #expect(readings[1].figures?.coversThoseBefore == true)
        // Publishing exempts from the rule of single questions and from no other.
        let published = TrustRounds.levels([first, second], privacy: AnswerPrivacy(isPublished: true))
        #expect(published[1].figures?.people == 7)
        #expect(published[1].figures?.coversThoseBefore == true)
    }

    @Test func `where too few are left of those who answered before, nothing is told`() {
        let first = TrustRounds.alike([3, 3, 3, 3, 3])
        let second = TrustRounds.alike([3, 3, 3, 3, 5], from: 2)
        let readings = TrustRounds.levels([first, second])
        #expect(readings[1] == .insufficient(.tooFew))
    }

    @Test func `a facet covers those who answered it before too, where few differ`() {
        func round(_ last: [Int]) -> AnswerRound {
            let five = (1...5).map { TrustRounds.person($0, [.openness: [3, 3], .honesty: [3, 3]]) }
            return AnswerRound(
                name: "r", items: 4, facetItems: [.openness: 2, .honesty: 2], asked: 6,
                people: five + [TrustRounds.person(6, [.openness: last, .honesty: [3, 3]])])
        }
        let readings = TrustRounds.levels([round([]), round([5, 5])])
        #expect(readings.map { $0.figures?.people } == [6, 6])
        #expect(readings[1].figures?.facets.map(\.mean?.count) == [300, 300])
        #expect(readings[1].figures?.mean == Hundredths(count: 317))
    }

    @Test func `an earlier round than the last counts too`() {
        // Six people, then six others, then five of the first and a seventh.
        let first = TrustRounds.alike([3, 3, 3, 3, 3, 3])
        let others = TrustRounds.alike([3, 3, 3, 3, 3, 3], from: 101)
        let third = TrustRounds.alike([5, 3, 3, 3, 3, 3], from: 0)
        let readings = TrustRounds.levels([first, others, third])
        #expect(readings.map { $0.figures?.people } == [6, 6, 5])
        #expect(readings[2].figures?.mean == Hundredths(count: 300))
    }

    @Test func `no two rounds that are told differ by fewer than the minimum group but for people who left`()
    {
        var generator = SeededRandom(seed: 7)
        for _ in 0..<500 {
            var course = AnswersCourse(TrustThresholds(), privacy: AnswerPrivacy())
            var pools: [Set<Int64>] = []
            for _ in 0..<4 {
                let keys = Set(
                    (1...12).filter { _ in Int.random(in: 0...2, using: &generator) > 0 }.map(Int64.init))
                let people = keys.sorted().map {
                    TrustRounds.person($0, [.openness: [3, 3], .honesty: [4, 4]])
                }
                let round = AnswerRound(
                    name: "r", items: 4, facetItems: [.openness: 2, .honesty: 2], asked: keys.count,
                    people: people)
                let reading = course.read(round)
                guard let figures = reading.figures else { continue }
                // Where it covers everybody, nobody who is new stands among fewer than five strangers.
                if !figures.coversThoseBefore {
                    for pool in pools {
                        let new = keys.subtracting(pool)
                        let differing = keys.symmetricDifference(pool).count
                        #expect(new.isEmpty || differing == 0 || differing >= 5)
                    }
                    pools.append(keys)
                } else {
                    #expect(figures.people >= 5)
                    break
                }
            }
        }
    }
}
