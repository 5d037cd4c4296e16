import Foundation

/// What time it is, as everything in the application is told it.
struct WallClock: Sendable {
    /// Milliseconds since 1970, UTC.
    let now: @Sendable () -> Int64
    /// How many milliseconds people's telephones are ahead of it: they go by the system's time, also where a
    /// demonstration takes place on a day that has passed.
    var telephonesAhead: Int64 = 0

    static let system = WallClock { Int64(Date().timeIntervalSince1970 * 1000) }

    /// Stands still: for tests.
    static func stopped(at milliseconds: Int64) -> WallClock {
        WallClock { milliseconds }
    }

    /// Goes as the system's does, from another day on: for demonstrations of a time that has passed.
    static func going(from day: Day, in zone: TimeZone) -> WallClock {
        let today = WallClock.system.today(in: zone)
        let shift = Int64(day.number - today.number) * 86_400_000
        return WallClock(now: { WallClock.system.now() + shift }, telephonesAhead: -shift)
    }

    func today(in zone: TimeZone) -> Day {
        let now = now()
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(now) / 1000))) * 1000
        let day = Int(((Double(now) + Double(offset)) / 86_400_000).rounded(.down))
        guard let today = Day(number: day) else {
            preconditionFailure("the clock stands outside the years 1 to 9999")
        }
        return today
    }
}
