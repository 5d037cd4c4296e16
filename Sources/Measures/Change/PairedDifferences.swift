/// How much each person's mean has changed, as whole counts of one common part of a step, so that ties are
/// ties: with three people who answered 4, 5 and 6 items, counts of sixtieths.
///
/// `Whole` is `Int` for nearly every team there is, and `Int128` where the common denominator asks for it.
/// Only a form of some 75 items or more, answered with many different gaps, can have a common denominator
/// too large even for that; then the means are cut off at a part of about 10⁻³³ of a step, and sums that
/// lie within the cuts of each other count as equal.
struct PairedDifferences<Whole: FixedWidthInteger & SignedInteger & Sendable>: Sendable {
    /// How many parts make one step of the scale.
    let unit: Whole
    /// Each person's mean after less the mean before, in parts. In the order given.
    let values: [Whole]
    /// The people's means added up, in parts.
    let sumFrom: Whole
    let sumTo: Whole
    /// How many parts a difference may be wrong by: none, unless the means were cut off.
    let error: Whole

    /// - Returns: nil where there is nobody, where somebody has no answers, or where the numbers have no
    ///   room in `Whole`.
    init?(_ people: [(from: PersonMean, to: PersonMean)]) {
        guard let reach = Self.reach(of: people), let room = Self.room(for: people.count, reach: reach),
            let common = Self.commonDenominator(of: people), common <= room
        else { return nil }
        self.init(people, unit: common, error: 0) { Whole($0.sum) * (common / Whole($0.answers)) }
    }

    /// With parts as small as there is room for, whether or not they divide the means evenly.
    init?(cutOff people: [(from: PersonMean, to: PersonMean)]) {
        guard let reach = Self.reach(of: people), let room = Self.room(for: people.count, reach: reach)
        else { return nil }
        self.init(people, unit: room, error: 2) { mean in
            let (whole, rest) = mean.sum.quotientAndRemainder(dividingBy: mean.answers)
            let parts = Whole.Magnitude(rest.magnitude).multipliedFullWidth(by: room.magnitude)
            let cut = Whole(Whole.Magnitude(mean.answers).dividingFullWidth(parts).quotient)
            return Whole(whole) * room + (rest < 0 ? -cut : cut)
        }
    }

    /// The mean of differences or means that add up to `sum`, to the nearest hundredth, halves away from
    /// zero; nil where there is nobody to divide by.
    func hundredths(_ sum: Whole, over people: Int) -> Int? {
        // What was cut off could only have hidden a half.
        let error = error * Whole(people)
        return nearestCount(
            sum < 0 ? sum - error : sum + error, over: unit * Whole(people), parts: 100)
    }

    private init(
        _ people: [(from: PersonMean, to: PersonMean)], unit: Whole, error: Whole,
        parts: (PersonMean) -> Whole
    ) {
        var values: [Whole] = []
        values.reserveCapacity(people.count)
        var sumFrom: Whole = 0
        var sumTo: Whole = 0
        for person in people {
            let from = parts(person.from)
            let to = parts(person.to)
            values.append(to - from)
            sumFrom += from
            sumTo += to
        }
        self.unit = unit
        self.values = values
        self.sumFrom = sumFrom
        self.sumTo = sumTo
        self.error = error
    }

    /// More steps than any mean lies from zero; nil where there is nobody or somebody has no answers.
    private static func reach(of people: [(from: PersonMean, to: PersonMean)]) -> Whole? {
        var largest: UInt = 0
        for person in people {
            guard person.from.answers > 0, person.to.answers > 0 else { return nil }
            largest = max(largest, person.from.sum.magnitude / person.from.answers.magnitude)
            largest = max(largest, person.to.sum.magnitude / person.to.answers.magnitude)
        }
        return people.isEmpty || largest > mostSteps ? nil : Whole(largest) + 1
    }

    /// A mean larger than this is no answer, and would have no room in hundredths.
    private static var mostSteps: UInt { 1_000_000_000_000_000 }

    /// The most parts to a step with which everything here and in `SubsetMeans` stays within `Whole`: sums
    /// over all people of differences in half hundredths of a part.
    private static func room(for people: Int, reach: Whole) -> Whole? {
        let (whole, overflows) = Whole(people + 1).multipliedReportingOverflow(by: reach)
        let room = overflows ? 0 : Whole.max / whole / 1000
        return room > 0 ? room : nil
    }

    private static func commonDenominator(of people: [(from: PersonMean, to: PersonMean)]) -> Whole? {
        var common: Whole = 1
        for person in people {
            for answers in [person.from.answers, person.to.answers] where common % Whole(answers) != 0 {
                let divisor = greatestCommonDivisor(common, Whole(answers))
                let (product, overflows) = common.multipliedReportingOverflow(by: Whole(answers) / divisor)
                guard !overflows else { return nil }
                common = product
            }
        }
        return common
    }
}

/// The largest number that divides both; the other one where one of them is 0. Neither is negative.
func greatestCommonDivisor<Whole: BinaryInteger>(_ one: Whole, _ other: Whole) -> Whole {
    var (large, small) = (one, other)
    while small != 0 { (large, small) = (small, large % small) }
    return large
}
