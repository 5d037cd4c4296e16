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
}
