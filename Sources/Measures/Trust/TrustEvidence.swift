/// One coded piece of evidence about a team: an indicator was seen to have a value.
public struct TrustEvidence: Sendable, Equatable {
    /// The evidence's id in its study, so that a verdict can point to what it rests on.
    public let id: String
    /// The indicator's code, such as `efficacy`.
    public let indicator: String
    /// One of the indicator's values, such as `growing`.
    public let value: String

    public init(id: String, indicator: String, value: String) {
        self.id = id
        self.indicator = indicator
        self.value = value
    }
}

/// Evidence and the day it was coded.
public struct DatedEvidence: Sendable, Equatable {
    /// The day as `YYYY-MM-DD`, so that the order of the text is the order of the days.
    public let date: String
    public let evidence: TrustEvidence

    public init(date: String, evidence: TrustEvidence) {
        self.date = date
        self.evidence = evidence
    }

    /// Whether this stands after the other: by date and, on the same day, by id. Both are compared by
    /// Unicode code points, as the databases do; that is the order of their UTF-8 bytes.
    func isNewer(than other: DatedEvidence) -> Bool {
        if date != other.date {
            return other.date.utf8.lexicographicallyPrecedes(date.utf8)
        }
        return other.evidence.id.utf8.lexicographicallyPrecedes(evidence.id.utf8)
    }
}

extension TrustEvidence {
    /// The newest evidence of each indicator, by indicator: the only evidence that counts.
    ///
    /// - Parameter dated: All evidence about one team, in any order.
    public static func newest(of dated: some Sequence<DatedEvidence>) -> [String: TrustEvidence] {
        var newest: [String: DatedEvidence] = [:]
        for candidate in dated {
            if let present = newest[candidate.evidence.indicator], !candidate.isNewer(than: present) {
                continue
            }
            newest[candidate.evidence.indicator] = candidate
        }
        return newest.mapValues(\.evidence)
    }
}
