import Measures
import Testing

@Suite struct ProportionTests {
    @Test(arguments: ReferenceProportion.smallTeams)
    func `small groups have the reference intervals`(reference: ReferenceProportion) throws {
        let proportion = try #require(Proportion(reference.count, of: reference.of))
        #expect(proportion.wilson.agrees(with: reference.wilson, within: 5.1e-7))
        #expect(proportion.jeffreys.agrees(with: reference.jeffreys, within: 5.1e-7))
        #expect(proportion.clopperPearson.agrees(with: reference.clopperPearson, within: 5.1e-7))
    }

    @Test(arguments: ReferenceProportion.fromR)
    func `a whole school and a million agree with R to its last digits`(
        reference: ReferenceProportion
    ) throws {
        let proportion = try #require(Proportion(reference.count, of: reference.of))
        #expect(proportion.wilson.agrees(with: reference.wilson, within: 1e-13))
        #expect(proportion.jeffreys.agrees(with: reference.jeffreys, within: 1e-13))
        #expect(proportion.clopperPearson.agrees(with: reference.clopperPearson, within: 1e-13))
    }

    @Test func `nobody is no group, and no count is below nought or above the group`() {
        #expect(Proportion(0, of: 0) == nil)
        #expect(Proportion(0, of: -3) == nil)
        #expect(Proportion(-1, of: 5) == nil)
        #expect(Proportion(6, of: 5) == nil)
        #expect(Proportion(5, of: 5)?.count == 5)
        #expect(Proportion(0, of: 1)?.of == 1)
    }

    @Test func `where none or all answered so, one limit is exactly the end`() throws {
        for people in Array(1...200) + [1_000_000] {
            let none = try #require(Proportion(0, of: people))
            let all = try #require(Proportion(people, of: people))
            for interval in [none.wilson, none.jeffreys, none.clopperPearson] {
                #expect(interval.lower == 0)
                #expect(interval.upper > 0 && interval.upper < 1)
            }
            for interval in [all.wilson, all.jeffreys, all.clopperPearson] {
                #expect(interval.upper == 1)
                #expect(interval.lower > 0 && interval.lower < 1)
            }
        }
    }

    @Test func `in every group up to forty the share lies inside, and counting the others mirrors it`() throws
    {
        for people in 1...40 {
            for count in 0...people {
                let share = Double(count) / Double(people)
                let proportion = try #require(Proportion(count, of: people))
                let others = try #require(Proportion(people - count, of: people))
                for (interval, mirror) in [
                    (proportion.wilson, others.wilson), (proportion.jeffreys, others.jeffreys),
                    (proportion.clopperPearson, others.clopperPearson),
                ] {
                    #expect(interval.lower <= share && share <= interval.upper)
                    #expect(interval.agrees(with: (1 - mirror.upper)...(1 - mirror.lower), within: 1e-12))
                }
                #expect(proportion.clopperPearson.lower <= proportion.jeffreys.lower)
                #expect(proportion.jeffreys.upper <= proportion.clopperPearson.upper)
            }
        }
    }

    @Test func `an interval keeps its limits in order`() {
        #expect(Interval(lower: 0.7, upper: 0.2) == Interval(lower: 0.2, upper: 0.7))
        #expect(Interval(lower: 0.2, upper: 0.7).lower == 0.2)
    }
}
