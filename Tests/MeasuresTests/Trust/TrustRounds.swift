@testable import Measures

/// Rounds of answers made for tests: everybody asked answers four questions, two on openness and two on honesty.
enum TrustRounds {
    /// - Parameters:
    ///   - openness: What each person answers to both questions on openness, and likewise `honesty`.
    ///   - asked: How many were asked; as many as answered where nothing is said.
    static func round(
        openness: [[Int]], honesty: [[Int]], asked: Int? = nil, from first: Int64 = 1, items: Int = 4
    ) -> AnswerRound {
        let people = zip(openness, honesty).enumerated().map { index, answers in
            person(first + Int64(index), [.openness: answers.0, .honesty: answers.1])
        }
        return AnswerRound(
            name: "round", items: items, facetItems: [.openness: 2, .honesty: 2],
            asked: asked ?? people.count, people: people)
    }

    static func person(_ key: Int64, _ facets: [TrustFacet: [Int]]) -> AnswerRound.Person {
        let all = facets.values.flatMap(\.self)
        return AnswerRound.Person(
            key: key, all: PersonMean(sum: all.reduce(0, +), answers: all.count),
            facets: facets.filter { !$0.value.isEmpty }.mapValues {
                PersonMean(sum: $0.reduce(0, +), answers: $0.count)
            })
    }

    /// Five people of whom each answers these steps to all four questions.
    static func alike(_ steps: [Int], from first: Int64 = 1) -> AnswerRound {
        round(openness: steps.map { [$0, $0] }, honesty: steps.map { [$0, $0] }, from: first)
    }

    /// A round whose mean is so many twentieths above 3: twenty answers of five people, some 4 and the others 3, or
    /// some 5 and the others 4. Both facets get as near to the mean as they can.
    static func twentieths(_ count: Int) -> AnswerRound {
        let base = count > 20 ? 4 : 3
        var left = count > 20 ? count - 20 : count
        var answers = Array(repeating: base, count: 20)
        for place in answers.indices where left > 0 {
            answers[place] += 1
            left -= 1
        }
        // Places go round the people and facets, so that neither facet gets more than one more than the other.
        func places(_ first: Int) -> [[Int]] {
            (0..<5).map { person in
                let place = 4 * person + first
                return [answers[place], answers[place + 2]]
            }
        }
        let (openness, honesty) = (places(0), places(1))
        return round(openness: openness, honesty: honesty)
    }

    static func levels(
        _ rounds: [AnswerRound], _ thresholds: TrustThresholds = TrustThresholds(),
        privacy: AnswerPrivacy = AnswerPrivacy()
    ) -> [AnswersReading] {
        var course = AnswersCourse(thresholds, privacy: privacy)
        return rounds.map { course.read($0) }
    }
}
