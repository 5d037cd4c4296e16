import Foundation

/// How the language writes the time of day.
extension Language {
    /// `14.05` in Swedish, `14:05` in English. - Parameter moment: milliseconds since 1970, UTC.
    func clock(_ moment: Int64, in zone: TimeZone) -> String {
        let seconds = moment / 1000
        let date = Date(timeIntervalSince1970: Double(seconds))
        let minutes = (seconds + Int64(zone.secondsFromGMT(for: date))) / 60
        return clock(Int(minutes % (24 * 60)))
    }

    /// The same from minutes since midnight.
    func clock(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60) + (self == .sv ? "." : ":") + two(minutes % 60)
    }
}
