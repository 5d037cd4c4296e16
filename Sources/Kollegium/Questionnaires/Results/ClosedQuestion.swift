import Measures

/// What came of one closed question, over all who answered it in a wave: never by team or school.
struct ClosedQuestion: Sendable {
    let question: AskedPart.Question
    let distribution: Distribution
    /// Whether it covers only those who answered in a wave that closed before too.
    let isNarrowed: Bool

    /// - Parameters:
    ///   - earlier: What the question was answered in the waves that closed before, in that order.
    ///   - answers: What it was answered in this one.
    init(
        _ question: AskedPart.Question, earlier: [[ClosedQuestionStore.Answer]],
        _ answers: [ClosedQuestionStore.Answer], _ withholding: Withholding
    ) {
        self.question = question
        let waves = (earlier + [answers]).map { wave in
            wave.reduce(into: WaveCoverage.Wave()) { $0[$1.person] = [0] }
        }
        let covered =
            withholding.rules.contains(.waves)
            ? WaveCoverage(waves, minimum: withholding.minimumGroup) {
                $0 >= Distribution.fewest && withholding.showsSpread(of: $0)
            }

            .people[earlier.count] : Set(answers.map(\.person))
        var counts = question.steps.map { _ in 0 }
        for answer in answers where covered.contains(answer.person) {
            if let place = question.place(of: answer.value) { counts[place] += 1 }
        }
        distribution = Distribution(counts, withholding)
        isNarrowed = covered.count < answers.count
    }
}

extension AskedPart.Question {
    /// Which of its alternatives an answer is, from 0.
    func place(of value: AnswerValue) -> Int? {
        switch value {
        case .step(let step): steps.indices.contains(step - 1) ? step - 1 : nil
        case .text: steps.indices.first { choice($0 + 1).map(AnswerValue.text) == value }
        case .optedOut: nil
        }
    }

    /// What an alternative is called.
    func alternative(_ place: Int, _ language: Language) -> String {
        words(.step(place + 1), language)
    }
}
