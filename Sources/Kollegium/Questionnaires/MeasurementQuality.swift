import Measures

/// How well a set of questions measures one thing, and how far the people of a team answered alike.
struct MeasurementQuality: Sendable {
    let items: Int
    /// People who answered every item.
    let complete: Int
    /// Only where enough people answered every item.
    let alpha: CronbachAlpha?
    let correlation: IntraclassCorrelation?
    /// By team; only teams with enough people for their spread to be shown.
    let agreement: [Int64: Agreement]

    struct Agreement: Sendable {
        let people: Int
        let uniform: Double?
        let skewed: Double?
        let deviation: Double?
    }

    /// Takes in team after team, so that a country's answers need not be held at once.
    struct Gathering {
        private var rows: [[Int?]] = []
        private var means: [[Double]] = []
        private var agreement: [Int64: Agreement] = [:]
        private var items = 0

        /// - Parameter steps: How many steps the scale of each item has.
        mutating func take(_ team: Int64, _ ratings: TeamRatings, steps: [Int]) {
            items = steps.count
            rows += ratings.rows.filter { $0.allSatisfy { $0 != nil } }
            means.append(ratings.means)
            agreement[team] = Agreement(ratings, steps: steps)
        }

        /// - Parameter study: Decides how many people it takes before the spread among them may be shown.
        func quality(in study: Study) -> MeasurementQuality {
            MeasurementQuality(
                items: items, complete: rows.count,
                alpha: study.showsSpread(of: rows.count) ? CronbachAlpha(TeamRatings(rows: rows)) : nil,
                correlation: BetweenTeams.enough(means.filter { $0.count >= study.minimumGroup })
                    .flatMap { IntraclassCorrelation($0) },
                agreement: agreement.filter { study.showsSpread(of: $0.value.people) })
        }
    }
}

extension Study {
    /// Whether so many people are enough for the spread among them to be shown: it tells more of each than a mean.
    func showsSpread(of people: Int) -> Bool {
        withholding(.format).showsSpread(of: people)
    }
}

extension MeasurementQuality.Agreement {
    fileprivate init(_ ratings: TeamRatings, steps: [Int]) {
        // Scales of several lengths have no chance answer in common.
        let length = Set(steps).count == 1 ? steps.first : nil
        self.init(
            people: ratings.rows.count { row in row.contains { $0 != nil } },
            uniform: length.flatMap { WithinGroupAgreement(ratings, null: .uniform(steps: $0))?.value },
            skewed: length.flatMap { WithinGroupAgreement(ratings, null: .slightSkew(steps: $0))?.value },
            deviation: AverageDeviation(ratings)?.scale)
    }
}

extension TeamRatings {
    /// The mean of each person who answered at least half of the items.
    fileprivate var means: [Double] {
        rows.compactMap { row in
            let answers = row.compactMap(\.self)
            guard !answers.isEmpty, 2 * answers.count >= row.count else { return nil }
            return Double(answers.reduce(0, +)) / Double(answers.count)
        }
    }
}
