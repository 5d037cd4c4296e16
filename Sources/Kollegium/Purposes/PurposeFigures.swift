import Measures

/// What a school's teachers say together to their leaders' purpose: one share for each settled term, or none. Whatever is
/// shown of their answers is in here, and nothing else is.
struct PurposeFigures: Sendable {
    /// In the order of the terms' days, whenever they were settled.
    let terms: [Figure]

    /// What was answered in a term.
    struct Term: Sendable {
        let code: String
        /// The last day, by which figures are put in order.
        var ends = ""
        /// By person.
        var answers: [Int64: PurposeAnswer] = [:]
    }

    struct Figure: Sendable, Equatable {
        let term: String
        /// Of those who answered, how many share it, wholly or in part; nil where too few did for anything to be told.
        let share: OutcomeShare?
        /// Some are left out because they answered in one of two terms only, and too few did for both to be told.
        let leavesOut: Bool
    }

    /// Two of the three answers are the highest steps of a scale, as of every question. It is a single item.
    private static let question = OutcomeArea(code: "purpose", ratingItems: 1)

    /// - Parameter terms: In the order in which they were settled.
    init(_ terms: [Term], _ withholding: Withholding) {
        let coverage = WaveCoverage(
            terms.map { $0.answers.mapValues { _ in [1] } }, minimum: withholding.minimumGroup
        ) { withholding.shows(Self.question, answeredBy: $0) }
        let figures = terms.enumerated().map { place, term in
            let answers = term.answers.filter { coverage.people[place].contains($0.key) }.values
            let tally = AnswerTally(
                people: answers.count, answers: answers.count,
                top: answers.count { $0 != .no }, sum: answers.reduce(0) { $0 + $1.step })
            let outcome = Outcome(
                areas: [Self.question], respondents: answers.count, tallies: [Self.question.code: tally],
                withholding: withholding)
            return Figure(
                term: term.code, share: outcome.areas.first,
                leavesOut: !outcome.areas.isEmpty && answers.count < term.answers.count)
        }
        self.terms = terms.indices.sorted {
            (terms[$0].ends, terms[$0].code) < (terms[$1].ends, terms[$1].code)
        }.map { figures[$0] }
    }
}

extension Study {
    /// What has been promised to teachers who say whether they share a purpose. A study's published figures have none of
    /// this in them, so nothing is exempt.
    var purposeWithholding: Withholding {
        Withholding(
            minimumGroup: minimumGroup, minimumForSingleItems: minimumForSingleItems, published: false,
            rules: .pages)
    }
}
