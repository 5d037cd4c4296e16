/// A decimal number kept as a whole count of hundredths, so that a printed figure is never the
/// nearest binary number to it: 298 is 2.98.
public struct Hundredths: Sendable, Equatable, Comparable {
    /// How many hundredths: 298 for 2.98, −39 for −0.39.
    public let count: Int

    public init(count: Int) {
        self.count = count
    }

    /// The exact fraction `numerator / denominator` to the nearest hundredth, halves away from zero:
    /// 2.985 becomes 2.99 and −2.985 becomes −2.99. Nothing on the way overflows.
    ///
    /// - Returns: nil where the denominator is not positive, or where the result has no room in `Int`.
    public init?(_ numerator: Int, over denominator: Int) {
        guard let count = nearestCount(numerator, over: denominator, parts: 100) else { return nil }
        self.count = count
    }

    public static func < (left: Hundredths, right: Hundredths) -> Bool {
        left.count < right.count
    }

    /// The number with exactly two decimals after the separator given: "2.98", or "2,98" for a Swedish
    /// reader.
    public func printed(decimalSeparator: String) -> String {
        let (whole, cents) = count.magnitude.quotientAndRemainder(dividingBy: 100)
        return (count < 0 ? "-" : "") + "\(whole)" + decimalSeparator + (cents < 10 ? "0" : "") + "\(cents)"
    }
}

extension Hundredths: CustomStringConvertible {
    /// With a point, as in JSON and CSV: "2.98".
    public var description: String { printed(decimalSeparator: ".") }
}
