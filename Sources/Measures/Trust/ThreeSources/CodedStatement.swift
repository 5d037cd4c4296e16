/// Who speaks in a piece of evidence. Two sources of the same voice, such as a supervisor's report and diary, are not
/// independent of each other.
public enum EvidenceVoice: Sendable, Hashable {
    case team, supervisor, leaders
    /// A source that nobody knows beforehand; each name is a voice of its own.
    case other(String)
    /// Evidence without a source. It may come from anyone who speaks already, so it makes nobody a second voice.
    case unnamed
}

/// A piece of evidence that counts: the newest of its indicator from its source.
public struct CodedStatement: Sendable, Equatable {
    public let evidence: TrustEvidence
    /// The day as `YYYY-MM-DD`.
    public let date: String
    public let source: String?
    public let voice: EvidenceVoice

    public init(evidence: TrustEvidence, date: String, source: String?, voice: EvidenceVoice) {
        self.evidence = evidence
        self.date = date
        self.source = source
        self.voice = voice
    }

    public var id: String { evidence.id }
    public var indicator: String { evidence.indicator }
    public var value: String { evidence.value }

    private struct Place: Hashable {
        let indicator: String
        let source: String?
    }

    /// The newest of each indicator and source, by day and then by id, in the order of indicator, source and id.
    public static func standing(_ all: some Sequence<CodedStatement>) -> [CodedStatement] {
        var newest: [Place: CodedStatement] = [:]
        for statement in all {
            let place = Place(indicator: statement.indicator, source: statement.source)
            if let present = newest[place], !statement.dated.isNewer(than: present.dated) { continue }
            newest[place] = statement
        }
        return newest.values.sorted {
            ($0.indicator, $0.source ?? "", $0.id) < ($1.indicator, $1.source ?? "", $1.id)
        }
    }

    private var dated: DatedEvidence { DatedEvidence(date: date, evidence: evidence) }
}
