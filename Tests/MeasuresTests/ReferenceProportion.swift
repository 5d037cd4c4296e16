import Measures

/// Limits worked out elsewhere, with the digits they are given in.
struct ReferenceProportion: Sendable {
    let count: Int
    let of: Int
    let wilson: ClosedRange<Double>
    let jeffreys: ClosedRange<Double>
    let clopperPearson: ClosedRange<Double>

    /// The study's reference values, from R 4.2.2.
    static let smallTeams = [
        ReferenceProportion(
            count: 0, of: 5, wilson: 0...0.434482, jeffreys: 0...0.379377, clopperPearson: 0...0.521824),
        ReferenceProportion(
            count: 4, of: 5, wilson: 0.375535...0.963776, jeffreys: 0.371374...0.977487,
            clopperPearson: 0.283582...0.994949),
        ReferenceProportion(
            count: 5, of: 5, wilson: 0.565518...1, jeffreys: 0.620623...1, clopperPearson: 0.478176...1),
        ReferenceProportion(
            count: 3, of: 7, wilson: 0.15822...0.749542, jeffreys: 0.138864...0.765499,
            clopperPearson: 0.098988...0.815948),
        ReferenceProportion(
            count: 6, of: 9, wilson: 0.354202...0.879416, jeffreys: 0.347792...0.895787,
            clopperPearson: 0.299295...0.925145),
    ]

    /// Printed by R: prop.test(count, of, correct = FALSE), qbeta with count + ½ and of − count + ½, and
    /// binom.test.
    static let fromR = [
        ReferenceProportion(
            count: 42, of: 65, wilson: 0.524751060102330...0.751245415357143,
            jeffreys: 0.525582642948343...0.754031267696205,
            clopperPearson: 0.517690543511323...0.760824528848476),
        ReferenceProportion(
            count: 500_123, of: 1_000_000, wilson: 0.499143019447159...0.501102979607845,
            jeffreys: 0.499143018867517...0.501102980420485,
            clopperPearson: 0.499142518868724...0.501103480418796),
        ReferenceProportion(
            count: 3, of: 1_000_000, wilson: 1.02027124096812e-06...8.82114977431244e-06,
            jeffreys: 8.44935289550685e-07...8.00636009424322e-06,
            clopperPearson: 6.18672550190639e-07...8.76724778814522e-06),
    ]
}

extension Interval {
    /// Whether both limits agree with the reference to within `tolerance`.
    func agrees(with reference: ClosedRange<Double>, within tolerance: Double) -> Bool {
        abs(lower - reference.lowerBound) <= tolerance && abs(upper - reference.upperBound) <= tolerance
    }
}
