/// What the work has meant according to one team's answers to one part of a questionnaire: a share for
/// each area, and one index over them. Source: the second table of the study of five teams.
///
/// Everything that may be shown of these answers is in this value, and nothing else is: a page, a report
/// or a download made from it cannot show more.
///
/// The index is taken over the answers of the areas shown, so that a withheld area cannot be worked out
/// by difference. Areas are different questions, so no rule lies between them. In the study format an area
/// whose extreme is masked is shown, and therefore counts in the index. So index and shares together can
/// narrow a masked share down, and near an end of the scale settle it: with fewer than 200 answers, an index
/// of 5.00 on five steps says that every answer was the highest. Pages leave such an area out of the index.
public struct Outcome: Sendable, Equatable {
    /// People with at least one counted answer in any area; nil where the team is not reported.
    public let respondents: Int?
    /// The mean of all steps answered in the areas shown; nil where none is.
    public let index: Hundredths?
    /// The areas shown, in the order given.
    public let areas: [OutcomeShare]
    /// The codes of the areas that were asked about and may not be shown, in the order given. A team
    /// that is not reported names none.
    public let withheld: [String]

    /// Whether enough people answered for anything to be said of the team.
    public var reported: Bool { respondents != nil }

    /// - Parameters:
    ///   - areas: The areas of the part, in the instrument's order. One without rating items was not
    ///     asked about, and is neither shown nor named as withheld.
    ///   - respondents: People with at least one counted answer in any of the areas.
    ///   - tallies: What was answered, by area code. Where one is missing, nobody answered.
    ///   - withholding: What the study has promised.
    public init(
        areas: [OutcomeArea], respondents: Int, tallies: [String: AnswerTally], withholding: Withholding
    ) {
        guard respondents >= withholding.minimumGroup else {
            self.respondents = nil
            self.index = nil
            self.areas = []
            self.withheld = []
            return
        }
        var shown: [OutcomeShare] = []
        var withheld: [String] = []
        var answers = 0
        var sum = 0
        for area in areas where area.ratingItems > 0 {
            if let tally = tallies[area.code], withholding.shows(area, answeredBy: tally.people),
                let share = OutcomeShare(of: area, tally: tally, withholding: withholding)
            {
                shown.append(share)
                guard share.isExact || !withholding.rules.contains(.limitsApart) else { continue }
                answers += tally.answers
                sum += tally.sum
            } else {
                withheld.append(area.code)
            }
        }
        self.respondents = respondents
        self.index = Hundredths(sum, over: answers)
        self.areas = shown
        self.withheld = withheld
    }

    private init(respondents: Int?, areas: [OutcomeShare], withheld: [String]) {
        self.respondents = respondents
        self.index = nil
        self.areas = areas
        self.withheld = withheld
    }

    /// The shares alone, where a mean of the steps would be one figure more than is asked for.
    public var withoutIndex: Outcome {
        Outcome(respondents: respondents, areas: areas, withheld: withheld)
    }
}
