/// The exact fraction `numerator / denominator` as a whole count of its parts, of which `parts` make one:
/// to the nearest, halves away from zero. With a hundred parts −597/200 is −299. Nothing on the way
/// overflows.
///
/// - Returns: nil where the denominator is not positive, or where the result has no room in `Int`.
func nearestCount<Whole: FixedWidthInteger>(
    _ numerator: Whole, over denominator: Whole, parts: Whole.Magnitude
) -> Int? {
    guard denominator > 0 else { return nil }
    let divisor = denominator.magnitude
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    // The rest is smaller than the divisor, so its parts divide to fewer than all parts of one.
    let (some, left) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: parts))
    let rounded = left >= divisor - left ? some + 1 : some

    let (most, overflows) = whole.multipliedReportingOverflow(by: parts)
    let (total, overflowsToo) = most.addingReportingOverflow(rounded)
    guard !overflows, !overflowsToo, let magnitude = Int(exactly: total) else { return nil }
    return numerator < 0 ? -magnitude : magnitude
}

extension Hundredths {
    /// The exact fraction `numerator / denominator` to the nearest hundredth, halves away from zero, for
    /// fractions that have no room in `Int`.
    ///
    /// - Returns: nil where the denominator is not positive, or where the result has no room in `Int`.
    init?<Whole: FixedWidthInteger & SignedInteger>(_ numerator: Whole, over denominator: Whole) {
        guard let count = nearestCount(numerator, over: denominator, parts: 100) else { return nil }
        self.init(count: count)
    }
}
