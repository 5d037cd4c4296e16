import Foundation

/// When letters that can wait are left alone: in the evening, at night, at weekends and on Swedish holidays. Nobody is
/// to be asked about their work then.
struct QuietTime: Sendable {
    /// Where it is evening.
    let zone: TimeZone

    /// Minutes since midnight, from which and until which letters go out on a working day.
    static let morning = 8 * 60
    static let evening = 17 * 60

    static func isWorkingDay(_ day: Day) -> Bool {
        day.weekday <= 5 && !SwedishHolidays.isHoliday(day)
    }

    /// - Parameter moment: milliseconds since 1970, UTC.
    func isQuiet(at moment: Int64) -> Bool {
        let (day, minutes) = local(moment)
        return !Self.isWorkingDay(day) || !(Self.morning..<Self.evening).contains(minutes)
    }

    /// The moment itself where it is not quiet; else the next working morning.
    func end(from moment: Int64) -> Int64 {
        guard isQuiet(at: moment) else { return moment }
        let (today, minutes) = local(moment)
        var day = minutes < Self.morning ? today.number : today.number + 1
        while let next = Day(number: day), !Self.isWorkingDay(next) { day += 1 }
        return self.moment(day, Self.morning)
    }

    /// The last working day before a day.
    static func workingDay(before day: Day) -> Day {
        var number = day.number - 1
        while let earlier = Day(number: number) {
            if isWorkingDay(earlier) { return earlier }
            number -= 1
        }
        return day
    }

    private func local(_ moment: Int64) -> (day: Day, minutes: Int) {
        let there = moment + offset(moment)
        let minutes = Int((Double(there) / 60_000).rounded(.down))
        let number = Int((Double(minutes) / 1_440).rounded(.down))
        guard let day = Day(number: number) else {
            preconditionFailure("a moment outside the years 1 to 9999")
        }
        return (day, minutes - number * 1_440)
    }

    /// The moment when clocks there show so many minutes of a day.
    private func moment(_ day: Int, _ minutes: Int) -> Int64 {
        let there = Int64(day) * 86_400_000 + Int64(minutes) * 60_000
        // No clock is put forward or back at eight in the morning, so the second try is right.
        let guess = there - offset(there)
        return there - offset(guess)
    }

    /// How far the zone is ahead of Greenwich, in milliseconds.
    private func offset(_ moment: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1_000))) * 1_000
    }
}
