import RealModule

/// log(1 + δ) − δ, without losing digits where δ is small.
///
/// With r = δ / (2 + δ), log(1 + δ) is 2(r + r³/3 + r⁵/5 + …) and δ itself is 2r/(1 − r), so the difference
/// is −rδ + 2(r³/3 + r⁵/5 + …).
///
/// - Parameter ratio: 1 + δ, given apart because it is the more exact of the two where δ is near −1.
func logarithmBeyondLinear(_ delta: Double, ratio: Double) -> Double {
    guard abs(delta) < 0.2 else { return .log(ratio) - delta }
    let r = delta / (2 + delta)
    var power = r * r * r
    var series = 0.0
    var odd = 3.0
    // r is at most 1/9, so nine terms reach the last digit.
    for _ in 0..<9 {
        series += power / odd
        power *= r * r
        odd += 2
    }
    return 2 * series - r * delta
}

/// What Stirling's formula (z − ½) log z − z + ½ log 2π leaves out of log Γ(z), for z > 0.
///
/// Source: the asymptotic series of DLMF 5.11.1; below 15, where it is not exact enough, log Γ itself.
func stirlingRemainder(_ z: Double) -> Double {
    guard z >= 15 else {
        return .logGamma(z) - ((z - 0.5) * .log(z) - z + 0.5 * .log(2 * .pi))
    }
    let coefficients = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360]
    // By Horner's rule in 1/z².
    return coefficients.reversed().reduce(0) { $0 / (z * z) + $1 } / z
}
