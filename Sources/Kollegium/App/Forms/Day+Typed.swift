import Foundation

extension Day {
    /// A day as people write it: `2013-09-03`, `3/9 2013`, `3.9.2013`, `3 sep 2013`, `tis 3 september 2013`,
    /// `Sep 3, 2013`. Not `3/9/2013`, which is another day to an American, and never without its year.
    init?(typed: String) {
        let text = TypedText(typed).text.lowercased()
        if text.utf8.count == 10, let day = Day(text) {
            self = day
        } else if let day = Day.numbers(text) ?? Day.words(text) {
            self = day
        } else {
            return nil
        }
        // Nobody plans for the year 13, and two digits are not a year.
        guard (1900...2199).contains(year) else { return nil }
    }

    /// `3/9 2013`, `3/9-2013`, `3.9.2013`
    private static func numbers(_ text: String) -> Day? {
        guard text.utf8.allSatisfy({ "0123456789/. -".utf8.contains($0) }) else { return nil }
        let parts = text.split { !$0.isNumber }
        guard parts.count == 3, parts[2].count == 4 else { return nil }
        let signs = text.filter { !$0.isNumber && $0 != " " }
        let isSlashed = signs == "/" || signs == "/-"
        guard isSlashed || signs == "..", text.first?.isNumber == true else { return nil }
        return wholeNumber(Array(parts[1].utf8)).flatMap { Day(parts[0], $0, parts[2]) }
    }

    /// `3 sep 2013` and its likes, with or without the day of the week before it.
    private static func words(_ text: String) -> Day? {
        var words = text.split { $0 == " " || $0 == "," || $0 == "." }
        if words.count == 4, weekdays.contains(where: { $0.hasPrefix(words[0]) && words[0].count > 1 }) {
            words.removeFirst()
        }
        guard words.count == 3, words[2].count == 4 else { return nil }
        // “3:e september”
        if let month = month(words[1]) { return Day(words[0].prefix { $0 != ":" }, month, words[2]) }
        if let month = month(words[0]) { return Day(words[1], month, words[2]) }
        return nil
    }

    private init?(_ day: Substring, _ month: Int, _ year: Substring) {
        guard day.utf8.count <= 2, let day = wholeNumber(Array(day.utf8)),
            let year = wholeNumber(Array(year.utf8))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func month(_ word: Substring) -> Int? {
        guard word.count >= 3 else { return nil }
        return months.firstIndex { names in names.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
    }

    private static let months = [
        ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"],
        ["juni", "june"], ["juli", "july"], ["augusti", "august"], ["september"], ["oktober", "october"],
        ["november"], ["december"],
    ]

    private static let weekdays = [
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "den",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
