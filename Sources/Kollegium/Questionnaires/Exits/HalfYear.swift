import Foundation

/// From January to June, or from July to December. What leavers answered is told by these and not by the programme's
/// terms: a term whose days somebody can move would tell, before and after, of whoever handed in on those days.
struct HalfYear: Sendable, Hashable, Comparable {
    let year: Int
    let isSpring: Bool

    init(_ day: Day) {
        year = day.year
        isSpring = day.month < 7
    }

    private init(year: Int, isSpring: Bool) {
        self.year = year
        self.isSpring = isSpring
    }

    var next: HalfYear {
        isSpring ? HalfYear(year: year, isSpring: false) : HalfYear(year: year + 1, isSpring: true)
    }

    var first: Day? { Day(year: year, month: isSpring ? 1 : 7, day: 1) }

    /// The first moment that is not in it any more, in milliseconds since 1970, UTC.
    func end(in zone: TimeZone) -> Int64 {
        let midnight = Int64((next.first?.number ?? 0)) * 86_400_000
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(midnight) / 1_000))
        return midnight - Int64(offset) * 1_000
    }

    static func < (one: HalfYear, other: HalfYear) -> Bool {
        (one.year, one.isSpring ? 0 : 1) < (other.year, other.isSpring ? 0 : 1)
    }

    /// As files have it: `2014-1`.
    var code: String { "\(year)-\(isSpring ? 1 : 2)" }

    func words(_ language: Language) -> String {
        let (spring, autumn) = (
            Sentence(sv: "Januari–juni \(year)", en: "January–June \(year)"),
            Sentence(sv: "Juli–december \(year)", en: "July–December \(year)")
        )
        return (isSpring ? spring : autumn)(language)
    }
}
