import Foundation

/// A moment as a bundle writes it: a day, perhaps a time of day, perhaps a zone.
struct Moment {
    let day: Day
    /// Minutes since midnight and seconds, nil where only the day is known.
    let time: (minutes: Int, seconds: Int)?
    /// Seconds east of Greenwich, nil for local time.
    let offset: Int?

    /// ISO 8601: `2013-09-03`, `2013-09-03T14:30`, `2013-09-03T14:30:00+02:00`, `…Z`; a space may stand for T.
    init?(_ text: some Collection<UInt8>) {
        let bytes = Array(text)
        guard let day = Day(bytes.prefix(10)) else { return nil }
        self.day = day
        guard bytes.count > 10 else {
            time = nil
            offset = nil
            return
        }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
        let rest = bytes[11...]
        let clock = rest.prefix { ![UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0) }
        guard let time = Moment.clock(clock) else { return nil }
        self.time = time
        let zone = rest.dropFirst(clock.count)
        if zone.isEmpty {
            offset = nil
        } else if zone.elementsEqual([UInt8(ascii: "Z")]) {
            offset = 0
        } else {
            let east = zone.first == UInt8(ascii: "+") ? 1 : -1
            guard let (minutes, seconds) = Moment.clock(zone.dropFirst()), seconds == 0 else { return nil }
            offset = east * minutes * 60
        }
    }

    /// `14:30` or `14:30:59`; fractions of a second are passed over.
    private static func clock(_ bytes: ArraySlice<UInt8>) -> (minutes: Int, seconds: Int)? {
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts[0].count == 2, parts[1].count == 2 else {
            return nil
        }
        guard let hour = wholeNumber(parts[0]), let minute = wholeNumber(parts[1]), hour < 24, minute < 60
        else {
            return nil
        }
        guard parts.count == 3 else { return (hour * 60 + minute, 0) }
        let digits = parts[2].split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard digits[0].count == 2, let second = wholeNumber(digits[0]), second < 60 else { return nil }
        guard digits.count == 1 || wholeNumber(digits[1].prefix(9)) != nil else { return nil }
        return (hour * 60 + minute, second)
    }

    /// The wall-clock reading in `zone`: `2013-09-03T14:30`, with seconds only where there are any.
    func local(in zone: TimeZone) -> String {
        guard let time else { return day.description }
        guard let offset else { return Moment.text(day, time.minutes, time.seconds) }
        var utc = Calendar(identifier: .gregorian)
        utc.timeZone = .gmt
        let components = DateComponents(
            year: day.year, month: day.month, day: day.day, minute: time.minutes,
            second: time.seconds - offset)
        guard let instant = utc.date(from: components) else { return day.description }
        var there = Calendar(identifier: .gregorian)
        there.timeZone = zone
        let seen = there.dateComponents([.year, .month, .day, .hour, .minute, .second], from: instant)
        guard let year = seen.year, let month = seen.month, let dayOfMonth = seen.day,
            let date = Day(year: year, month: month, day: dayOfMonth)
        else { return day.description }
        return Moment.text(date, (seen.hour ?? 0) * 60 + (seen.minute ?? 0), seen.second ?? 0)
    }

    private static func text(_ day: Day, _ minutes: Int, _ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(day)T\(two(minutes / 60)):\(two(minutes % 60))"
        return seconds == 0 ? clock : clock + ":\(two(seconds))"
    }
}
