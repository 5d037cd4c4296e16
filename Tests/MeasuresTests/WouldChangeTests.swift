import Testing

@testable import Measures

@Suite struct WouldChangeTests {
    /// Both halves at once: each listed change gives the level it says, and each single change that is
    /// not listed leaves the level as it was.
    private func check(
        _ rules: TrustRules, _ values: [String: String], _ form: TrustForm, named: [String]
    ) throws {
        let verdict = try #require(rules.assess(evidence(values)).verdicts.first { $0.form == form })
        var left = verdict.wouldChange
        for code in named {
            let indicator = try #require(rules.indicators.first { $0.code == code })
            for value in indicator.values where value != values[code] {
                let changed = rules.assess(evidence(values.merging([code: value]) { $1 })).level(of: form)
                if let listed = left.first, listed.indicator == code, listed.value == value {
                    #expect(listed.level == changed, "\(values) with \(code) = \(value)")
                    #expect(listed.level != verdict.level)
                    left.removeFirst()
                } else {
                    #expect(changed == verdict.level, "\(values) with \(code) = \(value)")
                }
            }
        }
        #expect(left.isEmpty, "\(values) lists what is no change, or lists it out of order")
    }

    @Test(arguments: TrustForm.allCases)
    func `in table3 the changes listed are those that change the level, in order, and all`(
        form: TrustForm
    ) throws {
        let rules = try TableThree.rules()
        let named = TableThree.named[form, default: []]
        for values in everyCombination(of: named) {
            try check(rules, values, form, named: named)
        }
    }

    @Test func `the same holds for rules made up at random`() throws {
        var generator = SeededRandom(seed: 7)
        for _ in 0..<150 {
            let rules = try madeUpRules(using: &generator)
            var values: [String: String] = [:]
            for indicator in rules.indicators where Int.random(in: 0..<4, using: &generator) > 0 {
                values[indicator.code] = indicator.values.randomElement(using: &generator)
            }
            for form in TrustForm.allCases {
                var named: [String] = []
                for condition in rules.rules.filter({ $0.form == form }).flatMap(\.conditions)
                where !named.contains(condition.indicator) {
                    named.append(condition.indicator)
                }
                try check(rules, values, form, named: named)
            }
        }
    }

    @Test func `a change to where nothing can be said is a change`() throws {
        let rules = try TrustRules(
            name: "one", indicators: [TrustIndicator(code: "sun", form: .process, values: ["up", "down"])],
            rules: [
                TrustRule(form: .process, name: "day", conditions: [.init("sun", anyOf: "up")], level: .high)
            ])
        #expect(
            rules.assess(evidence(["sun": "up"])).verdicts[0].wouldChange == [
                TrustChange(indicator: "sun", value: "down", level: nil)
            ])
        #expect(rules.assess(evidence(["sun": "down"])).verdicts[0].missing.isEmpty)
    }

    private func madeUpRules(using generator: inout SeededRandom) throws -> TrustRules {
        let indicators = (0..<6).map { place in
            TrustIndicator(
                code: "indicator \(place)",
                form: TrustForm.allCases.randomElement(using: &generator) ?? .process,
                values: (0..<Int.random(in: 1...4, using: &generator)).map { "value \($0)" })
        }
        let rules = (0..<10).map { place in
            let asked = indicators.shuffled(using: &generator).prefix(
                Int.random(in: 1...2, using: &generator))
            let conditions = asked.map { indicator in
                let values = indicator.values.shuffled(using: &generator)
                let some = Array(values.prefix(Int.random(in: 0...2, using: &generator)))
                return TrustCondition(
                    indicator: indicator.code, demand: some.isEmpty ? .unknown : .anyOf(some))
            }
            return TrustRule(
                form: TrustForm.allCases.randomElement(using: &generator) ?? .process, name: "rule \(place)",
                conditions: conditions, level: TrustLevel.allCases.randomElement(using: &generator) ?? .low)
        }
        return try TrustRules(name: "made up", indicators: indicators, rules: rules)
    }
}
