import Foundation
import Testing

@testable import Kollegium

@Suite struct QuietTimeTests {
    /// From the almanacs.
    private static let easters = [
        1900: "04-15", 1913: "03-23", 1943: "04-25", 1954: "04-18", 1981: "04-19", 2000: "04-23",
        2001: "04-15",
        2002: "03-31", 2003: "04-20", 2004: "04-11", 2005: "03-27", 2006: "04-16", 2007: "04-08",
        2008: "03-23",
        2009: "04-12", 2010: "04-04", 2011: "04-24", 2012: "04-08", 2013: "03-31", 2014: "04-20",
        2015: "04-05",
        2016: "03-27", 2017: "04-16", 2018: "04-01", 2019: "04-21", 2020: "04-12", 2021: "04-04",
        2022: "04-17",
        2023: "04-09", 2024: "03-31", 2025: "04-20", 2026: "04-05", 2027: "03-28", 2028: "04-16",
        2029: "04-01",
        2030: "04-21", 2031: "04-13", 2032: "03-28", 2033: "04-17", 2034: "04-09", 2035: "03-25",
        2036: "04-13",
        2037: "04-05", 2038: "04-25", 2039: "04-10", 2040: "04-01", 2049: "04-18", 2076: "04-19",
        2100: "03-28",
        2200: "04-06",
    ]

    @Test func `Easter is when the almanacs have it`() {
        for (year, day) in Self.easters {
            #expect("\(SwedishHolidays.easter(in: year))" == "\(year)-\(day)")
        }
    }

    @Test func `Easter is on a Sunday from 22 March to 25 April, and all such days come`() throws {
        var met: Set<String> = []
        for year in 1600..<6000 {
            let easter = SwedishHolidays.easter(in: year)
            #expect(easter.weekday == 7)
            met.insert("\(easter.month)-\(easter.day)")
        }
        let first = try #require(Day("2015-03-22")).number
        let all = (first..<first + 35).compactMap { Day(number: $0) }.map { "\($0.month)-\($0.day)" }
        #expect(met == Set(all))
    }

    /// Every weekday of the year on which people are free, from the almanacs.
    @Test(arguments: [
        (2013, "01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31"),
        (2014, "01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31"),
        (2015, "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31"),
        (2020, "01-01 01-06 04-10 04-13 05-01 05-21 06-19 12-24 12-25 12-31"),
        (2024, "01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31"),
        (2026, "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31"),
        (2027, "01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31"),
        (2035, "01-01 03-23 03-26 05-01 05-03 06-06 06-22 12-24 12-25 12-26 12-31"),
    ])
    func `weekdays without work are the almanac's`(_ year: Int, _ days: String) throws {
        let first = try #require(Day(year: year, month: 1, day: 1)).number
        let free = (first..<first + 366).compactMap { Day(number: $0) }.filter {
            $0.year == year && $0.weekday <= 5 && !QuietTime.isWorkingDay($0)
        }
        #expect(free.map { String("\($0)".dropFirst(5)) } == days.split(separator: " ").map(String.init))
    }

    @Test(arguments: [
        // A Tuesday: before, at, within and after the working day.
        ("2014-06-03T07:59", "2014-06-03T08:00"), ("2014-06-03T08:00", "2014-06-03T08:00"),
        ("2014-06-03T16:59", "2014-06-03T16:59"), ("2014-06-03T17:00", "2014-06-04T08:00"),
        // The evening before the national day, and the weekend after it.
        ("2014-06-05T17:01", "2014-06-09T08:00"), ("2014-06-07T12:00", "2014-06-09T08:00"),
        // Maundy Thursday's evening, to the Tuesday after Easter.
        ("2015-04-02T19:00", "2015-04-07T08:00"), ("2014-06-19T17:00", "2014-06-23T08:00"),
        // Christmas of a year in which its days are on Thursday and Friday.
        ("2014-12-23T18:00", "2014-12-29T08:00"), ("2014-12-30T18:00", "2015-01-02T08:00"),
        ("2015-01-05T23:00", "2015-01-07T08:00"),
        // Over the nights when clocks are put forward and back.
        ("2015-03-28T22:00", "2015-03-30T08:00"), ("2015-10-24T22:00", "2015-10-26T08:00"),
        ("2015-03-29T01:30", "2015-03-30T08:00"),
    ])
    func `a letter waits for the next working morning`(_ from: String, _ to: String) throws {
        let quiet = try Self.stockholm()
        #expect(quiet.end(from: try Self.moment(from)) == (try Self.moment(to)))
    }

    @Test func `what has been moved is not moved again, and never far`() throws {
        let quiet = try Self.stockholm()
        let start = try Self.moment("2013-01-01T00:00")
        for hour in 0..<(3 * 366 * 24) {
            let moment = start + Int64(hour) * 3_600_000
            let end = quiet.end(from: moment)
            #expect(end >= moment && !quiet.isQuiet(at: end) && quiet.end(from: end) == end)
            // Christmas with a weekend beside it is the longest.
            #expect(end - moment < 6 * 86_400_000)
        }
    }

    private static func stockholm() throws -> QuietTime {
        QuietTime(zone: try #require(TimeZone(identifier: "Europe/Stockholm")))
    }

    private static func moment(_ text: String) throws -> Int64 {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "Europe/Stockholm")
        formatter.dateFormat = "yyyy-MM-dd'T'HH:mm"
        return Int64(try #require(formatter.date(from: text)).timeIntervalSince1970 * 1_000)
    }
}
