import Measures
import Testing

@testable import Kollegium

/// The rules as they are written for people.
@Suite struct TrustRulesFileTests {
    @Test func `the file says what the rules of table 3 are`() throws {
        let file = try TrustRulesFile.named("table3/1").rules
        let written = try TableThree.rules()
        #expect(file.name == written.name)
        #expect(file.indicators == written.indicators)
        // Within a form the order decides; between the forms there is none.
        for form in TrustForm.allCases {
            #expect(file.rules.filter { $0.form == form } == written.rules.filter { $0.form == form })
        }
        #expect(file.rules.count == written.rules.count)
    }

    @Test func `every rule, level, indicator and value has words in both languages`() throws {
        let file = try TrustRulesFile.named("table3/1")
        for language in Language.allCases {
            for rule in TableThree.ruleList {
                let reason = file.reason(rule.name, language)
                #expect(reason != rule.name && reason.hasSuffix("."))
            }
            for indicator in TableThree.indicators {
                #expect(file.indicator(indicator.code, language) != indicator.code)
                for value in indicator.values where language == .sv {
                    #expect(file.value(indicator.code, value, language) != value)
                }
            }
            for level in [TrustLevel.high, .enough, .low] {
                #expect(file.level(level, language) != level.rawValue)
            }
            #expect(!file.caution(language).isEmpty)
        }
    }

    @Test func `the bundle format and the rules know the same indicators`() {
        #expect(TrustIndicators.all.map(\.code) == TableThree.indicators.map(\.code))
        #expect(TrustIndicators.all.map(\.form) == TableThree.indicators.map(\.form.rawValue))
        #expect(TrustIndicators.all.map(\.values) == TableThree.indicators.map(\.values))
    }

    @Test func `an unknown name is refused`() {
        #expect(throws: ReportRefusal.self) { try TrustRulesFile.named("table3/2") }
    }
}
