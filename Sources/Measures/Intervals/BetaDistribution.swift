import RealModule

/// The beta distribution: how likely each share between 0 and 1 is, for the intervals.
///
/// Good to ten decimals for parameters from 0.5 to 10⁷. They must be positive and finite.
struct BetaDistribution {
    let alpha: Double
    let beta: Double

    init(_ alpha: Double, _ beta: Double) {
        self.alpha = alpha
        self.beta = beta
    }

    /// The probability of a share of at most `x`: the regularised incomplete beta function. 0 below the
    /// shares and 1 above them.
    ///
    /// The continued fraction converges fast only left of the mean, so right of it the other tail is taken.
    func cumulative(at x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let beyond = beyondMean(x)
        return beyond <= 0
            ? weight(at: x) * continuedFraction(alpha, beta, at: x, before: -beyond)
            : 1 - weight(at: x) * continuedFraction(beta, alpha, at: 1 - x, before: beyond)
    }

    /// How far `x` lies beyond the mean α / (α + β), times α + β.
    private func beyondMean(_ x: Double) -> Double {
        x * beta - (1 - x) * alpha
    }

    /// xᵅ(1 − x)ᵝ / B(α, β): the density times x(1 − x).
    ///
    /// From the gamma functions' logarithms it would be a small difference of numbers as large as the
    /// parameters, and lose the digits in which they agree. Instead it is told by how far `x` lies from the
    /// mean, and by what Stirling's formula leaves out (Loader 2000, for the binomial distribution).
    func weight(at x: Double) -> Double {
        let total = alpha + beta
        let beyond = beyondMean(x)
        let exponent =
            alpha * logarithmBeyondLinear(beyond / alpha, ratio: x * (total / alpha))
            + beta * logarithmBeyondLinear(-beyond / beta, ratio: (1 - x) * (total / beta))
        let stirling = stirlingRemainder(total) - stirlingRemainder(alpha) - stirlingRemainder(beta)
        return (alpha / total * beta / (2 * .pi)).squareRoot() * .exp(exponent + stirling)
    }
}

/// What the weight is multiplied by to give the tail below `x`: 1 / (b₁ + a₂ / (b₂ + a₃ / (b₃ + …))), where
/// every part is positive until the terms no longer matter, so no digits are lost. For parameters of 10⁷ it
/// takes some thousand terms at the mean, elsewhere far fewer.
///
/// Source: DiDonato and Morris 1992, ACM Transactions on Mathematical Software; taken from the front by
/// Lentz's method (Thompson and Barnett 1986).
///
/// - Parameter before: α(1 − x) − βx, which must not be negative: `x` lies before the mean.
private func continuedFraction(_ alpha: Double, _ beta: Double, at x: Double, before: Double) -> Double {
    var denominator = alpha * (before + 1) / (alpha + 1)
    var front = denominator
    var back = 0.0
    for term in 1...1_000_000 {
        let n = Double(term)
        let odd = alpha + 2 * n - 1
        let a = (alpha + n - 1) / odd * (alpha + beta + n - 1) / odd * n * (beta - n) * x * x
        let b = n + n * (beta - n) * x / odd + (alpha + n) * (before + 1 + n * (2 - x)) / (odd + 2)
        front = b + a / front
        back = 1 / (b + a * back)
        denominator *= front * back
        // Asked this way round, what is not a number ends it too.
        guard abs(front * back - 1) > .ulpOfOne else { break }
    }
    return 1 / denominator
}
