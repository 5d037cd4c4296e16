import Testing

@testable import Measures

/// Teams of up to 11 with everything that makes ties and borders: gaps, people who stay, people who move
/// alike, and few or many different numbers of answers.
private func teams(seed: UInt64, _ count: Int) -> [[(from: PersonMean, to: PersonMean)]] {
    var generator = SeededRandom(seed: seed)
    return (0..<count).map { _ in
        let items = [1, 2, 4, 8, 10].randomElement(using: &generator) ?? 10
        let fewest = Bool.random(using: &generator) ? items : (items + 1) / 2
        let spread = Int.random(in: 0...2, using: &generator)
        let trend = Int.random(in: -1...1, using: &generator)
        func mean(around step: Int) -> PersonMean {
            let answers = Int.random(in: fewest...items, using: &generator)
            let steps = (0..<answers).map { _ in
                min(5, max(1, step + Int.random(in: -spread...spread, using: &generator)))
            }
            return PersonMean(sum: steps.reduce(0, +), answers: answers)
        }
        // Large teams take the naive way long, so most are small.
        let people = Int.random(
            in: 1...(Int.random(in: 0..<8, using: &generator) == 0 ? 11 : 8), using: &generator)
        return (0..<people).map { _ in
            let step = Int.random(in: 2...4, using: &generator)
            return (mean(around: step), mean(around: step + trend))
        }
    }
}

@Suite struct PairedChangePropertyTests {
    @Test func `every figure is that of going through all subsets with fractions`() throws {
        for team in teams(seed: 1, 400) {
            let change = try #require(PairedChange(team, seed: 1))
            let naive = NaiveChange(team)
            #expect(change.people == team.count)
            #expect(change.meanFrom.count == naive.meanFrom, "\(team)")
            #expect(change.meanTo.count == naive.meanTo, "\(team)")
            #expect(change.difference.count == naive.difference, "\(team)")
            #expect(change.exactP.count == naive.exactP, "\(team)")
            #expect(change.interval.map { [$0.lower.count, $0.upper.count] } == naive.interval, "\(team)")
            #expect(change.up == naive.differences.count { $0 > Fraction(0) })
            #expect(change.down == naive.differences.count { $0 < Fraction(0) })
            #expect(change.up + change.same + change.down == team.count)
        }
    }

    @Test func `back again is the same change with the other sign`() throws {
        for team in teams(seed: 2, 300) {
            let change = try #require(PairedChange(team, seed: 1))
            let back = try #require(PairedChange(team.map { (from: $1, to: $0) }, seed: 1))
            #expect(back.difference.count == -change.difference.count)
            #expect(back.exactP == change.exactP)
            #expect([back.up, back.same, back.down] == [change.down, change.same, change.up])
            #expect(back.interval?.lower.count == change.interval.map { -$0.upper.count })
            #expect(back.interval?.upper.count == change.interval.map { -$0.lower.count })
        }
    }

    @Test func `the order of people does not matter`() throws {
        var generator = SeededRandom(seed: 3)
        for team in teams(seed: 3, 200) {
            #expect(PairedChange(team, seed: 1) == PairedChange(team.shuffled(using: &generator), seed: 1))
        }
    }
}
