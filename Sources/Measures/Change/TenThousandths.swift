/// A decimal number kept as a whole count of ten-thousandths, as shares and probabilities are told with
/// four decimals: 156 is 0.0156.
public struct TenThousandths: Sendable, Equatable, Comparable {
    /// How many ten-thousandths: 9091 for 0.9091.
    public let count: Int

    public init(count: Int) {
        self.count = count
    }

    /// The exact fraction `numerator / denominator` to the nearest ten-thousandth, halves away from zero:
    /// 1/32 is 0.03125 and becomes 0.0313. Nothing on the way overflows.
    ///
    /// - Returns: nil where the denominator is not positive, or where the result has no room in `Int`.
    public init?(_ numerator: Int, over denominator: Int) {
        guard let count = nearestCount(numerator, over: denominator, parts: 10_000) else { return nil }
        self.count = count
    }

    /// The same for fractions that have no room in `Int`.
    init?<Whole: FixedWidthInteger & SignedInteger>(_ numerator: Whole, over denominator: Whole) {
        guard let count = nearestCount(numerator, over: denominator, parts: 10_000) else { return nil }
        self.count = count
    }

    public static func < (left: TenThousandths, right: TenThousandths) -> Bool {
        left.count < right.count
    }

    /// The number with exactly four decimals after the separator given: "0.0156", or "0,0156" for a
    /// Swedish reader.
    public func printed(decimalSeparator: String) -> String {
        let (whole, parts) = count.magnitude.quotientAndRemainder(dividingBy: 10_000)
        let digits = String(parts)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        return (count < 0 ? "-" : "") + "\(whole)" + decimalSeparator + zeros + digits
    }
}

extension TenThousandths: CustomStringConvertible {
    /// With a point, as in JSON and CSV: "0.0156".
    public var description: String { printed(decimalSeparator: ".") }
}
