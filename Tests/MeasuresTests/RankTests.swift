import Testing

@testable import Measures

/// People with one answer before and after.
private func people(_ changes: [Int]) -> [(from: PersonMean, to: PersonMean)] {
    changes.map { (PersonMean(sum: 50, answers: 1), PersonMean(sum: 50 + $0, answers: 1)) }
}

@Suite struct RankTests {
    @Test func `the signed rank test of three small teams is R's, with zeros left out and with them`() {
        let pairs = SmallTeams.pairs()
        #expect(abs((SignedRankTest(pairs, zeros: .dropped)?.p ?? 0) - 0.01647949219) < 5e-12)
        #expect(SignedRankTest(pairs, zeros: .ranked)?.p == 0.02197265625)
    }

    @Test(arguments: [("A", 0.25, 0.375), ("B", 0.3125, 0.375), ("C", 0.375, 0.625)])
    func `team by team too, and the sign test`(team: String, signedRank: Double, sign: Double) {
        let pairs = SmallTeams.pairs(of: team)
        #expect(SignedRankTest(pairs, zeros: .dropped)?.p == signedRank)
        #expect(SignedRankTest(pairs, zeros: .ranked)?.p == signedRank)
        #expect(SignTest(pairs)?.p == sign)
    }

    @Test func `nobody changed, nothing to tell`() {
        #expect(SignedRankTest([], zeros: .dropped) == nil)
        #expect(SignedRankTest(people([0, 0]), zeros: .ranked) == nil)
        #expect(SignTest([]) == nil)
        #expect(SignTest(people([0, 0, 0])) == nil)
    }

    @Test func `ties share the middle of their ranks, and zeros push the others up only where ranked`() throws
    {
        // Sizes 0, 1, 1, 2: ranks 1, 2½, 2½, 4 with the zero; 1½, 1½, 3 without.
        let changes = people([0, -1, 1, 2])
        let ranked = try #require(SignedRankTest(changes, zeros: .ranked))
        #expect([ranked.ranksUp, ranked.ranksDown] == [6.5, 2.5])
        #expect(ranked.differing == 3)
        let dropped = try #require(SignedRankTest(changes, zeros: .dropped))
        #expect([dropped.ranksUp, dropped.ranksDown] == [4.5, 1.5])
        // Of the sums 0, 1½, 1½, 3, 3, 4½, 4½, 6 six lie at least 1½ from the middle, 3.
        #expect(dropped.p == 0.75)
    }

    @Test func `two who rise have one chance in two, whatever their sizes`() {
        #expect(SignedRankTest(people([1, 3]), zeros: .dropped)?.p == 0.5)
        #expect(SignTest(people([1, 3]))?.p == 0.5)
        #expect(SignTest(people([1, -3, 0]))?.p == 1)
    }

    @Test func `equal sizes are tied whatever answers they were made of`() throws {
        let third = (from: PersonMean(sum: 6, answers: 3), to: PersonMean(sum: 7, answers: 3))
        let sixth = (from: PersonMean(sum: 16, answers: 6), to: PersonMean(sum: 21, answers: 9))
        let test = try #require(SignedRankTest([third, sixth], zeros: .dropped))
        #expect([test.ranksUp, test.ranksDown] == [1.5, 1.5])
    }

    @Test(arguments: 1...12) func `ranks of every sign are those of going through all signs`(count: Int)
        throws
    {
        var generator = SeededRandom(seed: UInt64(count))
        for _ in 0..<12 {
            let changes = (0..<count).map { _ in Int.random(in: -4...4, using: &generator) }
            let sizes = changes.map(abs)
            // A mid-rank is half of: those below, those not above, and one. Doubled it is whole.
            let ranks = changes.map { change in
                change.signum()
                    * (sizes.count { $0 < abs(change) } + sizes.count { $0 <= abs(change) } + 1)
            }.filter { $0 != 0 }
            let observed = abs(ranks.reduce(0, +))
            let ways = 1 << ranks.count
            let extreme = (0..<ways).count { way in
                abs(ranks.indices.reduce(0) { $0 + (way >> $1 & 1 == 1 ? ranks[$1] : -ranks[$1]) })
                    >= observed
            }
            let share = ranks.isEmpty ? nil : Double(extreme) / Double(ways)
            #expect(SignedRankTest(people(changes), zeros: .ranked)?.p == share, "\(changes)")
        }
    }

    @Test(arguments: [
        // binom.test in R 4.2.2.
        (7, 23, 0.005222879350185403), (20, 43, 0.005152397042092081), (24, 40, 0.05994118956699943),
        (40, 60, 0.05688793364098087), (50, 76, 0.025543364029783), (52, 75, 0.05048700598597207),
        (52, 76, 0.04163828383950279), (90, 110, 0.1789640395332513), (450, 550, 0.001730536084976316),
    ])
    func `the sign test of many people is the binomial test`(up: Int, down: Int, p: Double) throws {
        let changes = people(Array(repeating: 1, count: up) + Array(repeating: -2, count: down))
        let test = try #require(SignTest(changes))
        #expect([test.up, test.down] == [up, down])
        #expect(abs(test.p / p - 1) < 1e-12)
    }

    @Test(arguments: [
        // wilcox.test(c(1:up, -((up + 1):n)), exact = TRUE) in R 4.2.2.
        (40, 52, 0.2368272675174903), (100, 130, 0.06559360203204602),
    ])
    func `the signed rank test of many people is exact too`(up: Int, of count: Int, p: Double) throws {
        let changes = people((1...count).map { $0 <= up ? $0 : -$0 })
        let test = try #require(SignedRankTest(changes, zeros: .dropped))
        #expect(test.ranksUp == Double(up * (up + 1) / 2))
        #expect(abs(test.p / p - 1) < 1e-12)
    }
}
