/// Why a set of rules cannot be used. Its description is a sentence for whoever wrote the rules.
public enum TrustRulesError: Error, Equatable {
    case nameless
    case indicatorTwice(String)
    case indicatorWithoutValues(String)
    case valueTwice(String, indicator: String)
    case ruleNameless(TrustForm)
    case ruleTwice(String)
    case ruleWithoutConditions(String)
    case unknownIndicator(String, rule: String)
    case conditionTwice(indicator: String, rule: String)
    case conditionWithoutValues(indicator: String, rule: String)
    case unknownValue(String, indicator: String, has: [String], rule: String)
}

extension TrustRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nameless:
            "The rules have no name."
        case .indicatorTwice(let indicator):
            "The indicator \(indicator) is given twice."
        case .indicatorWithoutValues(let indicator):
            "The indicator \(indicator) has no values."
        case .valueTwice(let value, let indicator):
            "The indicator \(indicator) has the value \(value) twice."
        case .ruleNameless(let form):
            "A rule of the form \(form.rawValue) has no name."
        case .ruleTwice(let rule):
            "Two rules are named \(rule); a verdict that gives it as its reason would be unclear."
        case .ruleWithoutConditions(let rule):
            "The rule \(rule) has no conditions, so no rule after it could ever count."
        case .unknownIndicator(let indicator, let rule):
            "The rule \(rule) asks for the indicator \(indicator), which is not among the indicators."
        case .conditionTwice(let indicator, let rule):
            "The rule \(rule) has two conditions on the indicator \(indicator)."
        case .conditionWithoutValues(let indicator, let rule):
            "The rule \(rule) allows the indicator \(indicator) no value, so that it can never hold."
        case .unknownValue(let value, let indicator, let has, let rule):
            "The rule \(rule) asks whether \(indicator) is \(value), "
                + "but its values are: \(has.joined(separator: ", "))."
        }
    }
}

extension TrustRulesError {
    /// Throws the first thing that is wrong with the rules, indicators before rules.
    static func check(
        name: String, indicators: [TrustIndicator], rules: [TrustRule]
    ) throws(TrustRulesError) {
        guard !name.isEmpty else { throw .nameless }
        var known: [String: TrustIndicator] = [:]
        for indicator in indicators {
            guard known.updateValue(indicator, forKey: indicator.code) == nil else {
                throw .indicatorTwice(indicator.code)
            }
            guard !indicator.values.isEmpty else { throw .indicatorWithoutValues(indicator.code) }
            if let value = firstRepeated(in: indicator.values) {
                throw .valueTwice(value, indicator: indicator.code)
            }
        }
        for rule in rules {
            try check(rule, against: known)
        }
        if let rule = firstRepeated(in: rules.map(\.name)) {
            throw .ruleTwice(rule)
        }
    }

    private static func check(
        _ rule: TrustRule, against known: [String: TrustIndicator]
    ) throws(TrustRulesError) {
        guard !rule.name.isEmpty else { throw .ruleNameless(rule.form) }
        guard !rule.conditions.isEmpty else { throw .ruleWithoutConditions(rule.name) }
        for condition in rule.conditions {
            guard let indicator = known[condition.indicator] else {
                throw .unknownIndicator(condition.indicator, rule: rule.name)
            }
            guard case .anyOf(let values) = condition.demand else { continue }
            guard !values.isEmpty else {
                throw .conditionWithoutValues(indicator: indicator.code, rule: rule.name)
            }
            if let value = values.first(where: { !indicator.values.contains($0) }) {
                throw .unknownValue(
                    value, indicator: indicator.code, has: indicator.values, rule: rule.name)
            }
        }
        if let indicator = firstRepeated(in: rule.conditions.map(\.indicator)) {
            throw .conditionTwice(indicator: indicator, rule: rule.name)
        }
    }

    private static func firstRepeated(in names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }
}
