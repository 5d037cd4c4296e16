import RealModule

/// The restricted likelihood of the one-way random effects model, as a function of one number: λ, the
/// variance between teams over that within. Everything else follows from λ.
///
/// With nᵢ the size and ȳᵢ the mean of team i, N the number of all values, S the squares within teams and
/// wᵢ = nᵢ / (1 + λ nᵢ), the mean is m = Σ wᵢ ȳᵢ / Σ wᵢ, Q = Σ wᵢ (ȳᵢ − m)², and twice the negative logarithm
/// of the likelihood is, but for a constant,
///
///     (N − 1) log (S + Q) + Σ log (1 + λ nᵢ) + log Σ wᵢ
///
/// Source: Patterson and Thompson 1971, Biometrika 58; Harville 1977, Journal of the American Statistical
/// Association 72.
struct RestrictedLikelihood {
    private let layout: OneWayLayout

    /// - Parameter layout: With squares within teams above 0.
    init(_ layout: OneWayLayout) {
        self.layout = layout
    }

    /// The λ at which the likelihood is largest, to the last digits of a `Double`; 0 where no difference
    /// between teams can be seen.
    ///
    /// With teams of very different sizes the likelihood may have more than one top, and may fall from 0 on
    /// before it rises to its highest: where the large teams agree and some small ones lie far apart. So λ is
    /// looked for wherever the slope turns from rising to falling, and the highest top is taken.
    var largestAt: Double {
        var tops: [Double] = []
        var last = 0.0
        var wasRising = slope(at: 0) > 0
        if !wasRising { tops.append(0) }
        // From far below what any study could tell from 0 to far above what the digits of a value can show.
        for power in -40...120 {
            let ratio = Double(sign: .plus, exponent: power, significand: 1)
            let isRising = slope(at: ratio) > 0
            if wasRising, !isRising { tops.append(top(between: last, and: ratio)) }
            wasRising = isRising
            last = ratio
        }
        return tops.min { deviance(at: $0) < deviance(at: $1) } ?? last
    }

    /// The mean m and the variance within teams that belong to a λ, and the sum of the weights wᵢ.
    func estimates(at ratio: Double) -> (mean: Double, variance: Double, weight: Double) {
        let sums = sums(at: ratio)
        return (sums.mean, (layout.squaresWithin + sums.squares) / (layout.count - 1), sums.weight)
    }

    /// Halving, since a slope that is nearly flat would send any quicker step astray.
    private func top(between rising: Double, and falling: Double) -> Double {
        var (low, high) = (rising, falling)
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return low }
            if slope(at: middle) > 0 { low = middle } else { high = middle }
        }
    }

    /// Twice the slope of the likelihood's logarithm.
    private func slope(at ratio: Double) -> Double {
        let sums = sums(at: ratio)
        let spread = (layout.count - 1) * sums.weightedSquares / (layout.squaresWithin + sums.squares)
        return spread - sums.weight + sums.weightSquares / sums.weight
    }

    private func deviance(at ratio: Double) -> Double {
        let sums = sums(at: ratio)
        let sizes = layout.sizes.reduce(0) { $0 + .log(onePlus: ratio * $1) }
        return (layout.count - 1) * .log(layout.squaresWithin + sums.squares) + sizes + .log(sums.weight)
    }

    /// Σ wᵢ, Σ wᵢ², m, Q and Σ wᵢ² (ȳᵢ − m)².
    private func sums(
        at ratio: Double
    ) -> (weight: Double, weightSquares: Double, mean: Double, squares: Double, weightedSquares: Double) {
        var weight = 0.0
        var weightSquares = 0.0
        var weighted = 0.0
        let first = layout.means[0]
        for (size, mean) in zip(layout.sizes, layout.means) {
            let share = size / (1 + ratio * size)
            weight += share
            weightSquares += share * share
            weighted += share * (mean - first)
        }
        let middle = first + weighted / weight
        var squares = 0.0
        var weightedSquares = 0.0
        for (size, mean) in zip(layout.sizes, layout.means) {
            let share = size / (1 + ratio * size)
            let square = share * (mean - middle) * (mean - middle)
            squares += square
            weightedSquares += share * square
        }
        return (weight, weightSquares, middle, squares, weightedSquares)
    }
}
