import Measures
import Testing

/// The table of `table3/1` once more, as plain conditions, to hold the engine against.
private func expected(_ form: TrustForm, _ values: [String: String]) -> (TrustLevel, String)? {
    let organisation = values["organisational-trustworthiness"]
    switch form {
    case .process:
        if organisation == "low" { return (.low, "organisation-distrusted") }
        if values["purpose"] == "disputed" { return (.low, "purpose-disputed") }
        guard organisation == "high" else { return nil }
        return values["leadership-distance"] == "distant"
            ? (.enough, "leadership-apart") : (.high, "organisation-trusted")
    case .collective:
        switch values["efficacy"] {
        case "low": return (.low, "efficacy-low")
        case "growing": return (.enough, "efficacy-on-its-way")
        case "established":
            return values["drivers"] == "present"
                ? (.high, "efficacy-carried") : (.enough, "efficacy-on-its-way")
        default: return organisation == "high" ? (.enough, "efficacy-not-doubted") : nil
        }
    case .collegial:
        if values["relations"] == "doubted" { return (.low, "relations-doubted") }
        if values["climate"] == "apparent-only", values["practice"] == "not-visible" {
            return (.low, "harmony-without-practice")
        }
        return values["relations"] == "affirmed" ? (.high, "relations-affirmed") : nil
    }
}

@Suite struct TrustRulesTests {
    @Test(arguments: TrustForm.allCases)
    func `every combination of evidence gets the level and rule of the table`(form: TrustForm) throws {
        let rules = try TableThree.rules()
        for values in everyCombination(of: TableThree.named[form, default: []]) {
            let verdict = try #require(rules.assess(evidence(values)).verdicts.first { $0.form == form })
            let (level, rule) = expected(form, values) ?? (nil, nil)
            #expect(verdict.level == level, "\(values)")
            #expect(verdict.rule == rule, "\(values)")
        }
    }

    @Test func `without evidence nothing is said, and what is missing is named`() throws {
        let assessment = try TableThree.rules().assess([:])
        #expect(assessment.verdicts.map(\.level) == [nil, nil, nil])
        #expect(assessment.verdicts.map(\.rule) == [nil, nil, nil])
        #expect(assessment.verdicts.map(\.evidence) == [[], [], []])
        #expect(
            assessment.verdicts.map(\.missing) == [
                ["organisational-trustworthiness", "purpose", "leadership-distance"],
                ["relations", "climate", "practice"],
                ["efficacy", "drivers", "organisational-trustworthiness"],
            ])
        #expect(assessment.endurance == nil)
        #expect(assessment.deepenedLearning == nil)
    }

    @Test func `only what has no evidence is named as missing`() throws {
        let assessment = try TableThree.rules().assess(
            evidence(["purpose": "shared", "climate": "open", "drivers": "present"]))
        #expect(
            assessment.verdicts.map(\.missing) == [
                ["organisational-trustworthiness", "leadership-distance"], ["relations", "practice"],
                ["efficacy", "organisational-trustworthiness"],
            ])
    }

    @Test func `a condition that something is unknown rests on no evidence`() throws {
        let assessment = try TableThree.rules().assess(evidence(["organisational-trustworthiness": "high"]))
        let collective = assessment.verdicts[2]
        #expect(collective.rule == "efficacy-not-doubted")
        #expect(collective.evidence == ["organisational-trustworthiness"])
    }

    @Test func `evidence that no rule asks for changes nothing`() throws {
        let rules = try TableThree.rules()
        for values in everyCombination(of: TableThree.named[.collective, default: []]) {
            let without = rules.assess(evidence(values))
            for value in ["high", "low"] {
                var more = values
                more["supervision-trust"] = value
                #expect(rules.assess(evidence(more)) == without)
            }
            #expect(rules.assess(evidence(values.merging(["weather": "fine"]) { $1 })) == without)
        }
    }

    @Test func `a value that the indicator does not have fulfils nothing, and is not unknown`() throws {
        let assessment = try TableThree.rules().assess(
            evidence(["organisational-trustworthiness": "high", "efficacy": "boundless"]))
        let collective = assessment.verdicts[2]
        #expect(collective.level == nil)
        #expect(collective.missing == ["drivers"])
        #expect(
            collective.wouldChange == [
                TrustChange(indicator: "efficacy", value: "low", level: .low),
                TrustChange(indicator: "efficacy", value: "growing", level: .enough),
                TrustChange(indicator: "efficacy", value: "established", level: .enough),
            ])
    }
}
