/// A set of rules that turns coded evidence into levels of trust.
///
/// A level is never a weighted score. The rules of a form are read from the top, the first that holds
/// gives the level, and where none holds the evidence is insufficient.
///
/// Source of the first set, `table3/1`: the third table of the study of five teams, whose levels it
/// reproduces from the indicators that the table names. The study states no rules; they were inferred.
public struct TrustRules: Sendable, Equatable {
    /// The name and version, such as `table3/1`.
    public let name: String
    /// Every indicator that evidence may be coded under, also those that no rule asks for.
    public let indicators: [TrustIndicator]
    /// The rules of all forms. Within a form their order decides.
    public let rules: [TrustRule]

    private let readings: [FormReading]

    /// - Throws: `TrustRulesError`, the first thing found that would make a rule mean nothing or two
    ///   things.
    public init(name: String, indicators: [TrustIndicator], rules: [TrustRule]) throws(TrustRulesError) {
        try TrustRulesError.check(name: name, indicators: indicators, rules: rules)
        self.name = name
        self.indicators = indicators
        self.rules = rules
        readings = TrustForm.allCases.map { form in
            FormReading(of: form, rules: rules.filter { $0.form == form }, indicators: indicators)
        }
    }

    /// The level of each form of trust in one team, with its reason and with what would change it.
    ///
    /// Evidence of an indicator that no rule asks for has no influence. Evidence with a value that the
    /// indicator does not have is evidence, so the indicator is not unknown, but it fulfils no condition.
    ///
    /// - Parameter evidence: The newest evidence of each indicator, by the indicator's code, as from
    ///   `TrustEvidence.newest(of:)`.
    public func assess(_ evidence: [String: TrustEvidence]) -> TrustAssessment {
        TrustAssessment(verdicts: readings.map { $0.verdict(on: evidence) })
    }
}
