import Measures

/// The rules `table3/1` written in Swift, and the evidence and levels of the five teams.
enum TableThree {
    static let indicators = [
        TrustIndicator(code: "purpose", form: .process, values: ["shared", "disputed"]),
        TrustIndicator(code: "organisational-trustworthiness", form: .process, values: ["high", "low"]),
        TrustIndicator(code: "supervision-trust", form: .process, values: ["high", "low"]),
        TrustIndicator(code: "leadership-distance", form: .process, values: ["distant", "close"]),
        TrustIndicator(code: "drivers", form: .collective, values: ["present", "absent"]),
        TrustIndicator(code: "efficacy", form: .collective, values: ["low", "growing", "established"]),
        TrustIndicator(code: "relations", form: .collegial, values: ["affirmed", "doubted"]),
        TrustIndicator(code: "climate", form: .collegial, values: ["apparent-only", "open"]),
        TrustIndicator(code: "practice", form: .collegial, values: ["not-visible", "visible"]),
    ]

    static let ruleList = [
        rule(.process, "organisation-distrusted", .low, .init(organisation, anyOf: "low")),
        rule(.process, "purpose-disputed", .low, .init("purpose", anyOf: "disputed")),
        rule(
            .process, "leadership-apart", .enough,
            .init(organisation, anyOf: "high"), .init("leadership-distance", anyOf: "distant")),
        rule(.process, "organisation-trusted", .high, .init(organisation, anyOf: "high")),
        rule(.collective, "efficacy-low", .low, .init("efficacy", anyOf: "low")),
        rule(
            .collective, "efficacy-carried", .high,
            .init("efficacy", anyOf: "established"), .init("drivers", anyOf: "present")),
        rule(.collective, "efficacy-on-its-way", .enough, .init("efficacy", anyOf: "growing", "established")),
        rule(
            .collective, "efficacy-not-doubted", .enough,
            .init(unknown: "efficacy"), .init(organisation, anyOf: "high")),
        rule(.collegial, "relations-doubted", .low, .init("relations", anyOf: "doubted")),
        rule(
            .collegial, "harmony-without-practice", .low,
            .init("climate", anyOf: "apparent-only"), .init("practice", anyOf: "not-visible")),
        rule(.collegial, "relations-affirmed", .high, .init("relations", anyOf: "affirmed")),
    ]

    static func rules() throws -> TrustRules {
        try TrustRules(name: "table3/1", indicators: indicators, rules: ruleList)
    }

    /// The indicators that the rules of a form name, in the order of their first mention.
    static let named: [TrustForm: [String]] = [
        .process: [organisation, "purpose", "leadership-distance"],
        .collective: ["efficacy", "drivers", organisation],
        .collegial: ["relations", "climate", "practice"],
    ]

    private static let organisation = "organisational-trustworthiness"

    private static func rule(
        _ form: TrustForm, _ name: String, _ level: TrustLevel, _ conditions: TrustCondition...
    ) -> TrustRule {
        TrustRule(form: form, name: name, conditions: conditions, level: level)
    }
}

/// Values by indicator as evidence, each with the indicator's code as its id.
func evidence(_ values: [String: String]) -> [String: TrustEvidence] {
    var evidence: [String: TrustEvidence] = [:]
    for (indicator, value) in values {
        evidence[indicator] = TrustEvidence(id: indicator, indicator: indicator, value: value)
    }
    return evidence
}

/// Every combination of values of the indicators, each of them also without evidence.
func everyCombination(of codes: [String]) -> [[String: String]] {
    codes.reduce([[:]]) { combinations, code in
        let values = TableThree.indicators.first { $0.code == code }?.values ?? []
        return combinations.flatMap { combination in
            [combination]
                + values.map { value in
                    combination.merging([code: value]) { _, new in new }
                }
        }
    }
}
