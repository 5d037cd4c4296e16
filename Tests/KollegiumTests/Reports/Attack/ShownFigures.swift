import Foundation
import Measures
import Storage

@testable import Kollegium

/// Everything that one role is shown of a study, read from the files it may download: nothing is taken from the
/// program's own values.
struct ShownFigures {
    struct Share: Hashable {
        let team, part, area: String
        let top, of: Int?
        let isLimit, isNarrowed: Bool
    }

    struct Index: Hashable {
        let team, part: String
        /// In hundredths.
        let value: Int
    }

    struct Change: Hashable {
        let team, from, to: String
        let form: TrustForm
        let people: Int
        let hasMeans, hasInterval, hasCounts, hasTests: Bool
        let up, same, down: Int?
        let extreme: Bool
    }

    struct Total {
        let part, area: String
        let people, top, of: Int
        /// The teams that it is of; nil for all.
        let teams: Set<String>?
        /// What stood beside it on the same day.
        let beside: [Share]
    }

    /// A team's attendance in a term as it stood on a day.
    struct Presence: Hashable {
        let team, term: String
        let day: Day
        let present, absent: Int
    }

    /// What the trust map says in figures of a form's answers, or of one facet of them.
    struct Level: Hashable {
        let team, part: String
        let form: TrustForm
        let facet: String?
        let people: Int
        let isNarrowed: Bool
        /// In hundredths.
        let mean: Int
    }

    /// How the answers to a question fall on its alternatives, over all teams.
    struct Distribution: Hashable {
        struct Group: Hashable {
            let alternatives: [Int]
            /// How many chose one of them; nil where only a limit is told.
            let count: Int?
            let atLeast, atMost: Int?
        }

        let part, item: String
        let people: Int
        let isNarrowed: Bool
        let groups: [Group]
    }

    private(set) var distributions: Set<Distribution> = []
    private(set) var shares: [Share] = []
    private(set) var indices: [Index] = []
    private(set) var changes: [Change] = []
    private(set) var totals: [Total] = []
    private var today: [Share] = []

    /// A team's mean of its people's own means.
    struct Mean: Hashable {
        let team, part: String
    }

    private(set) var means: Set<Mean> = []
    private(set) var presences: Set<Presence> = []
    private(set) var levels: Set<Level> = []

    init() {}

    init(outcome: [UInt8], change: [UInt8]?, total: [UInt8]?) throws {
        try add(outcome: outcome, change: change, total: total)
    }

    /// What a day's files add to what was known before.
    mutating func add(outcome: [UInt8], change: [UInt8]?, total: [UInt8]?) throws {
        var (shares, indices, changes): ([Share], [Index], [Change]) = ([], [], [])
        defer {
            self.shares += shares.filter { !self.shares.contains($0) }
            self.indices += indices.filter { !self.indices.contains($0) }
            self.changes += changes.filter { !self.changes.contains($0) }
        }
        for entry in try Self.list(outcome, "teams") where entry["reported"] as? Bool == true {
            let (team, part) = (entry["team"] as? String ?? "", entry["part"] as? String ?? "")
            if let index = entry["index"] as? NSNumber {
                indices.append(.init(team: team, part: part, value: Int((index.doubleValue * 100).rounded())))
            }
            let narrowed = entry["narrowed"] as? [String] ?? []
            for area in entry["areas"] as? [[String: Any]] ?? [] {
                let code = area["area"] as? String ?? ""
                shares.append(
                    .init(
                        team: team, part: part, area: code, top: area["top"] as? Int, of: area["of"] as? Int,
                        isLimit: area["top"] == nil, isNarrowed: narrowed.contains(code)))
            }
        }
        if let change {
            for entry in try Self.list(change, "teams") {
                guard let people = entry["n"] as? Int,
                    let form = TrustForm(rawValue: entry["form"] as? String ?? "")
                else { continue }
                let means = [entry["meanFrom"], entry["meanTo"]].compactMap { ($0 as? NSNumber)?.doubleValue }
                let difference = (entry["difference"] as? NSNumber)?.doubleValue ?? 0
                changes.append(
                    .init(
                        team: entry["team"] as? String ?? "", from: entry["from"] as? String ?? "",
                        to: entry["to"] as? String ?? "", form: form, people: people,
                        hasMeans: !means.isEmpty, hasInterval: entry["interval"] is [Any],
                        hasCounts: entry["up"] is Int, hasTests: entry["exactP"] is NSNumber,
                        up: entry["up"] as? Int, same: entry["same"] as? Int, down: entry["down"] as? Int,
                        extreme: means.contains { $0 == 1 || $0 == 5 } || abs(difference) == 4))
            }
        }
        today = shares
        if let total { try add(total: total, of: nil) }
    }

    /// A total of some teams, beside the outcome that was added last.
    mutating func add(total: [UInt8], of teams: Set<String>?) throws {
        for part in try Self.list(total, "parts") {
            for area in part["areas"] as? [[String: Any]] ?? [] {
                guard let people = area["people"] as? Int, let top = area["top"] as? Int,
                    let of = area["of"] as? Int
                else { continue }
                totals.append(
                    .init(
                        part: part["part"] as? String ?? "", area: area["area"] as? String ?? "",
                        people: people, top: top, of: of, teams: teams, beside: today))
            }
        }
    }

    /// What has come of a wave: of the goals as of an area, and of each question that belongs to none.
    /// - Parameter alternatives: What those of each question are called.
    mutating func add(results: [UInt8], _ alternatives: [String: [String]]) throws {
        let object = try JSONSerialization.jsonObject(with: Data(results)) as? [String: Any]
        let part = object?["part"] as? String ?? ""
        var teams: [Share] = []
        for goals in try Self.list(results, "goals") {
            guard let people = goals["people"] as? Int, let of = goals["of"] as? Int,
                let who = goals["who"] as? String
            else { continue }
            if who == "teams" {
                totals.append(
                    .init(
                        part: part, area: SecretStudy.goals, people: people, top: goals["top"] as? Int ?? 0,
                        of: of, teams: nil, beside: teams))
            } else {
                teams.append(
                    .init(
                        team: who, part: part, area: SecretStudy.goals, top: goals["top"] as? Int, of: of,
                        isLimit: goals["top"] == nil, isNarrowed: goals["narrowed"] as? Bool ?? false))
            }
        }
        shares += teams.filter { !shares.contains($0) }
        for question in try Self.list(results, "questions") {
            guard let people = question["people"] as? Int, let item = question["item"] as? String else {
                continue
            }
            let groups = (question["groups"] as? [[String: Any]] ?? []).map { group in
                Distribution.Group(
                    alternatives: (group["alternatives"] as? [String] ?? []).compactMap { name in
                        alternatives[item]?.firstIndex(of: name)
                    }, count: group["top"] as? Int, atLeast: group["atLeast"] as? Int,
                    atMost: group["atMost"] as? Int)
            }
            distributions.insert(
                .init(
                    part: part, item: item, people: people,
                    isNarrowed: question["narrowed"] as? Bool ?? false, groups: groups))
        }
    }

    mutating func add(continuity: [UInt8], on day: Day) throws {
        for entry in try Self.list(continuity, "teams") {
            let attendance = entry["attendance"] as? [String: Any]
            guard let present = attendance?["present"] as? Int, let absent = attendance?["absent"] as? Int
            else { continue }
            presences.insert(
                Presence(
                    team: entry["team"] as? String ?? "", term: entry["term"] as? String ?? "", day: day,
                    present: present, absent: absent))
        }
    }

    mutating func add(_ reading: OutcomeReading) {
        for entry in reading.report.entries {
            let part = reading.report.parts[entry.part]
            guard reading.detail.teams[part.key]?[entry.team.key]?.meanOfPeople != nil else { continue }
            means.insert(Mean(team: entry.team.code, part: part.name.code))
        }
    }

    mutating func add(_ map: TrustMap, of team: String) {
        for term in map.terms {
            for form in TrustForm.allCases {
                guard let figures = term.assessment?.verdict(on: form)?.answers.figures else { continue }
                var means: [(facet: String?, mean: Hundredths?)] = [(nil, figures.mean)]
                for facet in figures.facets { means.append((facet.facet.rawValue, facet.mean)) }
                for (facet, mean) in means {
                    guard let mean else { continue }
                    levels.insert(
                        Level(
                            team: team, part: figures.round, form: form, facet: facet, people: figures.people,
                            isNarrowed: figures.coversThoseBefore, mean: mean.count))
                }
            }
        }
    }

    private static func list(_ json: [UInt8], _ key: String) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
        return object?[key] as? [[String: Any]] ?? []
    }
}
