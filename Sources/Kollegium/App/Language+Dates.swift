/// How the language writes days.
extension Language {
    /// `3 sep 2013`, with spaces that do not break.
    func date(_ day: Day) -> String {
        "\(day.day)\u{A0}\(month(day.month))\u{A0}\(day.year)"
    }

    /// `tis 3 sep 2013`.
    func weekdayAndDate(_ day: Day) -> String {
        "\(weekday(day.weekday))\u{A0}\(date(day))"
    }

    /// `7 jan 2013 – 12 jun 2015`.
    func span(_ days: ClosedRange<Day>) -> String {
        "\(date(days.lowerBound)) – \(date(days.upperBound))"
    }

    private func month(_ month: Int) -> String {
        let names =
            self == .sv
            ? ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
            : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names[month - 1]
    }

    /// 1 is Monday.
    private func weekday(_ weekday: Int) -> String {
        let names =
            self == .sv
            ? ["mån", "tis", "ons", "tors", "fre", "lör", "sön"]
            : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return names[weekday - 1]
    }
}
