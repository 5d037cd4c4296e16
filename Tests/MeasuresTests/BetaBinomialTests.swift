import Testing

@testable import Measures

/// People with so many answers, and so many of them on top.
private func people(_ answers: [(of: Int, top: Int)]) -> [PersonTally] {
    answers.map { PersonTally(answers: $0.of, top: $0.top, sum: $0.of + 4 * $0.top) }
}

@Suite struct BetaBinomialTests {
    /// The study's reference values, from R 4.2.2: the third wave of three small teams, one answer each.
    @Test(arguments: [
        (3, 5, 0.58333333, 0.209417, 0.90561), (3, 6, 0.5, 0.166808, 0.833192),
        (5, 8, 0.61111111, 0.294823, 0.880961),
    ])
    func `with one answer each it is the Jeffreys posterior of the share`(
        top: Int, of: Int, share: Double, lower: Double, upper: Double
    ) throws {
        let team = people((0..<of).map { (of: 1, top: $0 < top ? 1 : 0) })
        let reading = try #require(BetaBinomial(team))
        #expect(abs(reading.share - share) <= 5.1e-9)
        #expect(reading.interval.agrees(with: lower...upper, within: 5.1e-7))
        #expect(reading.correlation == 0)
        #expect(reading.effectiveAnswers == Double(of))
    }

    /// By hand: B = 0.625, W = 1/6, so the estimate is 11/27; I = 4, so 115/243 is reckoned with. Limits
    /// printed by R with qbeta.
    @Test func `four answers of each of five people are worth eight`() throws {
        let team = people([(4, 4), (4, 3), (4, 1), (4, 0), (4, 2)])
        #expect(try abs(#require(WithinPersonCorrelation(team).estimate) - 11 / 27) <= 1e-15)
        let reading = try #require(BetaBinomial(team))
        #expect(abs(reading.correlation - 115 / 243) <= 1e-15)
        #expect(abs(reading.effectiveAnswers - 20 * 243 / 588) <= 1e-13)
        #expect(abs(reading.share - 0.5) <= 1e-15)
        #expect(reading.interval.agrees(with: 0.202592315817157...0.797407684182843, within: 1e-13))
    }

    /// By hand: B = 4/15, W = 11/45, k₀ = 23/9, so the estimate is 9/262; I = 16/9, so 1323/5371 is reckoned
    /// with, over a mean of 35/9 answers. Limits printed by R with qbeta.
    @Test func `people may have given different numbers of answers`() throws {
        let team = people([(1, 1), (3, 1), (5, 4)])
        #expect(try abs(#require(WithinPersonCorrelation(team).estimate) - 9 / 262) <= 1e-15)
        let reading = try #require(BetaBinomial(team))
        #expect(abs(reading.correlation - 1323 / 5371) <= 1e-15)
        #expect(abs(reading.effectiveAnswers - 5.258239965190906) <= 1e-13)
        #expect(abs(reading.share - 0.640035110894806) <= 1e-14)
        #expect(reading.interval.agrees(with: 0.265532057275160...0.931529994416649, within: 1e-13))
    }

    @Test func `a person whose answers are all alike counts as one answer`() throws {
        let reading = try #require(BetaBinomial(people([(4, 4), (4, 4), (4, 0), (4, 4), (4, 0), (4, 4)])))
        #expect(reading.correlation == 1)
        #expect(reading.effectiveAnswers == 6)
        let each = try #require(BetaBinomial(people([(1, 1), (1, 1), (1, 0), (1, 1), (1, 0), (1, 1)])))
        #expect(reading.interval == each.interval)
        #expect(reading.share == each.share)
    }

    @Test func `a correlation below nought is cut, and what a small group cannot tell is kept`() throws {
        let team = people(Array(repeating: (of: 4, top: 2), count: 6))
        #expect(WithinPersonCorrelation(team).estimate == 0)
        let reading = try #require(BetaBinomial(team))
        // (½ + 5·0) / (½ + 5), and 24 / (1 + 3/11).
        #expect(abs(reading.correlation - 1 / 11) <= 1e-15)
        #expect(abs(reading.effectiveAnswers - 264.0 / 14) <= 1e-13)
    }

    @Test func `the larger the group, the less is added to its own correlation`() {
        let pattern = [(of: 4, top: 4), (of: 4, top: 3), (of: 4, top: 1), (of: 4, top: 0)]
        var last = 1.0
        for copies in [1, 2, 5, 50, 5_000] {
            let correlation = WithinPersonCorrelation(
                people(Array(repeating: pattern, count: copies).flatMap(\.self)))
            let added = correlation.cautious - (correlation.estimate ?? 1)
            #expect(added > 0 && added < last)
            last = added
        }
        #expect(last < 1e-4)
    }

    @Test func `where all are on top, or none, each person counts as one answer`() throws {
        let all = try #require(BetaBinomial(people(Array(repeating: (of: 5, top: 5), count: 8))))
        #expect(all.correlation == 1)
        #expect(all.effectiveAnswers == 8)
        #expect(abs(all.share - 8.5 / 9) <= 1e-15)
        // Printed by R: qbeta(c(.025, .975), 8.5, .5).
        #expect(all.interval.agrees(with: 0.737782751282814...0.999940509697106, within: 1e-13))

        let none = try #require(BetaBinomial(people(Array(repeating: (of: 5, top: 0), count: 8))))
        #expect(none.effectiveAnswers == 8)
        #expect(
            none.interval.agrees(with: (1 - all.interval.upper)...(1 - all.interval.lower), within: 1e-12))
        #expect(WithinPersonCorrelation(people([(5, 0), (5, 0)])).estimate == nil)
    }

    /// By hand: the estimate is cut to 0, I = 7 · 4 · 39/1600, so 200/473 is reckoned with. Limits computed
    /// outside the project (SciPy).
    @Test func `one answer short of all on top is read with care too`() throws {
        let reading = try #require(
            BetaBinomial(people(Array(repeating: (of: 5, top: 5), count: 7) + [(5, 4)])))
        #expect(abs(reading.correlation - 200 / 473) <= 1e-14)
        #expect(abs(reading.effectiveAnswers - 14.862529457973292) <= 1e-12)
        #expect(reading.interval.agrees(with: 0.795649448136348...0.9990741518311483, within: 1e-12))
    }

    /// Limits printed by R: qbeta(c(.025, .975), 1.25, .75) and with 1.5, .5.
    @Test func `one person counts as one answer`() throws {
        let mixed = try #require(BetaBinomial(people([(4, 3)])))
        #expect(mixed.correlation == 1)
        #expect(mixed.effectiveAnswers == 1)
        #expect(mixed.share == 0.625)
        #expect(mixed.interval.agrees(with: 0.0674568445230175...0.9942654688666533, within: 1e-13))

        let single = try #require(BetaBinomial(people([(1, 1)])))
        #expect(single.correlation == 0)
        #expect(single.effectiveAnswers == 1)
        #expect(single.interval.agrees(with: 0.146746316309575...0.999614419019244, within: 1e-13))
    }

    @Test func `people without answers are left out, and without anybody there is no reading`() {
        #expect(BetaBinomial([]) == nil)
        #expect(BetaBinomial(people([(0, 0), (0, 0)])) == nil)
        #expect(
            BetaBinomial(people([(0, 0), (4, 3), (0, 0), (4, 1)])) == BetaBinomial(people([(4, 3), (4, 1)])))
        #expect(BetaBinomial(people([(3, 2), (0, 0)])) == BetaBinomial(people([(3, 2)])))
    }

    @Test func `counts that cannot be have no reading`() {
        #expect(BetaBinomial(people([(4, 5), (4, 1)])) == nil)
        #expect(BetaBinomial(people([(4, -1), (4, 1)])) == nil)
    }

    @Test func `a million answers are no trouble`() throws {
        let two = try #require(BetaBinomial(people([(500_000, 500_000), (500_000, 0)])))
        #expect(two.effectiveAnswers == 2)
        let many = try #require(BetaBinomial(people((0..<250_000).map { (of: 4, top: $0 % 2 * 4) })))
        #expect(many.effectiveAnswers == 250_000)
        // A quarter of a million free answers: half of them, ± 1.96 / (2 · 500).
        #expect(many.interval.agrees(with: 0.49804...0.50196, within: 1e-7))
    }

    @Test func `answers are worth at least what people would be alone, and at most all of them`() throws {
        var random = SeededRandom(seed: 0xB1B1)
        for _ in 0..<2_000 {
            let team = people(
                (0..<Int.random(in: 1...15, using: &random)).map { _ in
                    let of = Int.random(in: 0...6, using: &random)
                    return (of: of, top: Int.random(in: 0...of, using: &random))
                })
            let answers = team.reduce(0) { $0 + $1.answers }
            guard answers > 0 else {
                #expect(BetaBinomial(team) == nil)
                continue
            }
            let reading = try #require(BetaBinomial(team))
            let squares = team.reduce(0) { $0 + $1.answers * $1.answers }
            let alone = Double(answers * answers) / Double(squares)
            #expect(reading.effectiveAnswers >= alone - 1e-12)
            #expect(reading.effectiveAnswers <= Double(answers))
            #expect((0...1).contains(reading.correlation))
            #expect(reading.interval.lower < reading.share && reading.share < reading.interval.upper)

            let opposite = try #require(BetaBinomial(people(team.map { ($0.answers, $0.answers - $0.top) })))
            #expect(
                opposite.interval.agrees(
                    with: (1 - reading.interval.upper)...(1 - reading.interval.lower),
                    within: 1e-10))
            let reversed = try #require(BetaBinomial(team.reversed()))
            #expect(abs(reversed.interval.lower - reading.interval.lower) <= 1e-12)
        }
    }
}
