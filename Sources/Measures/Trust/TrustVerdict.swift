/// One form's level in one team, and why.
public struct TrustVerdict: Sendable, Equatable {
    public let form: TrustForm
    /// Nil where no rule holds: insufficient evidence.
    public let level: TrustLevel?
    /// The name of the rule that gave the level.
    public let rule: String?
    /// Ids of the evidence that the rule's conditions rest on, in their order. A condition that
    /// something is unknown rests on none.
    public let evidence: [String]
    /// Where there is no level: the indicators named in the form's rules that have no evidence, in the
    /// order of their first mention. Empty where there is a level.
    public let missing: [String]
    /// Every single indicator whose other value would give another level: indicators in the order of
    /// their first mention in the form's rules, values in the indicator's own order.
    public let wouldChange: [TrustChange]
}

/// What the level would be if one indicator had this value and all else stayed as it is.
public struct TrustChange: Sendable, Equatable {
    public let indicator: String
    public let value: String
    /// Nil where the change would leave the evidence insufficient.
    public let level: TrustLevel?

    public init(indicator: String, value: String, level: TrustLevel?) {
        self.indicator = indicator
        self.value = value
        self.level = level
    }
}
