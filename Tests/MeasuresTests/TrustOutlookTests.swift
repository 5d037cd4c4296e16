import Measures
import Testing

/// What follows from the levels, with every level also unknown.
@Suite struct TrustOutlookTests {
    @Test(arguments: [
        (TrustLevel?.some(.high), [true, true, false, nil] as [Bool?]),
        (.some(.enough), [true, true, false, nil]),
        (.some(.low), [false, false, false, false]),
        (.none, [nil, nil, false, nil]),
    ])
    func `endurance needs process and collective both, and one of them low settles it`(
        process: TrustLevel?, endurance: [Bool?]
    ) {
        let collective: [TrustLevel?] = [.high, .enough, .low, nil]
        #expect(
            collective.map { TrustAssessment.endurance(process: process, collective: $0) } == endurance)
        #expect(
            collective.map { TrustAssessment.endurance(process: $0, collective: process) } == endurance)
    }

    @Test(arguments: [
        (TrustLevel?.some(.high), [true, false, nil] as [Bool?]),
        (.some(.enough), [false, false, false]),
        (.some(.low), [false, false, false]),
        (.none, [nil, false, nil]),
    ])
    func `deepened learning needs endurance and high collegial trust, and either missing settles it`(
        collegial: TrustLevel?, deepened: [Bool?]
    ) {
        let endurance: [Bool?] = [true, false, nil]
        #expect(
            endurance.map { TrustAssessment.deepenedLearning(collegial: collegial, endurance: $0) }
                == deepened)
    }

    @Test(
        arguments: [
            (["efficacy": "low"], false, false),
            (["organisational-trustworthiness": "low"], false, false),
            (["relations": "doubted"], nil, false),
            (["relations": "affirmed"], nil, nil),
            (["organisational-trustworthiness": "high"], true, nil),
            (["organisational-trustworthiness": "high", "relations": "affirmed"], true, true),
            (["organisational-trustworthiness": "high", "relations": "doubted"], true, false),
            (["efficacy": "growing", "relations": "affirmed"], nil, nil),
        ] as [([String: String], Bool?, Bool?)])
    func `an assessment draws them from its own levels`(
        values: [String: String], endurance: Bool?, deepened: Bool?
    ) throws {
        let assessment = try TableThree.rules().assess(evidence(values))
        #expect(assessment.endurance == endurance)
        #expect(assessment.deepenedLearning == deepened)
    }
}
