import Testing

@testable import Measures

/// How answers fall on alternatives, as far as it is told.
@Suite struct DistributionTests {
    private static let pages = Withholding(rules: .pages)

    private func told(_ counts: [Int], _ withholding: Withholding = pages) -> [String] {
        Distribution(counts, withholding).groups.map { group in
            let names = group.alternatives.map { "abcdef".map(String.init)[$0] }.joined()
            return switch group.shown {
            case .exact(let top, let percent): "\(names) \(top) \(percent)"
            case .atLeast(let percent): "\(names) >= \(percent)"
            case .atMost(let percent): "\(names) <= \(percent)"
            }
        }
    }

    @Test func `what few chose is told together with others, until that is no extreme itself`() {
        // Each apart: 50, 30 and 20 per cent would be the whole truth.
        #expect(told([10, 6, 4]) == ["a 10 50", "bc 10 50"])
        #expect(told([14, 6]) == ["a 14 70", "b 6 30"])
        #expect(told([7, 20, 4, 3]) == ["b 20 59", "acd 14 41"])
        #expect(told([9, 8, 4, 3]) == ["a 9 38", "bcd 15 63"])
        #expect(told([9, 9, 4, 2]) == ["a 9 38", "b 9 38", "cd 6 25"])
        // What is left would be an extreme, or known to be nobody's.
        #expect(told([10, 8, 1, 1]) == ["a 10 50", "bcd 10 50"])
        #expect(told([12, 8, 0, 0]) == ["a 12 60", "bcd 8 40"])
        // Of as many the later gives way, whatever it was.
        #expect(told([4, 4, 0]) == ["a 4 50", "bc 4 50"] && told([4, 0, 4]) == ["a 4 50", "bc 4 50"])
    }

    @Test func `where nearly all chose the same, only that is told`() {
        #expect(told([16, 3, 1]) == ["a >= 80", "bc <= 20"])
        #expect(told([0, 0, 20]) == ["c >= 80", "ab <= 20"])
        #expect(told([1, 19]) == ["b >= 80", "a <= 20"])
        #expect(told([20]) == ["a >= 80"])
    }

    @Test func `nothing is told of too few, nor where no alternative stands out`() {
        #expect(Distribution([4, 3], Self.pages).people == nil && told([4, 3]) == [])
        #expect(Distribution([], Self.pages).people == nil)
        #expect(Distribution([0, 0], Self.pages).people == nil)
        #expect(Distribution([2, 2, 2, 2, 2, 0], Self.pages).people == 10 && told([2, 2, 2, 2, 2, 0]) == [])
        let published = Withholding(published: true, rules: .pages)
        #expect(told([4, 2], published) == ["a 4 67", "b 2 33"])
        // Who knows the rules would know that one of five chose the first.
        #expect(Distribution([1, 2, 2], published).people == nil)
        let larger = Withholding(minimumGroup: 9, rules: .pages)
        #expect(Distribution([4, 4], larger).people == nil)
    }

    @Test func `without the rule each alternative stands by itself`() {
        let rules = Withholding.Rules.pages.subtracting(.alternatives)
        #expect(told([10, 6, 4], Withholding(rules: rules)) == ["a 10 50", "b 6 30", "c <= 20"])
    }

    /// All that can have been answered, by what is told of it. Who knows the rules and sees the figures must find more than
    /// one answer for every alternative whose share is an extreme.
    @Test(arguments: [6, 7, 8, 9, 10, 11, 13, 15, 20], [2, 3, 4, 5])
    func `no extreme can be worked out, by whoever knows the rules`(_ people: Int, _ alternatives: Int) {
        let withholding = Withholding(published: people < 8, rules: .pages)
        var known: [[Distribution.Group]: [[Int]]] = [:]
        for counts in Self.all(people, alternatives) {
            known[Distribution(counts, withholding).groups, default: []].append(counts)
        }
        for (groups, possible) in known {
            let apart = groups.filter { group in
                if case .exact = group.shown { group.alternatives.count == 1 } else { false }
            }.flatMap(\.alternatives)
            for place in 0..<alternatives {
                let counts = Set(possible.map { $0[place] })
                if apart.contains(place) {
                    #expect(counts.allSatisfy { 5 * $0 > people && 5 * $0 < 4 * people })
                } else if let only = counts.first, counts.count == 1 {
                    #expect(5 * only > people && 5 * only < 4 * people, "\(groups): \(possible)")
                }
            }
        }
    }

    private static func all(_ people: Int, _ alternatives: Int) -> [[Int]] {
        guard alternatives > 1 else { return [[people]] }
        return (0...people).flatMap { first in
            all(people - first, alternatives - 1).map { [first] + $0 }
        }
    }
}

extension Distribution.Group: Hashable {
    public func hash(into hasher: inout Hasher) { hasher.combine(alternatives) }
}
