import Foundation
import Measures
import Storage

@testable import Kollegium

/// Everything that one role is shown of a study, read from the files it may download: nothing is taken from the
/// program's own values.
struct ShownFigures {
    struct Share {
        let team, part, area: String
        let top, of: Int?
        let isLimit, isNarrowed: Bool
    }

    struct Index {
        let team, part: String
        /// In hundredths.
        let value: Int
    }

    struct Change {
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
    }

    private(set) var shares: [Share] = []
    private(set) var indices: [Index] = []
    private(set) var changes: [Change] = []
    private(set) var totals: [Total] = []

    init(outcome: [UInt8], change: [UInt8]?, total: [UInt8]?) throws {
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
        if let total {
            for part in try Self.list(total, "parts") {
                for area in part["areas"] as? [[String: Any]] ?? [] {
                    guard let people = area["people"] as? Int, let top = area["top"] as? Int,
                        let of = area["of"] as? Int
                    else { continue }
                    totals.append(
                        .init(
                            part: part["part"] as? String ?? "", area: area["area"] as? String ?? "",
                            people: people, top: top, of: of))
                }
            }
        }
    }

    private static func list(_ json: [UInt8], _ key: String) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
        return object?[key] as? [[String: Any]] ?? []
    }
}
