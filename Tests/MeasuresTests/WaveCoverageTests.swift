import Testing

@testable import Measures

/// Whom a later figure covers.
@Suite struct WaveCoverageTests {
    private static func wave(
        _ people: ClosedRange<Int64>, without: Set<Int64> = [], _ questions: Set<Int> = [1, 2]
    )
        -> WaveCoverage.Wave
    {
        Dictionary(uniqueKeysWithValues: people.filter { !without.contains($0) }.map { ($0, questions) })
    }

    private static func covered(_ waves: WaveCoverage.Wave...) -> [Int] {
        WaveCoverage(waves, minimum: 5) { $0 >= 5 }.people.map(\.count)
    }

    @Test func `the same people are covered whole`() {
        #expect(Self.covered(Self.wave(1...7), Self.wave(1...7)) == [7, 7])
    }

    @Test(arguments: 1...4 as ClosedRange<Int64>)
    func `fewer than five newcomers are left out`(_ newcomers: Int64) {
        #expect(Self.covered(Self.wave(1...7), Self.wave(1...(7 + newcomers))) == [7, 7])
    }

    @Test func `five newcomers are a group`() {
        #expect(Self.covered(Self.wave(1...7), Self.wave(1...12)) == [7, 12])
    }

    @Test func `two who left and two who came make four who differ`() {
        #expect(Self.covered(Self.wave(1...7), Self.wave(3...9)) == [7, 5])
    }

    @Test func `three who left and two who came make five`() {
        #expect(Self.covered(Self.wave(1...8), Self.wave(4...10)) == [8, 7])
    }

    @Test func `somebody who answered a question more differs`() {
        var later = Self.wave(1...7)
        later[7] = [1, 2, 3]
        #expect(Self.covered(Self.wave(1...7), later) == [7, 6])
    }

    @Test func `a wave is held against all before it, as they were covered`() {
        // The second covers 1 to 7; the third differs from both by one.
        #expect(Self.covered(Self.wave(1...7), Self.wave(1...8), Self.wave(1...8)) == [7, 7, 7])
        // Far from the second and near the first.
        #expect(Self.covered(Self.wave(1...6), Self.wave(1...20), Self.wave(1...7)) == [6, 20, 6])
    }

    @Test func `a figure that is not shown says nothing`() {
        #expect(Self.covered(Self.wave(1...4), Self.wave(1...6)) == [4, 6])
    }
}
