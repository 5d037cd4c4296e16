import Foundation
import Support
import Testing

/// The report is what the rows of the bundle say, whoever counts.
@Suite struct OutcomePropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...(isLongRun ? 100 : 12)

    @Test(arguments: seeds)
    func `the report is what the bundle's own rows come to`(_ seed: UInt64) async throws {
        let survey = RandomSurvey.make(seed: seed)
        let expected = NaiveOutcome(survey: survey).json
        for engine in TestEngine.allCases {
            let bundle = survey.bundle
            let output = try await withPlace(engine) { place in
                try await place.holding(bundle)
                return try await place.kollegium("report", "outcome", "survey", "--format", "json").output
            }
            let report = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? NSDictionary
            #expect(report == expected, "\(engine): \(output) and \(expected)")
        }
    }

    @Test func `the random studies try everything that a report can say`() {
        let reports = (1...12 as ClosedRange<UInt64>).map {
            "\(NaiveOutcome(survey: RandomSurvey.make(seed: $0)).json)"
        }.joined()
        for word in ["too few answers", "atLeast", "atMost", "percent", "withheld"] {
            #expect(reports.contains(word))
        }
    }
}

/// A survey made by chance; the same seed gives the same.
private struct RandomSurvey {
    private var random: RepeatableRandom

    static func make(seed: UInt64) -> Survey {
        var maker = RandomSurvey(random: RepeatableRandom(seed: seed))
        return maker.survey()
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func survey() -> Survey {
        var survey = Survey(questionnaires: (1...number(1...2)).map { questionnaire("q\($0)") })
        survey.minimumGroup = number(0...3) == 0 ? number(5...7) : 5
        survey.minimumForSingleItems = number(5...11)
        survey.published = number(0...3) == 0
        survey.teams = ["t2", "T1", "å", "t10", "Ä", "z"].shuffled(using: &random).prefix(number(1...5)).map {
            $0
        }
        for team in survey.teams {
            // Teams that agree show extremes, those that don't show the middle.
            let mood = number(-3...3)
            for person in 0..<number(3...14) {
                for questionnaire in survey.questionnaires {
                    for part in questionnaire.parts where number(1...10) > 2 {
                        for item in part.items where number(1...10) > 2 {
                            let value = item.steps.map { step(of: $0, mood) } ?? "ord"
                            survey.answer(
                                questionnaire.id, part.id, "\(team)-\(person)", team, item.id, value)
                        }
                    }
                }
            }
        }
        return survey
    }

    private mutating func step(of steps: Int, _ mood: Int) -> String {
        guard number(1...10) > 1 else { return "" }
        return "\(min(max(number(1...steps) + mood, 1), steps))"
    }

    private mutating func questionnaire(_ id: String) -> Survey.Questionnaire {
        let areas = ["lag", "elever", "skola", "mål"].prefix(number(1...4)).map { $0 }
        let waves = [1, 2, 3].shuffled(using: &random).prefix(number(1...3))
        let parts = waves.map { wave in
            let items = (1...number(1...8)).map { index in
                Survey.Item(
                    id: "i\(index)", steps: number(0...5) == 0 ? nil : number(2...7),
                    area: number(0...4) == 0 ? nil : areas.randomElement(using: &random))
            }
            return Survey.Part(id: "del-\(wave)", wave: wave, items: items)
        }
        return Survey.Questionnaire(id: id, areas: areas, parts: parts)
    }
}
