import Testing

@testable import Measures

@Suite struct SeededRandomTests {
    @Test func `the numbers are those of SplitMix64`() {
        var random = SeededRandom(seed: 1_234_567)
        #expect(
            (0..<5).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `the same seed gives the same numbers, another seed others`() {
        var (first, second, other) = (SeededRandom(seed: 7), SeededRandom(seed: 7), SeededRandom(seed: 8))
        let numbers = (0..<20).map { _ in first.next(below: 1_000) }
        #expect(numbers == (0..<20).map { _ in second.next(below: 1_000) })
        #expect(numbers != (0..<20).map { _ in other.next(below: 1_000) })
    }

    @Test func `every number below the bound comes equally often`() {
        var random = SeededRandom(seed: 2014)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.next(below: 7)] += 1 }
        // 10,000 expected of each, with a standard deviation of 93.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    }

    @Test func `a bound that does not divide the range favours no number`() {
        // Three eighths of the range: without drawing again, one residue in three would come a quarter of the
        // time and the others three eighths.
        let bound = 3 << 61
        var random = SeededRandom(seed: 2019)
        var counts = Array(repeating: 0, count: 3)
        for _ in 0..<30_000 {
            let number = random.next(below: bound)
            #expect(number >= 0 && number < bound)
            counts[number % 3] += 1
        }
        #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    }

    @Test func `without a choice nothing is drawn`() {
        var (random, untouched) = (SeededRandom(seed: 3), SeededRandom(seed: 3))
        #expect(random.next(below: 1) == 0)
        #expect(random.next(below: 0) == 0)
        #expect(random.next(below: -5) == 0)
        #expect(random.next() == untouched.next())
    }
}
