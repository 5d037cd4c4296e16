import Measures

/// A fraction in lowest terms, for sums and comparisons that are exact without any of the ways in which the
/// product avoids fractions.
struct Fraction: Comparable {
    let over: Int
    let under: Int

    init(_ over: Int, _ under: Int = 1) {
        var (large, small) = (abs(over), under)
        while small != 0 { (large, small) = (small, large % small) }
        self.over = over / max(large, 1)
        self.under = under / max(large, 1)
    }

    static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.over * right.under + right.over * left.under, left.under * right.under)
    }

    static func - (left: Fraction, right: Fraction) -> Fraction { left + Fraction(-right.over, right.under) }

    static func / (left: Fraction, right: Int) -> Fraction { Fraction(left.over, left.under * right) }

    static func < (left: Fraction, right: Fraction) -> Bool {
        left.over * right.under < right.over * left.under
    }

    var size: Fraction { Fraction(abs(over), under) }

    /// The nearest whole count of `parts`-th parts, halves away from zero, found by looking for it.
    func nearest(parts: Int) -> Int {
        let below = abs(over) * parts / under
        let halfway = Fraction(2 * below + 1, 2 * parts)
        return (size < halfway ? below : below + 1) * (over < 0 ? -1 : 1)
    }
}

/// The change of one team by going through every subset of it with fractions, as the study format says it.
struct NaiveChange {
    let differences: [Fraction]
    private let from: [Fraction]
    private let to: [Fraction]

    init(_ people: [(from: PersonMean, to: PersonMean)]) {
        from = people.map { Fraction($0.from.sum, $0.from.answers) }
        to = people.map { Fraction($0.to.sum, $0.to.answers) }
        differences = zip(from, to).map { $1 - $0 }
    }

    private func mean(_ fractions: [Fraction]) -> Int {
        (fractions.reduce(Fraction(0), +) / fractions.count).nearest(parts: 100)
    }

    var meanFrom: Int { mean(from) }
    var meanTo: Int { mean(to) }
    var difference: Int { mean(differences) }

    /// In ten-thousandths.
    var exactP: Int {
        let observed = differences.reduce(Fraction(0), +).size
        let ways = 1 << differences.count
        let extreme = (0..<ways).count { way in
            var sum = Fraction(0)
            for (place, difference) in differences.enumerated() {
                sum = way >> place & 1 == 1 ? sum + difference : sum - difference
            }
            return sum.size >= observed
        }
        return Fraction(extreme, ways).nearest(parts: 10_000)
    }

    /// Both limits in hundredths.
    var interval: [Int]? {
        let subsets = 1 << differences.count
        let place = subsets * 25 / 1000
        guard place > 0 else { return nil }
        let means = (1..<subsets).map { subset in
            let chosen = differences.indices.filter { subset >> $0 & 1 == 1 }
            return chosen.map { differences[$0] }.reduce(Fraction(0), +) / chosen.count
        }.sorted()
        return [means[place - 1], means[means.count - place]].map { $0.nearest(parts: 100) }
    }
}
