import Foundation
import Yams

/// `report continuity` recomputed from the files of a bundle, day by day over sets of texts, as the contract
/// says it.
struct NaiveContinuity {
    private typealias Period = (id: String, from: String, to: String)
    private typealias Row = [String: String]

    private let id: String
    private let study: Set<String>
    private let terms: [Period]
    private let rows: [String: [Row]]

    init(_ bundle: TestBundle) throws {
        let document = try Yams.compose(yaml: bundle["study.yaml"])
        func text(_ key: String) -> String { document?[key]?.string ?? "" }
        id = text("id")
        study = Set(Self.days(text("starts"), text("ends")))
        if let named = document?["terms"]?.sequence {
            terms = named.map {
                ($0["id"]?.string ?? "", $0["from"]?.string ?? "", $0["to"]?.string ?? "")
            }
        } else {
            terms = (2012...2016).flatMap { year -> [Period] in
                [
                    ("VT\(year)", "\(year)-01-01", "\(year)-06-30"),
                    ("HT\(year)", "\(year)-07-01", "\(year)-12-31"),
                ]
            }
        }
        rows = Dictionary(
            uniqueKeysWithValues: ["teams", "memberships", "meetings", "attendance", "events"].map { name in
                (name, ParsedCSV(bundle.files[name + ".csv"] ?? []).records)
            })
    }

    /// Every day from 2012 to 2016, as the machine's own calendar counts them.
    private static let calendar: [String] = {
        let start = Date(timeIntervalSince1970: 15_340 * 86_400)
        return (0..<1_827).map { (start + Double($0) * 86_400).formatted(.iso8601.year().month().day()) }
    }()

    private static func days(_ from: String, _ to: String) -> [String] {
        calendar.filter { from <= $0 && $0 <= to }
    }

    private func of(_ team: String, _ name: String) -> [Row] {
        (rows[name] ?? []).filter { $0["team"] == team }
    }

    var json: NSDictionary {
        let teams = (rows["teams"] ?? []).compactMap { $0["id"] }.sorted {
            $0.unicodeScalars.map(\.value).lexicographicallyPrecedes($1.unicodeScalars.map(\.value))
        }
        let entries = teams.flatMap { team in
            terms.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
                .compactMap { entry(team, $0.element) }
        }
        return ["format": "kollegium-report/1", "study": id, "teams": entries]
    }

    private func entry(_ team: String, _ term: Period) -> NSDictionary? {
        let days = Self.days(term.from, term.to)
        guard let members = members(team, days.filter(study.contains)) else { return nil }
        var entry: [String: Any] = ["team": team, "term": term.id, "members": members]
        entry.merge(meetings(team, days)) { _, new in new }
        let events = of(team, "events")
        let shown = events.filter { $0["kind"] == "practice-shown" && ($0["date"] ?? "") <= term.to }
        entry["practiceShown"] = [
            "first": shown.compactMap { $0["date"] }.min() as Any? ?? NSNull(),
            "people": Set(shown.map { $0["detail"] }).count,
        ]
        entry["leaderFeedback"] =
            events.filter { $0["kind"] == "leader-feedback" && days.contains($0["date"] ?? "") }.count
        return entry as NSDictionary
    }

    private func members(_ team: String, _ days: [String]) -> [String: Int]? {
        let roles = ["teacher", "conversation-leader", "team-leader"]
        let stays = of(team, "memberships").filter { roles.contains($0["role"] ?? "") }
        let there = days.map { day in
            Set(stays.filter { ($0["from"] ?? "") <= day && day < $0["to"] ?? "9" }.map { $0["person"] })
        }
        let ever = there.reduce(Set()) { $0.union($1) }
        guard let first = there.first, let last = there.last, !ever.isEmpty else { return nil }
        return [
            "atStart": first.count, "atEnd": last.count, "joined": ever.subtracting(first).count,
            "left": ever.subtracting(last).count,
        ]
    }

    private func meetings(_ team: String, _ days: [String]) -> [String: Any] {
        let all = of(team, "meetings").filter { days.contains(String(($0["starts"] ?? "").prefix(10))) }
        let held = all.filter { $0["status"] == "held" }
        let ids = Set(held.map { $0["id"] })
        func people(_ status: String) -> Int {
            (rows["attendance"] ?? []).filter { ids.contains($0["meeting"]) && $0["status"] == status }.count
        }
        let (present, absent) = (people("present"), people("absent"))
        let share: Any =
            present + absent == 0
            ? NSNull() : Double((20_000 * present + present + absent) / (2 * (present + absent))) / 10_000
        return [
            "meetings": [
                "planned": all.count, "held": held.count,
                "cancelled": all.filter { $0["status"] == "cancelled" }.count,
            ],
            "minutesHeld": held.compactMap { Int($0["planned_minutes"] ?? "") }.reduce(0, +),
            "longestGapDays": longestGap(held.map { String(($0["starts"] ?? "").prefix(10)) }) as Any?
                ?? NSNull(),
            "attendance": [
                "present": present, "absent": absent, "excused": people("excused"), "share": share,
            ],
        ]
    }

    /// Goes from the first held meeting to the last and counts the days since the one before.
    private func longestGap(_ days: [String]) -> Int? {
        guard days.count > 1, let first = days.min(), let last = days.max() else { return nil }
        var longest = 0
        var waited = 0
        for day in Self.days(first, last).dropFirst() {
            waited += 1
            guard days.contains(day) else { continue }
            longest = max(longest, waited)
            waited = 0
        }
        return longest
    }
}
