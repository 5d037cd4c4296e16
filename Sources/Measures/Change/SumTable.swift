/// Counts the subsets of many sizes whose sum is at most a limit, by a table over all sums up to it: the way
/// where halves of all subsets would be too many, and the sizes are small whole numbers.
///
/// Exact, unless even the common parts of the sizes make the table too large: more than 44 people together
/// with parts smaller than about a 100,000th of a step. Then sizes are rounded to a grid which nearly
/// everybody's number of answers divides, so that nearly all ties are kept, and the share is right to about
/// a millionth.
struct SumTable: Sendable, Equatable {
    /// Parts of a step to round to, finest first. The first is divided by every number of answers up to 16,
    /// the next by those up to 15, 12, 10 and 6.
    private static let grids: [UInt] = [720_720, 360_360, 27_720, 2_520, 60, 1]

    let isExact: Bool
    private let sizes: [Int]
    private let limit: Int

    /// How many steps a count takes.
    var steps: Int { sizes.count * (limit + 1) }

    /// - Parameters:
    ///   - values: Differences, not all zero, of which those above zero add up to the limit.
    ///   - limit: The largest sum that a subset of the differences, taken without signs, may have.
    ///   - unit: How many parts make one step of the scale.
    ///   - mostSteps: The most steps that a count may take; as given about half a second, and less than 200
    ///     megabytes.
    init<Value: FixedWidthInteger & SignedInteger>(
        _ values: [Value], atMost limit: Value, unit: Value, mostSteps: Int = 1 << 29
    ) {
        let divisor = max(1, values.reduce(0) { greatestCommonDivisor($0, abs($1)) })
        let widest = max(1, mostSteps / max(1, values.count))
        if limit / divisor < Value(widest) {
            isExact = true
            sizes = values.map { Int(abs($0) / divisor) }
            self.limit = Int(limit / divisor)
            return
        }
        let grid = Self.grids.lazy.compactMap { parts in
            Self.rounded(values, over: unit, parts: Value.Magnitude(parts), widest: widest)
        }.first
        let coarsest = limit / Value(widest) + 1
        isExact = false
        sizes = grid?.sizes ?? values.map { Int(abs($0) / coarsest) }
        self.limit = grid?.limit ?? Int(limit / coarsest)
    }

    /// The sizes in parts of a step; nil where the table would be too large.
    private static func rounded<Value: FixedWidthInteger & SignedInteger>(
        _ values: [Value], over unit: Value, parts: Value.Magnitude, widest: Int
    ) -> (sizes: [Int], limit: Int)? {
        var sizes: [Int] = []
        var limit = 0
        for value in values {
            guard let size = nearestCount(value, over: unit, parts: parts), abs(size) < widest else {
                return nil
            }
            sizes.append(abs(size))
            limit += max(0, size)
            guard limit < widest else { return nil }
        }
        return (sizes, limit)
    }

    /// How many of the 2ⁿ subsets, the empty one included, have a sum of at most the limit; right as long as
    /// 2ⁿ has room in `Count`.
    func count<Count: FixedWidthInteger>(as type: Count.Type) -> Count {
        var table = [Count](repeating: 0, count: limit + 1)
        table[0] = 1
        var reach = 0
        for size in sizes where size <= limit {
            reach = min(reach + size, limit)
            // From the largest down, so that no size is taken twice.
            for sum in stride(from: reach, through: size, by: -1) { table[sum] += table[sum - size] }
        }
        return table.reduce(0, +)
    }

    /// The same as a share of all 2ⁿ subsets, in floating point: right to about n · 10⁻¹⁶ of itself.
    var share: Double {
        var table = [Double](repeating: 0, count: limit + 1)
        table[0] = 1
        var reach = 0
        for size in sizes {
            reach = min(reach + size, limit)
            for sum in stride(from: reach, through: 0, by: -1) {
                table[sum] = (table[sum] + (sum < size ? 0 : table[sum - size])) / 2
            }
        }
        return table.reduce(0, +)
    }
}
