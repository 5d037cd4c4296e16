/// The verdicts on one team's three forms of trust, and what follows from them together.
public struct TrustAssessment: Sendable, Equatable {
    /// One for each form, in the order of reports: process, collegial, collective.
    public let verdicts: [TrustVerdict]

    public func level(of form: TrustForm) -> TrustLevel? {
        verdicts.first { $0.form == form }?.level
    }

    /// Whether the team has the conditions under which teams in the study completed the programme; nil
    /// where an unknown level leaves it open. It describes conditions and foretells nothing about people.
    public var endurance: Bool? {
        Self.endurance(process: level(of: .process), collective: level(of: .collective))
    }

    /// Whether the team has the conditions under which the study saw collective learning deepen; nil
    /// where an unknown level leaves it open.
    public var deepenedLearning: Bool? {
        Self.deepenedLearning(collegial: level(of: .collegial), endurance: endurance)
    }

    /// Endurance asks that process and collective trust are both at least high enough. One of them low
    /// settles it as not, whatever the other is.
    public static func endurance(process: TrustLevel?, collective: TrustLevel?) -> Bool? {
        if process == .low || collective == .low { return false }
        return process == nil || collective == nil ? nil : true
    }

    /// Deepened collective learning asks for endurance and high collegial trust. Either of them missing
    /// settles it as not, whatever the other is.
    public static func deepenedLearning(collegial: TrustLevel?, endurance: Bool?) -> Bool? {
        if collegial == .low || collegial == .enough || endurance == false { return false }
        return collegial == nil || endurance == nil ? nil : true
    }
}
