import Testing

@testable import Kollegium

@Suite struct WaveRemindersTests {
    @Test(arguments: [
        // Three weeks from a Tuesday, closing after a Friday: a week before, and on the Thursday.
        ("2013-09-03", "2013-09-21", "2013-09-16 2013-09-19"),
        // The third ends on a Saturday, the last days are a weekend.
        ("2014-05-12", "2014-06-09", "2014-05-30 2014-06-04"),
        // Two weeks up to midsummer's eve: the last working day is a Thursday.
        ("2014-06-09", "2014-06-21", "2014-06-18"),
        // A week: one reminder.
        ("2013-09-02", "2013-09-07", "2013-09-05"),
        // Two days, or one: none.
        ("2013-09-03", "2013-09-05", ""), ("2013-09-03", "2013-09-04", ""), ("2013-09-03", "2013-09-06", ""),
    ])
    func `reminders come when a third and when one working day is left`(
        _ opens: String, _ closes: String, _ expected: String
    ) throws {
        let reminders = WaveReminders(from: try #require(Day(opens)), until: try #require(Day(closes)))
        #expect(reminders.days.map(\.description).joined(separator: " ") == expected)
    }

    @Test func `reminders are at most two, in order, by day, and never the day after the invitation`() throws
    {
        let start = try #require(Day("2013-01-01")).number
        for first in stride(from: start, to: start + 800, by: 3) {
            for length in 1...70 {
                let opens = try #require(Day(number: first))
                let closes = try #require(Day(number: first + length))
                let days = WaveReminders(from: opens, until: closes).days
                #expect(days.count <= 2 && days == days.sorted())
                if days.count == 2 { #expect(days[1].number > days[0].number + 1) }
                for day in days {
                    #expect(QuietTime.isWorkingDay(day) && day.number > first + 1 && day < closes)
                }
            }
        }
    }
}
