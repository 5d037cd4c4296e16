import Measures
import Support
import Testing

@testable import Kollegium

/// What is told of the headings that goals stand under.
@Suite struct GoalCountTests {
    private static let withholding = Withholding(published: false, rules: .pages)

    private func people(_ numbers: ClosedRange<Int64>) -> Set<Int64> { Set(numbers) }

    @Test func `headings of enough people are told, the rest together or not at all`() {
        let counts = GoalCounts(
            ["Hemmen": people(1...6), "Arbetsro": people(1...5), "Resultat": people(1...4)], Self.withholding)
        #expect(
            counts
                == GoalCounts(
                    headings: [.init(words: "Hemmen", people: nil), .init(words: "Arbetsro", people: nil)]
                        .sorted { $0.words < $1.words }, hasOthers: false))
        let more = GoalCounts(
            [
                "Hemmen": people(1...6), "Arbetsro": people(3...7), "Resultat": people(8...11),
                "Annat": people(11...12),
            ], Self.withholding)
        #expect(
            more.headings == [.init(words: "Hemmen", people: 6), .init(words: "Arbetsro", people: 5)])
        #expect(more.hasOthers)
    }

    @Test(arguments: 1...(isLongRun ? 2_000 : 200) as ClosedRange<UInt64>)
    func `no count tells of fewer than the minimum, nor that all named the same`(_ seed: UInt64) {
        var random = RepeatableRandom(seed: seed)
        let minimum = Int.random(in: 5...7, using: &random)
        let withholding = Withholding(minimumGroup: minimum, published: false, rules: .pages)
        let staff = Int64.random(in: 1...25, using: &random)
        var named: [String: Set<Int64>] = [:]
        for number in 0..<Int.random(in: 0...6, using: &random) {
            let share = Int.random(in: 0...100, using: &random)
            let own = (1...staff).filter { _ in Int.random(in: 0..<100, using: &random) < share }
            if !own.isEmpty { named["H\(number)"] = Set(own) }
        }
        let counts = GoalCounts(named, withholding)
        let all = named.values.reduce(into: Set<Int64>()) { $0.formUnion($1) }
        for heading in counts.headings {
            let own = named[heading.words]?.count ?? 0
            #expect(own >= minimum)
            #expect(heading.people == nil || heading.people == own && 10 * own < 8 * all.count)
        }
        let rest = named.filter { pair in !counts.headings.contains { $0.words == pair.key } }
        #expect(rest.values.allSatisfy { $0.count < minimum })
        let others = rest.values.reduce(into: Set<Int64>()) { $0.formUnion($1) }
        #expect(counts.hasOthers == (others.count >= minimum))
    }
}
