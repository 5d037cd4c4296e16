/// How people would answer who had nothing in common, which agreement is measured against. The choice decides
/// the result, so more than one should be told.
public enum NullDistribution: Sendable, Equatable {
    /// Every step is as likely as the others.
    case uniform(steps: Int)
    /// Answers lean a little towards one end, as people's do who mean to be kind.
    case slightSkew(steps: Int)

    /// The variance of the answers: for a uniform distribution over A steps (A² − 1) / 12, which is 2 for
    /// five; for a slight skew from a table for five to eleven steps, 1.34 for five.
    ///
    /// Source: James, Demaree and Wolf 1984, Journal of Applied Psychology 69; the table of skews from
    /// LeBreton and Senter 2008, Organizational Research Methods 11.
    ///
    /// - Returns: nil where the scale has no two steps, or where the table does not have it.
    public var variance: Double? {
        switch self {
        case .uniform(let steps):
            steps > 1 ? (Double(steps) * Double(steps) - 1) / 12 : nil
        case .slightSkew(let steps):
            Self.slightSkews[steps]
        }
    }

    private static let slightSkews = [5: 1.34, 6: 1.85, 7: 2.90, 8: 3.47, 9: 5.66, 10: 6.30, 11: 7.31]
}
