/// Limits for a team's mean change that assume nothing about how changes are distributed, only that each
/// person's was as likely to lie on either side of the middle: of the 2ⁿ − 1 means of the non-empty subsets
/// of the differences, the k-th smallest and the k-th largest, with k = ⌊0.025 · 2ⁿ⌋.
///
/// Source: Hartigan 1969, Using subsample values as typical values, Journal of the American Statistical
/// Association 64. The limits enclose the middle with a chance of 1 − 2k/2ⁿ, so of at least 95 %.
///
/// What is wanted of the k-th mean is the hundredth it rounds to, so it is not looked for among all means:
/// the border between two hundredths is, below which at least k means lie. A subset's mean lies below a
/// border when its differences, each taken less the border, add up to less than nothing.
struct SubsetMeans<Whole: FixedWidthInteger & SignedInteger & Sendable> {
    /// With more people than this the subsets are drawn: `DrawnSubsetMeans`.
    static var mostPeople: Int { 16 }

    private let differences: PairedDifferences<Whole>
    /// Room used anew for every border.
    private var sizes: [Whole]
    private var sums: SubsetSums<Whole>

    /// - Parameter differences: Of at most `mostPeople` people.
    init(of differences: PairedDifferences<Whole>) {
        self.differences = differences
        sizes = differences.values
        sums = SubsetSums(roomFor: sizes.count)
    }

    /// Both limits, each rounded to hundredths from its exact fraction; nil where k is 0, with fewer than six
    /// people.
    mutating func limits() -> HundredthsInterval? {
        let place = (1 << sizes.count) / 40
        guard place > 0, let lower = smallest(place, signed: 1), let upper = smallest(place, signed: -1)
        else { return nil }
        return HundredthsInterval(lower: Hundredths(count: lower), upper: Hundredths(count: -upper))
    }

    /// The hundredth that the mean at a place from the smallest rounds to, with all differences as they are
    /// or with all signs changed.
    private mutating func smallest(_ place: Int, signed sign: Whole) -> Int? {
        var least = differences.values[0] * sign
        var sum: Whole = 0
        for value in differences.values {
            least = min(least, value * sign)
            sum += value * sign
        }
        // No mean is smaller than the smallest difference. Of a subset and the people not in it, one has a
        // mean that is not above everybody's, so at least half of all means are not.
        guard var low = differences.hundredths(least, over: 1),
            var high = differences.hundredths(sum, over: differences.values.count)
        else { return nil }
        while low < high {
            let middle = low + (high - low) / 2
            if means(roundingToAtMost: middle, signed: sign) >= place {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }

    /// How many non-empty subsets have a mean that rounds to at most so many hundredths.
    private mutating func means(roundingToAtMost hundredths: Int, signed sign: Whole) -> Int {
        // In half hundredths, so that the border is a whole number of them.
        let border = Whole(2 * hundredths + 1)
        var below: Whole = 0
        for (place, value) in differences.values.enumerated() {
            let excess = 200 * value * sign - border * differences.unit
            if excess < 0 { below -= excess }
            sizes[place] = abs(excess)
        }
        // Leaving out what lies below the border instead of taking it makes all sizes positive, and moves
        // every sum by the same.
        let error = 200 * differences.error * Whole(sizes.count)
        if border > 0 {
            // A mean on the border rounds up, away from zero, and is not among them.
            return sums.count(of: sizes, atMost: below - 1 - error)
        }
        // A mean on the border is among them, and so would be the empty subset.
        return sums.count(of: sizes, atMost: below + error) - 1
    }
}
