/// How unusual a team's change is, were each person's change as likely to have gone the other way: the
/// share of all 2ⁿ ways to change the signs of the differences whose sum lies at least as far from zero as
/// the observed one. Source: Fisher 1935, The Design of Experiments; Pitman 1937.
///
/// Differences of zero are twice as many ways to the same sums and leave the share as it is. Of the others,
/// let U be the sum of those above zero and V that of those below, without sign. Choosing which ones are to
/// lie below is choosing a subset of their sizes, and the sum lies at least |U − V| from zero where the
/// subset's sum is at most min(U, V) or at least max(U, V). By symmetry both are equally many, so all that
/// is needed is a count of subsets whose sum is at most min(U, V).
struct SignChanges: Sendable, Equatable {
    /// In 0…1.
    let share: Double
    /// The share with four decimals; rounded from the exact fraction where at most 127 differences are not
    /// zero.
    let rounded: TenThousandths

    /// Exact where at most `SubsetSums.mostSizes` differences are not zero, and wherever `SumTable` is. With
    /// more than 127 of them the count is in floating point, which can only be seen in a share that lies
    /// within 10⁻¹² of halfway between two ten-thousandths.
    ///
    /// - Parameters:
    ///   - values: The differences. Their sum without signs must have room in `Value`.
    ///   - unit: How many of them make one step of the scale.
    ///   - error: Sums that lie no further than this from each other count as equal.
    init<Value: FixedWidthInteger & SignedInteger>(_ values: [Value], unit: Value = 1, error: Value = 0) {
        var up: Value = 0
        var down: Value = 0
        var differing = 0
        for value in values where value != 0 {
            if value > 0 { up += value } else { down -= value }
            differing += 1
        }
        guard max(up, down) - min(up, down) > error else {
            self.init(1, of: 0)
            return
        }
        let limit = min(up, down) + error
        // With the smaller sum above zero. A difference larger than the limit is in none of the subsets to
        // be counted.
        let side: Value = up < down ? 1 : -1
        let values = values.filter { $0 != 0 && $0.magnitude <= limit.magnitude }.map { $0 * side }
        // Half of all ways, because those at the other end are equally many.
        self.init(values, unit: unit, atMost: limit, halvings: differing - 1)
    }

    private init<Value: FixedWidthInteger & SignedInteger>(
        _ values: [Value], unit: Value, atMost limit: Value, halvings: Int
    ) {
        // So few that meeting in the middle is quick whatever their sizes are.
        let few = 24
        let table = values.count > few ? SumTable(values, atMost: limit, unit: unit) : nil
        let canMeet = values.count <= SubsetSums<Value>.mostSizes
        if let table, !canMeet || table.isExact && table.steps >> 3 < 1 << (values.count / 2) {
            switch values.count {
            case ..<(Int.bitWidth - 1): self.init(table.count(as: Int.self), of: halvings)
            case ..<(Int128.bitWidth - 1): self.init(table.count(as: Int128.self), of: halvings)
            default:
                self.init(
                    share: Double(sign: .plus, exponent: values.count - halvings, significand: table.share))
            }
        } else {
            var sums = SubsetSums<Value>(roomFor: values.count)
            self.init(sums.count(of: values.map { abs($0) }, atMost: limit), of: halvings)
        }
    }

    /// The fraction `count` / 2^`halvings`, where the count is at most that.
    private init<Count: FixedWidthInteger & SignedInteger>(_ count: Count, of halvings: Int) {
        share = Double(sign: .plus, exponent: -halvings, significand: Double(count))
        let exact =
            if halvings < Count.bitWidth - 1 {
                TenThousandths(count, over: 1 << Count(halvings))
            } else if halvings < Int128.bitWidth - 1 {
                TenThousandths(Int128(count), over: 1 << Int128(halvings))
            } else {
                TenThousandths?.none
            }
        rounded = exact ?? TenThousandths(nearest: share)
    }

    private init(share: Double) {
        self.share = share
        rounded = TenThousandths(nearest: share)
    }
}

extension TenThousandths {
    /// A share that is no exact fraction, in 0…1.
    fileprivate init(nearest share: Double) {
        self.init(count: Int((share * 10_000).rounded(.toNearestOrAwayFromZero)))
    }
}
