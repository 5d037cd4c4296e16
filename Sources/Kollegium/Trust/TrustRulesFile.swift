import Foundation
import Measures
import Yams

/// The rules of trust as they are written for people in `Trust/Rules`, with the words for what they say.
struct TrustRulesFile: Sendable {
    let rules: TrustRules
    let source: Title
    let caution: Title
    let insufficient: Title
    private let forms: [String: Title]
    private let levels: [String: Title]
    private let indicators: [String: Title]
    private let values: [String: Title]
    private let reasons: [String: Title]

    /// The rule sets that the program carries, by name.
    private static let carried = ["table3/1": PackageResources.table3_1_yaml]

    /// All rules that a report may be asked for; those that are not in a file are code.
    static var names: String { (carried.keys + [ThreeSources.name]).sorted().joined(separator: ", ") }

    enum Fault: Error {
        case unreadable(String)
    }

    /// The rules of that name.
    static func named(_ name: String) throws -> TrustRulesFile {
        guard let bytes = carried[name] else { throw ReportRefusal.unknownRules(name) }
        return try TrustRulesFile(Data(bytes))
    }

    init(_ yaml: Data) throws {
        let file = try YAMLDecoder().decode(Form.self, from: yaml)
        guard file.format == "kollegium-trust-rules/1" else {
            throw Fault.unreadable("format \(file.format)")
        }
        var indicators: [TrustIndicator] = []
        var values: [String: Title] = [:]
        for indicator in file.indicators {
            guard let form = TrustForm(rawValue: indicator.form) else {
                throw Fault.unreadable(indicator.form)
            }
            indicators.append(
                TrustIndicator(code: indicator.code, form: form, values: indicator.values.map(\.code)))
            for value in indicator.values {
                values["\(indicator.code)/\(value.code)"] = Title(sv: value.sv, en: value.en)
            }
        }
        var rules: [TrustRule] = []
        var reasons: [String: Title] = [:]
        for form in TrustForm.allCases {
            for rule in file.rules[form.rawValue] ?? [] {
                guard let level = TrustLevel(rawValue: rule.level) else { throw Fault.unreadable(rule.level) }
                let conditions = rule.when.map { condition in
                    TrustCondition(
                        indicator: condition.indicator,
                        demand: condition.unknown == true ? .unknown : .anyOf(condition.is ?? []))
                }
                rules.append(TrustRule(form: form, name: rule.name, conditions: conditions, level: level))
                reasons[rule.name] = Title(sv: rule.sv, en: rule.en)
            }
        }
        self.rules = try TrustRules(name: file.name, indicators: indicators, rules: rules)
        self.values = values
        self.reasons = reasons
        source = Title(sv: file.source.sv, en: file.source.en)
        caution = Title(sv: file.caution.sv, en: file.caution.en)
        insufficient = Title(sv: file.insufficient.sv, en: file.insufficient.en)
        forms = file.forms.mapValues { Title(sv: $0.sv, en: $0.en) }
        levels = file.levels.mapValues { Title(sv: $0.sv, en: $0.en) }
        self.indicators = Dictionary(
            uniqueKeysWithValues: file.indicators.map { ($0.code, Title(sv: $0.sv, en: $0.en)) })
    }

    func form(_ form: TrustForm, _ language: Language) -> String {
        forms[form.rawValue]?(language) ?? form.rawValue
    }

    func level(_ level: TrustLevel?, _ language: Language) -> String {
        level.map { levels[$0.rawValue]?(language) ?? $0.rawValue } ?? insufficient(language)
    }

    func indicator(_ code: String, _ language: Language) -> String {
        indicators[code]?(language) ?? code
    }

    func value(_ indicator: String, _ code: String, _ language: Language) -> String {
        values["\(indicator)/\(code)"]?(language) ?? code
    }

    /// Why the rule gives its level, as a sentence.
    func reason(_ rule: String, _ language: Language) -> String {
        reasons[rule]?(language) ?? rule
    }

    // MARK: The file's shape

    private struct Form: Decodable {
        let format: String
        let name: String
        let source: Words
        let caution: Words
        let forms: [String: Words]
        let levels: [String: Words]
        let insufficient: Words
        let indicators: [Indicator]
        let rules: [String: [Rule]]
    }

    private struct Words: Decodable {
        let sv: String
        let en: String
    }

    private struct Indicator: Decodable {
        let code: String
        let form: String
        let sv: String
        let en: String
        let values: [Value]
    }

    private struct Value: Decodable {
        let code: String
        let sv: String
        let en: String
    }

    private struct Rule: Decodable {
        let name: String
        let when: [Condition]
        let level: String
        let sv: String
        let en: String
    }

    private struct Condition: Decodable {
        let indicator: String
        let `is`: [String]?
        let unknown: Bool?
    }
}
