/// How the language writes moments of a day.
extension Language {
    /// From local wall time as it is stored: `tis 3 sep 2013, 14.30`, or the day where no time is known.
    func moment(_ starts: String) -> String {
        guard let (day, time) = Self.parts(starts) else { return starts }
        return weekdayAndDate(day) + (time.map { ", " + clock($0) } ?? "")
    }

    /// From when until when: `tis 3 sep 2013, 14.30–16.30`.
    func moment(_ starts: String, lasting minutes: Int) -> String {
        guard let (day, time) = Self.parts(starts), let time else { return moment(starts) }
        let end = time + minutes
        // Past midnight the end would read as a time before the beginning.
        guard end < 24 * 60 else { return moment(starts) }
        return "\(weekdayAndDate(day)), \(clock(time))–\(clock(end))"
    }

    /// Whole hours where they are whole: `18 timmar`, `1,5 timmar`.
    func hours(minutes: Int) -> String {
        let unit = minutes == 60 ? Sentence(sv: "timme", en: "hour") : Sentence(sv: "timmar", en: "hours")
        return "\(hourCount(minutes: minutes))\u{A0}\(unit(self))"
    }

    /// The number alone: `18`, `1,5`.
    func hourCount(minutes: Int) -> String {
        minutes.isMultiple(of: 60) ? grouped(minutes / 60) : decimal(Double(minutes) / 60, places: 1)
    }

    private static func parts(_ starts: String) -> (day: Day, minutes: Int?)? {
        let bytes = Array(starts.utf8)
        guard let day = Day(bytes.prefix(10)) else { return nil }
        guard bytes.count >= 16, let hour = wholeNumber(bytes[11..<13]),
            let minute = wholeNumber(bytes[14..<16])
        else { return (day, nil) }
        return (day, hour * 60 + minute)
    }
}
