import Testing

@testable import Measures

private func close(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-12 * max(1, abs(expected))
}

@Suite struct PartialPoolingTests {
    @Test func `three small teams are pooled as R pools them, and further down than R goes`() throws {
        let pooling = try #require(PartialPooling(SmallTeams.scaleMeans))
        #expect(pooling.teams.compactMap { $0?.size } == [5, 7, 9])
        let figures =
            [pooling.teamVariance, pooling.residualVariance, pooling.mean]
            + pooling.teams.compactMap { $0?.effect }
        // lme4 1.1.31, which stops its search at six or seven digits.
        let lme4 = [0.1426616189, 0.5829851732, 3.125664791, -0.09666263063, -0.23719443329, 0.33385706393]
        for (figure, expected) in zip(figures, lme4) { #expect(abs(figure / expected - 1) < 5e-7) }
        // From the whole matrices, with 40 digits.
        let exact = [
            0.142661555504671, 0.582985190335564, 3.12566479774634,
            -0.0966626137581313, -0.237194396147212, 0.333857009905344,
        ]
        #expect(zip(figures, exact).allSatisfy(close))
    }

    @Test func `effects and intervals are those of the mixed model equations`() throws {
        // By Henderson's equations from the whole matrices, with 40 digits.
        let pooling = try #require(
            PartialPooling([
                [3.25, 2.5, 3.5, 3, 2.25], [2.5, 3.25, 2.25, 1.5, 3.25, 4, 2.5],
                [3.75, 4.5, 3.25, 2.75, 4.25, 4.75, 3.25, 3.75, 2.25],
            ]))
        #expect(close(pooling.mean, 3.1099473661237))
        #expect(close(pooling.teamVariance, 0.15095068005883))
        #expect(close(pooling.residualVariance, 0.577724292266))
        let teams = pooling.teams.compactMap(\.self)
        #expect(close(teams[0].rawMean, 2.9))
        #expect(
            zip(teams.map(\.effect), [-0.11892018106526, -0.23271229357055, 0.35163247463581]).allSatisfy(
                close))
        #expect(
            zip(teams.map(\.interval.lower), [2.4357340500852, 2.3844695337875, 3.0143912637276]).allSatisfy(
                close))
        #expect(
            zip(teams.map(\.interval.upper), [3.5463203200317, 3.3700006113188, 3.9087684177914]).allSatisfy(
                close))
    }

    @Test func `a team of one person is pooled the most`() throws {
        let pooling = try #require(PartialPooling([[2, 3, 4], [5], [3, 3, 4, 5, 4]]))
        #expect(close(pooling.mean, 3.7149834167589))
        #expect(close(pooling.teamVariance, 0.22744722443138))
        let teams = pooling.teams.compactMap(\.self)
        #expect(
            zip(teams.map(\.effect), [-0.31360070728178, 0.26551304134842, 0.048087665933358]).allSatisfy(
                close))
        #expect(teams[1].shrinkage > teams[0].shrinkage && teams[0].shrinkage > teams[2].shrinkage)
        #expect(close(teams[1].interval.lower, 2.9093325200148))
        #expect(close(teams[1].interval.upper, 5.0516603961999))
        for team in teams {
            #expect(close(team.mean, pooling.mean + (1 - team.shrinkage) * (team.rawMean - pooling.mean)))
        }
    }

    @Test func `the highest top is found where the likelihood falls first and rises later`() throws {
        // From no variance between teams on the likelihood falls, but two single people far apart have more.
        let ten = Array(repeating: [3.75, 2.25], count: 5).flatMap(\.self)
        let pooling = try #require(PartialPooling([ten, [3.75, 3, 2.25], [4], [3.75, 3, 2.25], [0.25]]))
        #expect(close(pooling.teamVariance, 1.0034256618906))
        #expect(close(pooling.residualVariance, 0.64990912542348))
        #expect(close(pooling.mean, 2.7203449722422))
    }

    @Test func `teams that differ no more than their people all have the mean of all`() throws {
        let pooling = try #require(PartialPooling([[1, 5, 3], [2, 4], [3, 1, 5, 3.5]]))
        #expect(pooling.teamVariance == 0)
        #expect(close(pooling.mean, 27.5 / 9))
        // All nine values around their common mean.
        #expect(close(pooling.residualVariance, (102.25 - 27.5 * 27.5 / 9) / 8))
        for team in pooling.teams.compactMap(\.self) {
            #expect(team.effect == 0)
            #expect(team.shrinkage == 1)
            #expect(team.mean == pooling.mean)
            let width = 2 * 1.959963984540054 * (pooling.residualVariance / 9).squareRoot()
            #expect(close(team.interval.upper - team.interval.lower, width))
        }
    }

    @Test func `teams whose people say the same keep their means`() throws {
        let pooling = try #require(PartialPooling([[2.3, 2.3], [3.1, 3.1, 3.1], [4.5]]))
        #expect(pooling.residualVariance == 0)
        #expect(close(pooling.mean, 3.3))
        #expect(close(pooling.teamVariance, (1 + 0.04 + 1.44) / 2))
        for team in pooling.teams.compactMap(\.self) {
            #expect(team.shrinkage == 0)
            #expect(close(team.mean, team.rawMean))
            #expect(team.interval.lower == team.mean && team.interval.upper == team.mean)
        }
    }

    @Test func `no difference at all is no variance at all`() throws {
        let pooling = try #require(PartialPooling([[3.3, 3.3], [3.3], [3.3, 3.3, 3.3]]))
        #expect([pooling.teamVariance, pooling.residualVariance] == [0, 0])
        #expect(pooling.mean == 3.3)
        #expect(pooling.teams.compactMap { $0?.mean } == [3.3, 3.3, 3.3])
        #expect(pooling.teams.compactMap { $0?.shrinkage } == [1, 1, 1])
    }

    @Test func `there is nothing to pool without two teams, or with one person in each`() {
        #expect(PartialPooling([]) == nil)
        #expect(PartialPooling([[1, 2, 3]]) == nil)
        #expect(PartialPooling([[1, 2, 3], [], []]) == nil)
        #expect(PartialPooling([[1], [2], [4]]) == nil)
        #expect(PartialPooling([[1, 2], [.nan]]) == nil)
        #expect(PartialPooling([[1, 2], [-.infinity]]) == nil)
    }

    @Test func `a team without values has no place, and changes nothing for the others`() throws {
        let teams = SmallTeams.scaleMeans
        let pooling = try #require(PartialPooling(teams))
        let gaps = try #require(PartialPooling([[], teams[0], [], teams[1], teams[2]]))
        #expect(gaps.teams.map { $0 == nil } == [true, false, true, false, false])
        #expect(gaps.teams.compactMap(\.self) == pooling.teams.compactMap(\.self))
        #expect(gaps.mean == pooling.mean)
    }

    @Test func `nearly equal people leave nearly the raw means`() throws {
        let pooling = try #require(PartialPooling([[2, 2 + 1e-9], [3, 3], [5, 5 - 1e-9]]))
        #expect(pooling.residualVariance > 0)
        #expect(abs(pooling.teamVariance - 7.0 / 3) < 1e-6)
        for team in pooling.teams.compactMap(\.self) { #expect(team.shrinkage < 1e-15) }
    }

    @Test func `moving the scale moves the means and stretches the variances`() throws {
        var generator = SeededRandom(seed: 8)
        for _ in 0..<60 {
            let teams = (0..<Int.random(in: 2...8, using: &generator)).map { team in
                let level = Double.random(in: 2...4, using: &generator)
                let people = Int.random(in: team == 0 ? 2...9 : 1...9, using: &generator)
                return (0..<people).map { _ in level + Double.random(in: -1...1, using: &generator) }
            }
            let pooling = try #require(PartialPooling(teams))
            let moved = try #require(PartialPooling(teams.map { $0.map { 100 + 4 * $0 } }))
            #expect(abs(moved.mean - (100 + 4 * pooling.mean)) < 1e-9)
            #expect(abs(moved.teamVariance - 16 * pooling.teamVariance) < 1e-9)
            #expect(abs(moved.residualVariance - 16 * pooling.residualVariance) < 1e-9)
            for (one, other) in zip(pooling.teams, moved.teams) {
                let (one, other) = (try #require(one), try #require(other))
                #expect(abs(other.effect - 4 * one.effect) < 1e-9)
                #expect(one.interval.lower <= one.mean && one.mean <= one.interval.upper)
                // Drawn towards the mean of all, never past it or away from it.
                #expect(abs(one.effect) <= abs(one.rawMean - pooling.mean))
                #expect(one.effect * (one.rawMean - pooling.mean) >= 0)
            }
        }
    }
}
