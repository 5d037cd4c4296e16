import Foundation
import Support
import Testing

@testable import Kollegium

/// XLSForm out and in gives the same questionnaire.
@Suite struct XLSFormRoundTripTests {
    @Test(arguments: ReadyMade.allCases) func `a ready-made questionnaire comes back as it was`(
        _ ready: ReadyMade
    ) throws {
        var questionnaire = try ready.questionnaire()
        if ready == .empty { questionnaire.parts = [.part("start", wave: 1, [.text("why")])] }
        try expectRoundTrip(questionnaire)
    }

    @Test(arguments: 1...40) func `a random questionnaire comes back as it was`(_ seed: UInt64) throws {
        try expectRoundTrip(RandomQuestionnaire.make(seed: seed))
    }

    @Test(arguments: 1...40) func `and so it does as YAML`(_ seed: UInt64) throws {
        let questionnaire = RandomQuestionnaire.make(seed: seed)
        let back = try QuestionnaireFileReading(Array(questionnaire.yaml.utf8), .sv)
        #expect(back.questionnaire == questionnaire)
        #expect(back.losses == [])
    }

    private func expectRoundTrip(_ questionnaire: Questionnaire) throws {
        let back = try QuestionnaireFileReading(XLSFormWriting(questionnaire).bytes(), .sv)
        #expect(back.questionnaire == questionnaire, "\(questionnaire.yaml)")
        #expect(back.losses == [])
    }
}
