/// Counts the subsets of a few sizes whose sum is at most a limit, exactly, by meeting in the middle
/// (Horowitz and Sahni 1974): all sums of each half in order, then one walk through both. So 2ⁿ subsets
/// cost about 2^(n/2) steps.
///
/// The room for the sums is kept between counts, because an interval takes many counts of one team.
struct SubsetSums<Size: FixedWidthInteger> {
    /// More sizes than this would take hundreds of megabytes.
    static var mostSizes: Int { 44 }

    private var left: [Size]
    private var right: [Size]

    /// - Parameter count: The largest number of sizes that will be counted; at most `mostSizes`.
    init(roomFor count: Int) {
        left = Array(repeating: 0, count: 1 << (count / 2))
        right = Array(repeating: 0, count: 1 << (count - count / 2))
    }

    /// How many of the 2ⁿ subsets, the empty one included, have a sum of at most `limit`.
    ///
    /// - Parameter sizes: None negative. A subset's sum must have room in `Size`.
    mutating func count(of sizes: [Size], atMost limit: Size) -> Int {
        guard limit >= 0 else { return 0 }
        let middle = sizes.count / 2
        let lefts = Self.fill(&left, with: sizes[..<middle])
        let rights = Self.fill(&right, with: sizes[middle...])
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                var fitting = rights
                var count = 0
                for place in 0..<lefts {
                    while fitting > 0, left[place] + right[fitting - 1] > limit { fitting -= 1 }
                    if fitting == 0 { break }
                    count += fitting
                }
                return count
            }
        }
    }

    /// Writes the sums of all subsets in ascending order, and says how many they are.
    ///
    /// Each size doubles the sums: those without it and those with it, merged in place from the largest
    /// down. A sum is read before it is written over, for of the two next sums neither lies beyond the
    /// place to write. Those with the size run out first, since 0 is the smallest without it.
    private static func fill(_ sums: inout [Size], with sizes: ArraySlice<Size>) -> Int {
        sums.withUnsafeMutableBufferPointer { sums in
            sums[0] = 0
            var filled = 1
            for size in sizes {
                var without = filled - 1
                var with = filled - 1
                while with >= 0 {
                    let larger = sums[with] + size
                    let smaller = sums[without]
                    let place = without + with + 1
                    if larger >= smaller {
                        sums[place] = larger
                        with -= 1
                    } else {
                        sums[place] = smaller
                        without -= 1
                    }
                }
                filled *= 2
            }
            return filled
        }
    }
}
