import Measures
import Testing

@Suite struct TrustRulesErrorTests {
    private let efficacy = TrustIndicator(code: "efficacy", form: .collective, values: ["low", "growing"])

    private func rule(_ name: String, _ conditions: TrustCondition...) -> TrustRule {
        TrustRule(form: .collective, name: name, conditions: conditions, level: .low)
    }

    /// What the rules are refused with; an empty text where they are taken.
    private func refusal(
        name: String = "test/1", indicators: [TrustIndicator]? = nil, rules: [TrustRule] = []
    ) -> String {
        do {
            _ = try TrustRules(name: name, indicators: indicators ?? [efficacy], rules: rules)
            return ""
        } catch {
            return error.description
        }
    }

    @Test func `sound rules are kept as they were given`() throws {
        let rules = try TableThree.rules()
        #expect(rules.name == "table3/1")
        #expect(rules.indicators == TableThree.indicators)
        #expect(rules.rules == TableThree.ruleList)
    }

    @Test func `an indicator that is not among the indicators is refused`() {
        #expect(
            refusal(rules: [rule("calm", .init(unknown: "weather"))])
                == "The rule calm asks for the indicator weather, which is not among the indicators.")
    }

    @Test func `a value that the indicator does not have is refused`() {
        #expect(
            refusal(rules: [rule("strong", .init("efficacy", anyOf: "growing", "strong"))])
                == "The rule strong asks whether efficacy is strong, but its values are: low, growing.")
    }

    @Test func `two rules of one name are refused, in whatever form they stand`() {
        let other = TrustRule(
            form: .process, name: "low", conditions: [.init("efficacy", anyOf: "low")], level: .low)
        #expect(
            refusal(rules: [rule("low", .init("efficacy", anyOf: "low")), other])
                == "Two rules are named low; a verdict that gives it as its reason would be unclear.")
    }

    @Test func `a rule that could never hold, or always would, is refused`() {
        #expect(
            refusal(rules: [rule("always")])
                == "The rule always has no conditions, so no rule after it could ever count.")
        #expect(
            refusal(rules: [rule("never", TrustCondition(indicator: "efficacy", demand: .anyOf([])))])
                == "The rule never allows the indicator efficacy no value, so that it can never hold.")
        #expect(
            refusal(rules: [rule("both", .init("efficacy", anyOf: "low"), .init(unknown: "efficacy"))])
                == "The rule both has two conditions on the indicator efficacy.")
    }

    @Test func `an indicator given twice, without values or with one value twice is refused`() {
        #expect(refusal(indicators: [efficacy, efficacy]) == "The indicator efficacy is given twice.")
        #expect(
            refusal(indicators: [TrustIndicator(code: "empty", form: .process, values: [])])
                == "The indicator empty has no values.")
        #expect(
            refusal(indicators: [TrustIndicator(code: "echo", form: .process, values: ["a", "b", "a"])])
                == "The indicator echo has the value a twice.")
    }

    @Test func `rules and sets of rules need names`() {
        #expect(refusal(name: "") == "The rules have no name.")
        #expect(
            refusal(rules: [rule("", .init("efficacy", anyOf: "low"))])
                == "A rule of the form collective has no name.")
    }
}
