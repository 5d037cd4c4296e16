import Foundation
import Testing

@testable import Kollegium

@Suite struct DayNumberTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("1970-12-31", 364), ("2000-02-29", 11_016),
        ("2000-03-01", 11_017), ("1900-02-28", -25_509), ("1900-03-01", -25_508), ("2014-06-05", 16_226),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `a day is numbered from 1970, and found again by its number`(text: String, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(Day(number: number) == day)
    }

    @Test func `there is no day before the year 1 nor after the year 9999`() {
        #expect(Day(number: -719_163) == nil)
        #expect(Day(number: 2_932_897) == nil)
        #expect(Day(number: .min) == nil)
        #expect(Day(number: .max) == nil)
    }

    /// Foundation's own calendar, stepped through from day to day, as a witness. It changes to the Gregorian
    /// one in 1582, so it is asked from there on.
    @Test func `every day of eight hundred years has the number after that of the day before`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var date = try #require(calendar.date(from: DateComponents(year: 1600, month: 1, day: 1)))
        var number = -135_140
        while number < 157_054 {
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let day = Day(number: number)
            #expect(day?.year == parts.year && day?.month == parts.month && day?.day == parts.day)
            #expect(day?.number == number)
            date += 86_400
            number += 1
        }
        #expect(calendar.component(.year, from: date) == 2400)
    }

    @Test func `no day of the calendar is left out`() {
        var last = -719_163
        for year in [1, 2, 3, 4, 100, 101, 400, 401, 9_999] {
            if year > 4 { last = Day(year: year, month: 1, day: 1).map { $0.number - 1 } ?? 0 }
            for month in 1...12 {
                for day in 1...31 {
                    guard let number = Day(year: year, month: month, day: day)?.number else { continue }
                    #expect(number == last + 1)
                    last = number
                }
            }
        }
    }
}
