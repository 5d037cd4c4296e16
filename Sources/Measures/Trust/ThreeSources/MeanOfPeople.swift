/// The mean of several people's means, as an exact fraction, so that a border is never crossed by rounding.
///
/// Exact for forms of up to sixty questions, whoever left out which; beyond that each person's mean is taken to the
/// nearest billionth where the common denominator would have no room.
struct MeanOfPeople: Equatable {
    private let numerator: Int128
    private let denominator: Int128

    /// - Returns: nil for nobody. Everybody has at least one answer.
    init?(_ people: [PersonMean]) {
        guard !people.isEmpty else { return nil }
        let counts = Set(people.map(\.answers))
        if let common = Self.common(counts) {
            let parts = people.reduce(Int128(0)) { $0 + Int128($1.sum) * (common / Int128($1.answers)) }
            numerator = parts
            denominator = common * Int128(people.count)
        } else {
            let billion: Int128 = 1_000_000_000
            numerator = people.reduce(Int128(0)) { sum, person in
                sum + (2 * Int128(person.sum) * billion + Int128(person.answers))
                    / (2 * Int128(person.answers))
            }
            denominator = billion * Int128(people.count)
        }
    }

    /// The least common multiple; nil where sums of its parts might have no room.
    private static func common(_ counts: Set<Int>) -> Int128? {
        let room: Int128 = 1_000_000_000_000_000_000_000_000_000_000
        var common: Int128 = 1
        for count in counts {
            common = common / divisor(common, Int128(count)) * Int128(count)
            if common > room { return nil }
        }
        return common
    }

    private static func divisor(_ one: Int128, _ other: Int128) -> Int128 {
        other == 0 ? one : divisor(other, one % other)
    }

    func isAtLeast(_ hundredths: Int) -> Bool { numerator * 100 >= Int128(hundredths) * denominator }

    func isAbove(_ hundredths: Int) -> Bool { numerator * 100 > Int128(hundredths) * denominator }

    /// How far above the border, as a fraction of a step; only for putting distances in order.
    func distance(to hundredths: Int) -> Double {
        Double(numerator) / Double(denominator) - Double(hundredths) / 100
    }

    /// For showing: to the nearest hundredth, halves up.
    var rounded: Hundredths { Hundredths(numerator, over: denominator) ?? Hundredths(count: 0) }
}
