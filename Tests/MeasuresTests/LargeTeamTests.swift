import Testing

@testable import Measures

/// A large team made by rule rather than at random, so that its share could be counted elsewhere: between
/// half and all of the items answered, and every `lift`-th person up by a step.
private func team(_ count: Int, items: Int, lift: Int) -> [(from: PersonMean, to: PersonMean)] {
    (0..<count).map { person in
        let before = items - (person * 7) % (items / 2 + 1)
        let after = items - (person * 5 + 1) % (items / 2 + 1)
        let step = 2 + (person * 3) % 3
        let raised = person % lift == 0 ? step + 1 : step
        return (
            PersonMean(sum: before * step + (person * 11) % before, answers: before),
            PersonMean(sum: after * raised + (person * 13 + 4) % after, answers: after)
        )
    }
}

@Suite struct LargeTeamTests {
    @Test(arguments: [
        // Counted with Python's whole numbers up to 62 people, beyond in 80-bit floating point.
        (17, 10, 9, 0.57489013671875, 5749), (25, 10, 9, 0.40825963020324707, 4083),
        (30, 10, 5, 0.15614577941596508, 1561), (40, 10, 6, 0.055880772015370894, 559),
        (44, 10, 7, 0.06581736254088355, 658), (45, 10, 7, 0.07940247414148871, 794),
        (52, 10, 9, 0.1724123219569602, 1724), (63, 10, 5, 0.023456789298590335, 235),
        (64, 10, 5, 0.021525956127907846, 215), (80, 10, 6, 0.014256057665666563, 143),
        (126, 10, 8, 0.01762719389984144, 176), (127, 10, 8, 0.018893431948333997, 189),
        (160, 10, 9, 0.0076437413568481855, 76), (30, 12, 6, 0.1346270740032196, 1346),
        (45, 12, 9, 0.06307085590719907, 631), (24, 15, 9, 0.2179405689239502, 2179),
    ])
    func `the share is exact for teams of any size`(
        count: Int, items: Int, lift: Int, share: Double, rounded: Int
    ) throws {
        let change = try #require(PairedChange(team(count, items: items, lift: lift), seed: 1))
        #expect(abs(change.permutationP / share - 1) < 1e-13)
        #expect(change.exactP.count == rounded)
    }

    @Test func `a share of one sign change in very many is none in ten thousand`() throws {
        let steady = (from: PersonMean(sum: 3, answers: 1), to: PersonMean(sum: 4, answers: 1))
        for count in [63, 64, 127, 128, 200, 2000] {
            let change = try #require(PairedChange(Array(repeating: steady, count: count), seed: 1))
            #expect(change.exactP.count == 0)
            #expect(change.permutationP == Double(sign: .plus, exponent: 1 - count, significand: 1))
        }
    }

    @Test func `meeting in the middle and a table count the same`() {
        var generator = SeededRandom(seed: 4)
        for _ in 0..<300 {
            let count = Int.random(in: 1...16, using: &generator)
            let values = (0..<count).map { _ in Int.random(in: -30...30, using: &generator) }
            let limit = values.reduce(0) { $0 + max(0, $1) }
            let table = SumTable(values, atMost: limit, unit: 10)
            #expect(table.isExact)
            var sums = SubsetSums<Int>(roomFor: count)
            let met = sums.count(of: values.map { abs($0) }, atMost: limit)
            #expect(table.count(as: Int.self) == met)
            #expect(table.count(as: Int128.self) == Int128(met))
            #expect(table.share == Double(met) / Double(1 << count))
        }
    }

    @Test func `room is kept between counts of fewer sizes`() {
        var sums = SubsetSums<Int>(roomFor: 9)
        #expect(sums.count(of: [1, 2, 3, 4, 5, 6, 7, 8, 9], atMost: 3) == 5)
        #expect(sums.count(of: [1, 1], atMost: 1) == 3)
        #expect(sums.count(of: [], atMost: 0) == 1)
        #expect(sums.count(of: [0, 0, 5], atMost: 0) == 4)
        #expect(sums.count(of: [0, 0, 5], atMost: -1) == 0)
    }

    @Test func `parts too small for a table are rounded, and the share hardly moves`() throws {
        // Parts of 1/232,792,560: everybody's number of answers from 10 to 20.
        let differences = try #require(PairedDifferences<Int>(team(14, items: 20, lift: 5)))
        try check(differences.values, unit: differences.unit)
    }

    @Test func `so are steps too large for a table`() throws {
        var generator = SeededRandom(seed: 5)
        try check((0..<13).map { _ in Int.random(in: -1 << 50...1 << 50, using: &generator) }, unit: 1)
    }

    private func check(_ values: [Int], unit: Int) throws {
        let up = values.reduce(0) { $0 + max(0, $1) }
        let down = values.reduce(0) { $0 - min(0, $1) }
        let values = values.map { up < down ? $0 : -$0 }.filter { abs($0) <= min(up, down) }
        var sums = SubsetSums<Int>(roomFor: values.count)
        let exact = sums.count(of: values.map { abs($0) }, atMost: min(up, down))
        let coarse = SumTable(values, atMost: min(up, down), unit: unit, mostSteps: 1 << 21)
        #expect(!coarse.isExact)
        #expect(abs(coarse.share - Double(exact) / Double(1 << values.count)) < 1e-3)
    }
}
