/// Random numbers that are the same in every run and on every machine, so that a figure that rests on them
/// can be had again from its seed.
///
/// Source: SplitMix64 (Steele, Lea and Flood 2014). Not for secrets: who sees one number knows the next.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, not including, `bound`, each as likely as the others. A bound of one or
    /// less leaves no choice: 0, and nothing is drawn.
    ///
    /// The standard library has the same, but does not promise to draw the same numbers in its next version.
    ///
    /// Source: Lemire 2019. The upper half of 64 bits times the bound is the number; the few products that
    /// would make some numbers likelier than others are drawn again.
    mutating func next(below bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let range = UInt64(bound)
        let unfair = (0 &- range) % range
        while true {
            let (number, rest) = next().multipliedFullWidth(by: range)
            if rest >= unfair { return Int(number) }
        }
    }
}
