extension BetaDistribution {
    /// The share that a part `p` of the distribution lies at or below: 0 for `p <= 0` and 1 for `p >= 1`.
    ///
    /// Newton's steps, kept between two shares known to lie on either side. A step that would leave them, or
    /// that is not clearly shorter than the one before last, is replaced by halving, so it cannot run away.
    func quantile(_ p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard p < 1 else { return 1 }
        var (lower, upper) = (0.0, 1.0)
        var x = alpha / (alpha + beta)
        var (step, stepBefore) = (1.0, 1.0)
        // Halving alone needs at most as many rounds as there are powers of two above 0.
        for _ in 0..<1_100 {
            let excess = cumulative(at: x) - p
            if excess == 0 { return x }
            if excess < 0 { lower = x } else { upper = x }

            let newton = excess / (weight(at: x) / (x * (1 - x)))
            let next = x - newton
            let isTame = lower < next && next < upper && 2 * abs(newton) < abs(stepBefore)
            (stepBefore, step) = (step, isTame ? newton : (upper - lower) / 2)
            let moved = isTame ? next : lower + (upper - lower) / 2
            if abs(moved - x) <= x.ulp || moved == lower || moved == upper { return moved }
            x = moved
        }
        return x
    }
}
