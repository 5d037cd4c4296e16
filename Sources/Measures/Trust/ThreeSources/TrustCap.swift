/// What holds a level down whatever the sources say together. Each is named and shown when it fires.
public enum TrustCap: String, Sendable, CaseIterable {
    case purposeDisputed = "purpose-disputed"
    case organisationUnresolved = "organisation-unresolved"
    case noLeaderFeedback = "no-leader-feedback"
    case teamSplit = "team-split"
    case exemptionNotAgreed = "exemption-not-agreed-jointly"
    case reductionNotAgreed = "reduction-not-agreed-jointly"
    case harmonyWithoutPractice = "harmony-without-practice"

    public var form: TrustForm {
        switch self {
        case .purposeDisputed, .organisationUnresolved, .noLeaderFeedback: .process
        case .teamSplit, .exemptionNotAgreed, .reductionNotAgreed: .collective
        case .harmonyWithoutPractice: .collegial
        }
    }

    /// The highest level that it leaves.
    public var most: TrustLevel {
        switch self {
        case .purposeDisputed, .organisationUnresolved, .teamSplit, .harmonyWithoutPractice: .low
        case .noLeaderFeedback, .exemptionNotAgreed, .reductionNotAgreed: .enough
        }
    }
}

/// A cap that holds in a term, with what it rests on.
public struct FiredCap: Sendable, Equatable {
    public let cap: TrustCap
    /// Ids of coded evidence.
    public let evidence: [String]
    /// Days of events.
    public let days: [Int]
}

extension FiredCap {
    static func all(_ form: TrustForm, _ findings: TermFindings) -> [FiredCap] {
        TrustCap.allCases.filter { $0.form == form }.compactMap { $0.fired(in: findings) }
    }
}

extension TrustCap {
    fileprivate func fired(in findings: TermFindings) -> FiredCap? {
        let (standing, process) = (findings.statements, findings.process)
        switch self {
        case .purposeDisputed:
            // Where another source finds the purpose shared, views are divided, and that is told as such.
            let disputed = standing.saying("purpose", "disputed")
            guard !disputed.isEmpty, standing.saying("purpose", "shared").isEmpty else { return nil }
            return FiredCap(cap: self, evidence: disputed.ids, days: [])
        case .organisationUnresolved: return on(process.unresolved)
        case .noLeaderFeedback:
            return process.leaderFeedback > 0 ? nil : FiredCap(cap: self, evidence: [], days: [])
        case .teamSplit: return on(process.days(.split))
        case .exemptionNotAgreed: return on(process.days(.exemption))
        case .reductionNotAgreed: return on(process.days(.reduction))
        case .harmonyWithoutPractice:
            guard findings.number > ThreeSources.visibilityTerm else { return nil }
            // A verdict this grave needs the supervisor and the team to have said both things.
            let surface = standing.saying("climate", "apparent-only")
            let hidden = standing.saying("practice", "not-visible")
            let isCodedByBoth = [surface, hidden].allSatisfy { said in
                [EvidenceVoice.supervisor, .team].allSatisfy { voice in said.contains { $0.voice == voice } }
            }
            return isCodedByBoth ? FiredCap(cap: self, evidence: (surface + hidden).ids, days: []) : nil
        }
    }

    private func on(_ days: [Int]) -> FiredCap? {
        days.isEmpty ? nil : FiredCap(cap: self, evidence: [], days: days)
    }
}

extension TermProcess {
    fileprivate func days(_ kind: FrameChange.Kind) -> [Int] {
        standing.filter { $0.kind == kind }.map(\.day)
    }
}
