import Testing

@testable import Measures

@Suite struct BetaDistributionTests {
    /// Printed by R 4.2.2 with qbeta(p, alpha, beta).
    @Test(arguments: [
        (0.5, 0.5, 0.025, 0.0015413331334360124), (0.5, 0.5, 0.975, 0.99845866686656404),
        (0.5, 5.5, 0.025, 9.3420600039544836e-05), (0.5, 5.5, 0.975, 0.37937714229903918),
        (3.5, 2.5, 0.025, 0.20941666407600484), (17.25, 4.75, 0.5, 0.79280083584767291),
        (120.5, 380.5, 0.975, 0.27886234729532222), (0.5, 1e7, 0.025, 4.9103457085143551e-11),
        (1e7, 0.5, 0.975, 0.9999999999508965), (1e6, 0.5, 0.025, 0.99999748805943334),
        (1e7, 1e7, 0.025, 0.49978086937263899), (1e7, 1e7, 0.975, 0.50021913062736101),
        (3e6, 7e6, 0.025, 0.29971601214310312), (2.5, 1e5, 0.001, 1.0510545778980498e-06),
        (0.5, 3, 1e-12, 2.8444444444444439e-25), (800000.5, 200000.5, 1e-6, 0.79809401959741444),
    ])
    func `quantiles agree with R`(alpha: Double, beta: Double, p: Double, expected: Double) {
        let quantile = BetaDistribution(alpha, beta).quantile(p)
        #expect(abs(quantile - expected) <= 1e-11 * expected)
    }

    /// Printed by R 4.2.2 with pbeta(x, alpha, beta).
    @Test(arguments: [
        (0.5, 0.5, 0.3, 0.36901011956554525), (3.5, 2.5, 0.5, 0.3302347273686449),
        (0.5, 40.5, 0.01, 0.63160519895259415), (40.5, 2.5, 0.9, 0.12209801073603553),
        (1e7, 1e7, 0.49995, 0.32736042462363069), (3e6, 7e6, 0.3001, 0.75493867113577795),
        (0.5, 1e7, 1e-7, 0.84270079813855869), (1e7, 0.5, 0.9999999, 0.15729920197068839),
        (0.5, 1e3, 0.7, 1), (5, 2, 1e-4, 5.9995000000000521e-20),
        (120.5, 380.5, 0.24, 0.49637505885091077), (5e5, 5e5, 0.5001, 0.57925969066905614),
    ])
    func `probabilities agree with R`(alpha: Double, beta: Double, x: Double, expected: Double) {
        let probability = BetaDistribution(alpha, beta).cumulative(at: x)
        #expect(abs(probability - expected) <= 1e-10 * expected)
    }

    @Test func `where there is a formula it holds`() {
        for x in stride(from: 0.001, to: 1, by: 0.037) {
            for whole in 1...12 {
                // Beta(n, 1) is the largest of n even draws, Beta(1, n) the smallest.
                var (power, mirrored) = (1.0, 1.0)
                for _ in 0..<whole { (power, mirrored) = (power * x, mirrored * (1 - x)) }
                let (largest, smallest) = (
                    BetaDistribution(Double(whole), 1), BetaDistribution(1, Double(whole))
                )
                #expect(abs(largest.cumulative(at: x) - power) <= 1e-13)
                #expect(abs(smallest.cumulative(at: x) - (1 - mirrored)) <= 1e-13)
            }
        }
    }

    @Test func `a quantile leaves its part below it, and mirrored parameters mirror it`() {
        var random = SeededRandom(seed: 0xBE7A)
        for _ in 0..<2_000 {
            // Parameters of every size from a half to ten millions.
            let parameters = (0..<2).map { _ in
                0.5 + Double.random(in: 0...1, using: &random)
                    * [1.0, 30, 5e3, 1e7][Int.random(in: 0...3, using: &random)]
            }
            let p = Double.random(in: 0.001...0.999, using: &random)
            let distribution = BetaDistribution(parameters[0], parameters[1])
            let quantile = distribution.quantile(p)
            // Where the share lies at 1 but for its last digit, its neighbours differ by more than this.
            let grain = distribution.weight(at: quantile) / (1 - quantile) * 1e-15
            #expect(abs(distribution.cumulative(at: quantile) - p) <= 1e-11 + grain)
            let mirrored = BetaDistribution(parameters[1], parameters[0]).quantile(1 - p)
            #expect(abs(1 - mirrored - quantile) <= 1e-11)
        }
    }

    @Test func `outside of 0 to 1 there is nothing left to find`() {
        let distribution = BetaDistribution(2, 3)
        #expect(distribution.cumulative(at: -0.1) == 0)
        #expect(distribution.cumulative(at: 0) == 0)
        #expect(distribution.cumulative(at: 1) == 1)
        #expect(distribution.cumulative(at: 1.1) == 1)
        #expect(distribution.quantile(-1) == 0)
        #expect(distribution.quantile(0) == 0)
        #expect(distribution.quantile(1) == 1)
        #expect(distribution.quantile(2) == 1)
    }

    @Test func `probability never falls as the share grows, also where the tails change hands`() {
        for (alpha, beta) in [(0.5, 0.5), (0.5, 8), (3.5, 2.5), (40, 1e4), (1e7, 1e7)] {
            let distribution = BetaDistribution(alpha, beta)
            let mean = alpha / (alpha + beta)
            var last = 0.0
            for step in -200...200 {
                let x = mean + mean * (1 - mean) * Double(step) / 200
                let probability = distribution.cumulative(at: x)
                #expect(probability >= last - 1e-14)
                last = probability
            }
        }
    }
}
