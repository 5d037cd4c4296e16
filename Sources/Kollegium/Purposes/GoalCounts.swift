import Measures

extension GoalCounts {
    private static let question = OutcomeArea(code: "goals", ratingItems: 1)

    /// - Parameter named: who named something under each heading, by person.
    init(_ named: [String: Set<Int64>], _ withholding: Withholding) {
        let all = named.values.reduce(into: Set<Int64>()) { $0.formUnion($1) }
        var headings: [Heading] = []
        var others: Set<Int64> = []
        for (words, people) in named {
            guard people.count >= withholding.minimumGroup else {
                others.formUnion(people)
                continue
            }
            let tally = AnswerTally(
                people: all.count, answers: all.count, top: people.count, sum: people.count)
            let isNearlyAll = withholding.limit(tally, of: Self.question) == .atLeast(80)
            headings.append(Heading(words: words, people: isNearlyAll ? nil : people.count))
        }
        self.headings = headings.sorted { one, other in
            let (most, more) = (one.people ?? .max, other.people ?? .max)
            return (more, one.words) < (most, other.words)
        }
        hasOthers = others.count >= withholding.minimumGroup
    }
}
