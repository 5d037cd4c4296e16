import Foundation
import Support
import Testing

@testable import Kollegium

/// What one can begin from.
@Suite struct ReadyMadeTests {
    @Test(arguments: [ReadyMade.teacher, .leader, .exit])
    func `each says everything in both languages, and can be published as it is`(_ ready: ReadyMade) throws {
        let questionnaire = try ready.questionnaire()
        let standing = StandingQuestionnaire(
            key: 1, publicID: "x", programme: 1, whole: nil, parts: [:])
        #expect(QuestionnaireChange(standing, to: questionnaire).obstacles == [])
        var titles = [questionnaire.title] + questionnaire.areas.map(\.label)
        for scale in questionnaire.scales { titles += scale.steps.map(\.label) }
        for part in questionnaire.parts {
            titles.append(part.title)
            // What a review asks follows from the goals.
            titles += part.items.filter { ready != .teacher || $0.type != .goalReview }.map(\.label)
        }
        #expect(titles.allSatisfy { !($0.sv ?? "").isEmpty && !($0.en ?? "").isEmpty })
        #expect(!questionnaire.yaml.contains("!"))
    }

    @Test func `the teacher questionnaire is the example's, on no day yet`() throws {
        let bundle = try TestBundle.fiveSchools()
        let example = try QuestionnaireFileReading(
            Array(bundle["instruments/teacher.yaml"].utf8), .sv
        ).questionnaire
        var dayless = example
        for index in dayless.parts.indices { dayless.parts[index].opens = nil }
        #expect(try ReadyMade.teacher.questionnaire() == dayless)
        #expect(example.parts.contains { $0.opens != nil })
    }

    @Test func `the leaders are asked the purpose each time, their goals, and how far these were reached`()
        throws
    {
        let leader = try ReadyMade.leader.questionnaire()
        #expect(leader.audience == "school-leader" && leader.parts.count == 3)
        for part in leader.parts {
            #expect(part.items.first { $0.code == "purpose" }?.looksBack == true)
        }
        #expect(leader.parts[0].items.count { $0.type == .goal } == 3)
        #expect(leader.parts[1...].allSatisfy { $0.items.contains { $0.type == .goalReview } })
        #expect(leader.parts[1].items.allSatisfy { $0.type != .goal || $0.looksBack })
    }

    @Test func `whoever leaves is asked little`() throws {
        let exit = try ReadyMade.exit.questionnaire()
        #expect(exit.asks == .leavers && exit.parts.count == 1 && exit.parts[0].items.count <= 8)
    }
}
