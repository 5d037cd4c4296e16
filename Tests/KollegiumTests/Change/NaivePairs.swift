/// One team's change on one step by writing out every sign change and every subset: means become whole counts of
/// their common part, and everything after that is adding, sorting and counting.
struct NaivePairs {
    /// How many parts a step of the scale has.
    private let unit: Int
    private let before: [Int]
    private let after: [Int]

    private var differences: [Int] { zip(before, after).map { $1 - $0 } }
    private var people: Int { before.count }

    init(_ people: [(from: [Int], to: [Int])]) {
        let answers = people.flatMap { [$0.from.count, $0.to.count] }
        let unit = answers.reduce(1, commonMultiple)
        self.unit = unit
        before = people.map { $0.from.reduce(0, +) * (unit / $0.from.count) }
        after = people.map { $0.to.reduce(0, +) * (unit / $0.to.count) }
    }

    /// The keys of an entry from `n` on, up to 16 people.
    var figures: String {
        let means = [before, after, differences].map { decimal($0.reduce(0, +), people * unit, places: 2) }
        let limits = interval.map { "[\($0[0]), \($0[1])]" } ?? "null"
        let moved = [
            differences.count { $0 > 0 }, differences.count { $0 == 0 }, differences.count { $0 < 0 },
        ]
        return
            #""n": \#(people), "meanFrom": \#(means[0]), "meanTo": \#(means[1]), "difference": \#(means[2]), "#
            + #""interval": \#(limits), "up": \#(moved[0]), "same": \#(moved[1]), "down": \#(moved[2]), "#
            + #""exactP": \#(exactP)"#
    }

    var exactP: String {
        // How many of the sign changes come to each sum.
        var ways: [Int: Int] = [0: 1]
        for difference in differences {
            ways = ways.reduce(into: [:]) { next, way in
                next[way.key + difference, default: 0] += way.value
                next[way.key - difference, default: 0] += way.value
            }
        }
        let observed = abs(differences.reduce(0, +))
        let extreme = ways.reduce(0) { $0 + (abs($1.key) >= observed ? $1.value : 0) }
        return decimal(extreme, 1 << people, places: 4)
    }

    /// Both limits, from all subsets however many people there are.
    var interval: [String]? {
        var subsets = [(sum: 0, people: 0)]
        for difference in differences { subsets += subsets.map { ($0.sum + difference, $0.people + 1) } }
        let place = subsets.count * 25 / 1000
        guard place > 0 else { return nil }
        let common = (1...people).reduce(1, commonMultiple)
        let means = subsets.dropFirst().map { $0.sum * (common / $0.people) }.sorted()
        return [means[place - 1], means[means.count - place]].map { decimal($0, common * unit, places: 2) }
    }
}

private func commonMultiple(_ one: Int, _ other: Int) -> Int {
    var multiple = one
    while multiple % other != 0 { multiple += one }
    return multiple
}

/// A fraction in decimals, halves away from zero, by long division.
private func decimal(_ over: Int, _ under: Int, places: Int) -> String {
    var (whole, rest) = abs(over).quotientAndRemainder(dividingBy: under)
    for _ in 0..<places {
        let next = (rest * 10).quotientAndRemainder(dividingBy: under)
        (whole, rest) = (whole * 10 + next.quotient, next.remainder)
    }
    if rest * 2 >= under { whole += 1 }
    let digits = String(repeating: "0", count: max(0, places + 1 - String(whole).count)) + String(whole)
    return (over < 0 && whole > 0 ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
}
