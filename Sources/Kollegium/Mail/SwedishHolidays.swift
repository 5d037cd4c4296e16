/// Days on which schools in Sweden rest: public holidays, and the eves that everybody keeps like them.
enum SwedishHolidays {
    static func isHoliday(_ day: Day) -> Bool {
        switch (day.month, day.day) {
        // New year, Epiphany, the first of May, the national day, Christmas and the eves before.
        case (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31): true
        // Midsummer's eve is a Friday, its day the Saturday after it; All Saints is a Saturday.
        case (6, 19...25) where day.weekday == 5, (6, 20...26) where day.weekday == 6: true
        case (10, 31) where day.weekday == 6, (11, 1...6) where day.weekday == 6: true
        default: aroundEaster.contains(day.number - easter(in: day.year).number)
        }
    }

    /// Good Friday, the days from Easter's eve to its Monday, Ascension, Whitsun: days after Easter Sunday.
    private static let aroundEaster: Set<Int> = [-2, -1, 0, 1, 39, 48, 49]

    /// Easter Sunday: the Sunday after the first full moon of spring, as the Gregorian calendar reckons that moon.
    static func easter(in year: Int) -> Day {
        let (golden, century) = (year % 19, year / 100)
        // Days from 21 March to the full moon: eleven days earlier each year, and corrected once or twice in a century
        // for the leap years that are left out and for what nineteen years of moons differ from nineteen of the sun.
        var moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30
        // A moon has 29 days or 30: the last two places of the row are moved up where they would collide.
        if moon == 29 || moon == 28 && golden > 10 { moon -= 1 }
        guard let spring = Day(year: year, month: 3, day: 21),
            let full = Day(number: spring.number + moon),
            let sunday = Day(number: full.number + 7 - full.weekday % 7)
        else { preconditionFailure("a day is in a year between 1 and 9999") }
        return sunday
    }
}
