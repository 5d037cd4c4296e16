import Measures
import Testing

/// People who answered ten items before and after, except where a number of answers is given.
private func people(_ sums: [(Int, Int)]) -> [(from: PersonMean, to: PersonMean)] {
    sums.map { (PersonMean(sum: $0.0, answers: 10), PersonMean(sum: $0.1, answers: 10)) }
}

@Suite struct PairedChangeTests {
    @Test func `the second school's collegial trust from the start to the first year`() throws {
        var team = people([(41, 44), (40, 36), (36, 42), (37, 44), (34, 42), (40, 43), (37, 40), (35, 40)])
        // Two of them left one item out, the second afterwards and the fifth before.
        team[1].to = PersonMean(sum: 36, answers: 9)
        team[4].from = PersonMean(sum: 34, answers: 9)
        let change = try #require(PairedChange(team, seed: 1))
        #expect(change.people == 8)
        #expect(change.meanFrom.description == "3.80")
        #expect(change.meanTo.description == "4.19")
        #expect(change.difference.description == "0.39")
        #expect(change.interval?.lower.description == "0.20")
        #expect(change.interval?.upper.description == "0.57")
        #expect([change.up, change.same, change.down] == [7, 1, 0])
        #expect(change.exactP.description == "0.0156")
        #expect(change.permutationP == 0.015625)
        #expect(!change.isSampled)
    }

    @Test func `the share of sign changes is R's permutation test of the mean`() throws {
        let all = try #require(PairedChange(SmallTeams.pairs(), seed: 1))
        #expect(all.people == 17)
        #expect(all.permutationP == 0.02197265625)
        #expect(all.exactP.description == "0.0220")
        for (team, share) in zip(SmallTeams.names, [0.25, 0.3125, 0.375]) {
            #expect(PairedChange(SmallTeams.pairs(of: team), seed: 1)?.permutationP == share)
        }
    }

    @Test func `there is no change of nobody, or of somebody who answered nothing`() {
        #expect(PairedChange([], seed: 1) == nil)
        let nothing = PersonMean(sum: 0, answers: 0)
        let something = PersonMean(sum: 4, answers: 1)
        #expect(PairedChange([(nothing, something)], seed: 1) == nil)
        #expect(PairedChange([(something, nothing)], seed: 1) == nil)
        #expect(PairedChange([(something, PersonMean(sum: 4, answers: -1))], seed: 1) == nil)
    }

    @Test func `when everyone stays the same every sign change is as extreme as that`() throws {
        let change = try #require(PairedChange(people(Array(repeating: (35, 35), count: 9)), seed: 1))
        #expect(change.exactP.description == "1.0000")
        #expect([change.up, change.same, change.down] == [0, 9, 0])
        #expect(
            change.interval == HundredthsInterval(lower: Hundredths(count: 0), upper: Hundredths(count: 0)))
    }

    @Test func `when ups and downs weigh the same every sign change is as extreme as that`() throws {
        let change = try #require(PairedChange(people([(30, 35), (35, 30), (20, 23), (23, 20)]), seed: 1))
        #expect(change.difference.count == 0)
        #expect(change.exactP.count == 10_000)
    }

    @Test(arguments: [(1, 10_000), (2, 5_000), (3, 2_500), (4, 1_250), (5, 625), (6, 313), (7, 156), (8, 78)])
    func `when all rise alike only all signs or none are as extreme, and a half goes up`(
        count: Int, share: Int
    ) throws {
        let change = try #require(PairedChange(people(Array(repeating: (30, 32), count: count)), seed: 1))
        #expect(change.exactP.count == share)
        #expect(
            PairedChange(people(Array(repeating: (32, 30), count: count)), seed: 1)?.exactP.count == share)
    }

    @Test func `people without a change leave the share as it is`() throws {
        let moved = [(30, 36), (31, 33), (40, 39), (22, 27)]
        let share = try #require(PairedChange(people(moved), seed: 1)?.exactP)
        let change = try #require(PairedChange(people(moved + [(33, 33), (50, 50)]), seed: 1))
        #expect(change.exactP == share)
        #expect(change.same == 2)
    }

    @Test func `five people have no interval; six have their smallest and their largest change`() throws {
        let sums = [(30, 31), (30, 36), (30, 29), (30, 34), (30, 33), (30, 35)]
        #expect(PairedChange(people(Array(sums.dropLast())), seed: 1)?.interval == nil)
        let interval = try #require(PairedChange(people(sums), seed: 1)?.interval)
        #expect(interval == HundredthsInterval(lower: Hundredths(count: -10), upper: Hundredths(count: 60)))
    }

    @Test func `a mean halfway between two hundredths goes away from zero, up as down`() throws {
        // One person of eight rises by an eighth part of a tenth: 0.0125, and one of four by 0.025.
        let eighth = people([(30, 31)] + Array(repeating: (30, 30), count: 7))
        let fourth = people([(30, 31)] + Array(repeating: (30, 30), count: 3))
        #expect(PairedChange(eighth, seed: 1)?.difference.count == 1)
        #expect(PairedChange(fourth, seed: 1)?.difference.count == 3)
        #expect(PairedChange(fourth.map { (from: $1, to: $0) }, seed: 1)?.difference.count == -3)
        // Six changes of 0.125 and −0.125: every limit lies on a border.
        let eighths = [1, 1, 1, 1, 1, -1].map {
            (from: PersonMean(sum: 24, answers: 8), to: PersonMean(sum: 24 + $0, answers: 8))
        }
        let interval = try #require(PairedChange(eighths, seed: 1)?.interval)
        #expect(interval == HundredthsInterval(lower: Hundredths(count: -13), upper: Hundredths(count: 13)))
    }

    @Test func `each mean is rounded from its own fraction`() throws {
        // Means of 3.125 and 3.375, which become 3.13 and 3.38; the difference of 0.25 stays.
        let team = people([(31, 34), (32, 34), (31, 33), (31, 34)])
        let change = try #require(PairedChange(team, seed: 1))
        #expect([change.meanFrom.count, change.meanTo.count, change.difference.count] == [313, 338, 25])
    }

    @Test func `equal means are equal whatever they were made of`() throws {
        let team = [
            (from: PersonMean(sum: 20, answers: 6), to: PersonMean(sum: 30, answers: 9)),
            (from: PersonMean(sum: 30, answers: 9), to: PersonMean(sum: 33, answers: 10)),
        ]
        let change = try #require(PairedChange(team, seed: 1))
        #expect([change.up, change.same, change.down] == [0, 1, 1])
    }
}
