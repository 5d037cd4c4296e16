extension Day {
    /// Days since 1 January 1970 in the Gregorian calendar, which is carried back to the year 1 as ISO 8601 does:
    /// the difference of two is how many days lie between them.
    ///
    /// A year is taken to begin in March, so that the leap day comes last and each month has a fixed place.
    var number: Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        return Day.before(year: marchYear) + Day.before(month: marchMonth) + day - 1 - Day.epoch
    }

    /// From 1 for Monday to 7 for Sunday.
    var weekday: Int { (number + 719_162) % 7 + 1 }

    /// The day with this number; nil before the year 1 and after the year 9999.
    init?(number: Int) {
        let lowest = -719_162
        let highest = 2_932_896
        guard (lowest...highest).contains(number) else { return nil }
        let days = number + Day.epoch
        // Leap years spread evenly, 97 in 400 years, find the year or one after it.
        var marchYear = 400 * days / 146_097 + 1
        while Day.before(year: marchYear) > days { marchYear -= 1 }
        let rest = days - Day.before(year: marchYear)
        let marchMonth = (5 * rest + 2) / 153
        self.init(
            year: marchMonth < 10 ? marchYear : marchYear + 1,
            month: marchMonth < 10 ? marchMonth + 3 : marchMonth - 9,
            day: rest - Day.before(month: marchMonth) + 1)
    }

    /// Days before a year that begins in March, from that of the year 0.
    private static func before(year: Int) -> Int { 365 * year + year / 4 - year / 100 + year / 400 }

    /// Days of such a year before a month, March being month 0: the lengths 31, 30, 31, 30, 31 come round.
    private static func before(month: Int) -> Int { (153 * month + 2) / 5 }

    /// 1 January 1970, counted from 1 March of the year 0.
    private static let epoch = 719_468
}
