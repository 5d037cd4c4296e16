import Measures
import Testing

@Suite struct HundredthsTests {
    @Test(arguments: [
        (194, 65, 298), (480, 117, 410), (195, 65, 300),
        (1, 3, 33), (2, 3, 67), (0, 7, 0), (7, 7, 100), (-2, 3, -67),
    ])
    func `a fraction goes to the nearest hundredth`(numerator: Int, denominator: Int, count: Int) {
        #expect(Hundredths(numerator, over: denominator)?.count == count)
    }

    @Test(arguments: [
        (1, 200, 1), (-1, 200, -1), (597, 200, 299), (-597, 200, -299), (1, 8, 13), (-1, 8, -13),
        (199, 40000, 0), (-199, 40000, 0), (201, 40000, 1),
    ])
    func `a half goes away from zero, and what is less than a half does not`(
        numerator: Int, denominator: Int, count: Int
    ) {
        #expect(Hundredths(numerator, over: denominator)?.count == count)
    }

    @Test func `every small fraction lies within half a hundredth, and ties are the larger in size`() throws {
        for denominator in 1...45 {
            for numerator in -450...450 {
                let count = try #require(Hundredths(numerator, over: denominator)?.count)
                // Both sides of count/100 − numerator/denominator, times 200 · denominator.
                let error = 2 * count * denominator - 200 * numerator
                #expect(abs(error) <= denominator)
                if abs(error) == denominator {
                    #expect(abs(2 * count * denominator) > abs(200 * numerator))
                }
            }
        }
    }

    @Test func `millions of answers and the largest integers do not overflow`() {
        #expect(Hundredths(14_925_000_000, over: 5_000_000_000)?.count == 299)
        #expect(Hundredths(.max, over: .max)?.count == 100)
        #expect(Hundredths(.min, over: .max)?.count == -100)
        #expect(Hundredths(.max / 2 + 1, over: .max)?.count == 50)
        #expect(Hundredths(.max - 1, over: .max)?.count == 100)
        #expect(Hundredths(1, over: .max)?.count == 0)
    }

    @Test func `there is no number without a positive denominator, nor one too large to hold`() {
        #expect(Hundredths(3, over: 0) == nil)
        #expect(Hundredths(3, over: -4) == nil)
        #expect(Hundredths(.max, over: 1) == nil)
        #expect(Hundredths(.min, over: 1) == nil)
    }

    @Test(arguments: [
        (298, "2.98", "2,98"), (300, "3.00", "3,00"), (410, "4.10", "4,10"), (5, "0.05", "0,05"),
        (9, "0.09", "0,09"), (10, "0.10", "0,10"),
        (0, "0.00", "0,00"), (-39, "-0.39", "-0,39"), (-100, "-1.00", "-1,00"), (12345, "123.45", "123,45"),
        (Int.min, "-92233720368547758.08", "-92233720368547758,08"),
    ])
    func `it prints two decimals, after a point or a comma`(count: Int, point: String, comma: String) {
        #expect(Hundredths(count: count).description == point)
        #expect(Hundredths(count: count).printed(decimalSeparator: ",") == comma)
    }

    @Test func `it is ordered as the number it stands for`() {
        let shuffled = [410, -39, 298, 0, -100].map(Hundredths.init(count:))
        #expect(shuffled.sorted().map(\.description) == ["-1.00", "-0.39", "0.00", "2.98", "4.10"])
    }
}
