import Measures
import Storage

/// What stands beside the outcome where a report has room for it: how uncertain each figure is, with the person as
/// the unit, and how well the questions measure. Nothing in it speaks of a figure that the outcome withholds.
struct OutcomeDetail: Sendable {
    /// How many people were at any time members of any team.
    let members: Int
    /// How many people of each team were asked, by part and team; only parts that say when they opened.
    let asked: [Int64: [Int64: Int]]
    /// What can be said of each team's answers to each part, by part and team.
    let teams: [Int64: [Int64: Team]]
    /// What the steps of each part's scale are called; only parts whose areas share one.
    let scales: [Int64: [Title]]
    /// How well the areas' questions measure, by part and in the areas' order.
    let quality: [Int64: [AreaQuality]]

    struct Team: Sendable {
        /// Of the mean of all steps in the areas shown. Nil where the spread may not be told.
        let indexInterval: Interval?
        /// The means of the people, each over the areas shown; none where the spread may not be told, or where on a page
        /// they answered unlike many questions.
        let people: [Double]
        /// Nil where it may not be told.
        var meanOfPeople: Double? {
            people.isEmpty ? nil : people.reduce(0, +) / Double(people.count)
        }
        /// By area code; only areas whose share is shown exactly.
        let areas: [String: Area]
    }

    struct Area: Sendable {
        let people: Int
        let share: BetaBinomial
        /// Whether how the answers lie among the people may be told. Where not, the interval is the widest that so many
        /// people allow, which says nothing of it.
        let tellsSpread: Bool
        let resampled: Interval?
        /// Where each person gave one answer.
        let proportion: Proportion?
        /// What the share would be had everyone asked answered every question.
        let possible: PossibleShare?
    }

    struct AreaQuality: Sendable {
        let area: OutcomeStore.Area
        let quality: MeasurementQuality
    }

    private static let bootstrap = PeopleBootstrap(seed: 1)

    /// What is read beside the answers.
    struct Ground {
        let items: [Int64: [RatingStore.Item]]
        let asked: [Int64: [Int64: Int]]
        let scales: [Int64: [Title]]
        let members: Int

        static func read(
            _ db: Session, _ study: Study, _ selection: Selection, _ subject: OutcomeSubject = .areas
        ) throws -> Ground {
            let store = RatingStore(db: db)
            return Ground(
                items: try store.items(of: study.programme, subject),
                asked: try store.asked(of: study.programme, selection),
                scales: try store.scales(of: study.programme, subject == .areas ? .areas : .goals),
                members: try TeamStore(db: db).members(of: study.programme, selection))
        }
    }

    static func read(_ db: Session, beside report: OutcomeReport) throws -> OutcomeDetail {
        let ground = try Ground.read(db, report.study, .everything)
        return try OutcomeDetail(beside: report, ground) { body in
            try RatingStore(db: db).eachTeam(of: report.study.programme, ground.items, body: body)
        }
    }

    /// - Parameter eachTeam: Hands over the rows of answers of each part and team.
    init(
        beside report: OutcomeReport, _ ground: Ground,
        eachTeam: ((_ part: Int64, _ team: Int64, [[Int?]]) -> Void) throws -> Void
    ) rethrows {
        let entries = Dictionary(uniqueKeysWithValues: report.entries.map { (Place($0, report), $0.outcome) })
        let parts = Dictionary(uniqueKeysWithValues: report.parts.map { ($0.key, $0) })
        var teams: [Int64: [Int64: Team]] = [:]
        var gatherings = Dictionary(
            uniqueKeysWithValues: report.parts.map { part in
                (part.key, part.areas.map { _ in MeasurementQuality.Gathering() })
            })
        try eachTeam { partKey, team, rows in
            guard let part = parts[partKey], let columns = ground.items[partKey],
                let outcome = entries[Place(part: partKey, team: team)], outcome.reported
            else { return }
            let reading = TeamReading(part: part, items: columns, rows: rows)
            // Beside a masked share nothing else may tell how answers lie: together they would unmask it.
            let tells: (Int) -> Bool = { people in !outcome.isMasked && report.study.showsSpread(of: people) }
            teams[partKey, default: [:]][team] = Team(
                reading, outcome, asked: ground.asked[partKey]?[team], tells, report.rules, by: Self.bootstrap
            )
            for (index, area) in part.areas.enumerated() where outcome.isExact(area.code) {
                let rows = reading.rows(of: area)
                guard tells(rows.count) else { continue }
                gatherings[partKey]?[index].take(
                    team, TeamRatings(rows: rows), steps: reading.steps(of: area))
            }
        }
        quality = Dictionary(
            uniqueKeysWithValues: report.parts.map { part in
                (
                    part.key,
                    zip(part.areas, gatherings[part.key] ?? []).map { area, gathering in
                        AreaQuality(area: area, quality: gathering.quality(in: report.study))
                    }
                )
            })
        self.teams = teams
        members = ground.members
        asked = ground.asked
        scales = ground.scales
    }

    private struct Place: Hashable {
        let part: Int64
        let team: Int64

        init(part: Int64, team: Int64) {
            self.part = part
            self.team = team
        }

        init(_ entry: OutcomeReport.Entry, _ report: OutcomeReport) {
            self.init(part: report.parts[entry.part].key, team: entry.team.key)
        }
    }
}

/// One team's answers to one part, with the columns of each area.
private struct TeamReading {
    let part: OutcomeStore.Part
    let items: [RatingStore.Item]
    let rows: [[Int?]]

    private func places(of area: OutcomeStore.Area) -> [Int] {
        items.indices.filter { items[$0].area == area.key }
    }

    func steps(of area: OutcomeStore.Area) -> [Int] {
        places(of: area).map { items[$0].steps }
    }

    func rows(of area: OutcomeStore.Area) -> [[Int?]] {
        let columns = places(of: area)
        return rows.map { row in columns.map { row[$0] } }.filter { $0.contains { $0 != nil } }
    }

    /// What each person answered in the areas, in an order that depends on the answers alone.
    func tallies(of areas: [OutcomeStore.Area]) -> [PersonTally] {
        let columns = areas.flatMap { places(of: $0) }
        let tallies = rows.compactMap { row -> PersonTally? in
            let answered = columns.filter { row[$0] != nil }
            guard !answered.isEmpty else { return nil }
            let steps = answered.map { (step: row[$0] ?? 0, of: items[$0].steps) }
            return PersonTally(
                answers: steps.count, top: steps.filter { $0.step >= $0.of - 1 }.count,
                sum: steps.reduce(0) { $0 + $1.step })
        }
        return tallies.sorted { ($0.answers, $0.top, $0.sum) < ($1.answers, $1.top, $1.sum) }
    }
}

extension OutcomeDetail.Team {
    fileprivate init(
        _ reading: TeamReading, _ outcome: Outcome, asked: Int?, _ tells: (Int) -> Bool,
        _ rules: Withholding.Rules, by bootstrap: PeopleBootstrap
    ) {
        var areas: [String: OutcomeDetail.Area] = [:]
        for area in reading.part.areas {
            guard let share = outcome.areas.first(where: { $0.area == area.code }),
                case .exact(let top, _) = share.shown
            else { continue }
            let people = reading.tallies(of: [area])
            let tellsSpread = tells(people.count)
            let widest = BetaBinomial(top: top, of: share.of, people: people.count)
            guard let interval = tellsSpread ? BetaBinomial(people) : widest else { continue }
            areas[area.code] = OutcomeDetail.Area(
                people: people.count, share: interval, tellsSpread: tellsSpread,
                resampled: tellsSpread ? bootstrap.share(people) : nil,
                proportion: area.ratingItems == 1 ? Proportion(top, of: share.of) : nil,
                possible: asked.flatMap { asked in
                    PossibleShare(top: top, answers: share.of, asked: asked * area.ratingItems)
                })
        }
        var people = reading.tallies(of: reading.part.areas.filter { outcome.isExact($0.code) })
        if !tells(people.count) { people = [] }
        let isEven = Set(people.map(\.answers)).count == 1
        self.init(
            indexInterval: bootstrap.index(people),
            people: isEven || !rules.contains(.evenMeans)
                ? people.map { Double($0.sum) / Double($0.answers) } : [], areas: areas)
    }
}

extension Outcome {
    /// Whether only a limit is told of some area.
    fileprivate var isMasked: Bool { areas.contains { !isExact($0.area) } }

    /// Whether the area's share is shown exactly.
    fileprivate func isExact(_ area: String) -> Bool {
        areas.contains { $0.area == area && $0.isExact }
    }
}
