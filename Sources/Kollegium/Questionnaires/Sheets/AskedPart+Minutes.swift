extension AskedPart {
    /// About how many minutes it takes, by what each kind of question usually takes; at least one.
    var minutes: Int {
        let seconds = questions.reduce(0) { sum, question in
            switch question.type {
            case .rating: sum + 4
            case .goalExtent, .choice, .goalReview: sum + 6
            case .goal: sum + 15
            case .text: sum + 25
            case .ranking: sum + 30
            }
        }
        return max(1, (seconds + 59) / 60)
    }

    /// For whom has no goals of an earlier part to review.
    var withoutReview: AskedPart {
        AskedPart(key: key, questions: questions.filter { $0.type != .goalExtent })
    }

    /// What most of those who are asked in a wave meet: in the first there are no goals to review.
    func asked(in wave: Wave) -> AskedPart { wave.number > 1 ? self : withoutReview }
}
