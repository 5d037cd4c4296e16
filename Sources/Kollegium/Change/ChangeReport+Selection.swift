import Measures
import Storage

/// The change of some teams as of a day, for pages and downloads.
struct ChangeReading: Sendable {
    let report: ChangeReport
    let detail: ChangeDetail
    let endings: [TeamEnding]
    let frozen: Set<Int64>

    /// Reads by the same few statements, however many teams are selected.
    /// - Parameter rules: Others than those of pages only to see what they are good for.
    static func read(
        _ db: Session, _ study: Study, _ selection: Selection, in order: TeamStore.Order = .byName,
        rules: Withholding.Rules = .pages
    ) throws -> ChangeReading {
        let closed = try selection.through.map {
            try QuestionnaireStore(db: db).closedParts(of: study.programme, by: $0)
        }
        let store = RatingStore(db: db)
        let items = try store.items(of: study.programme).mapValues { $0.forChange(rules) }
        let parts = try ChangeStore(db: db).parts(of: study.programme).map { $0.asking(items[$0.key] ?? []) }
        // Which waves follow on each other does not depend on which have closed.
        let steps = ChangeReport.steps(between: parts).filter { step in
            closed.map { $0.contains(step.from.key) && $0.contains(step.to.key) } ?? true
        }
        let compared = Set(steps.flatMap { [$0.from.key, $0.to.key] })
        let roster = try TeamRoster.read(db, study, selection, in: order)
        var sheets: [Int64: [RatingStore.Sheet]] = [:]
        try store.sheets(of: study.programme, selection, items, in: .byTeam) { team, sheet in
            guard compared.contains(sheet.part), !roster.frozen.contains(team) else { return }
            sheets[team, default: []].append(sheet)
        }
        let withholding = study.withholding(rules)
        let entries = roster.teams.flatMap { team in
            ChangeReport.entries(of: team, steps, sheets[team.key] ?? [], items, withholding)
        }
        let report = ChangeReport(study: study, steps: steps, entries: entries, rules: rules)
        let detail = ChangeDetail(
            beside: report, items, try store.scales(of: study.programme, .forms)
        ) { items, body in
            for team in roster.teams {
                for part in items.keys.sorted() {
                    let own = (sheets[team.key] ?? []).filter { $0.part == part }.map(\.steps)
                    body(part, team.key, own.filter { $0.contains { $0 != nil } }.inOrder)
                }
            }
        }
        return ChangeReading(report: report, detail: detail, endings: roster.endings, frozen: roster.frozen)
    }
}

extension ChangeReading {
    /// What a team and its supervisor see.
    var forTeam: ChangeReport {
        var report = report
        report.isForTeam = true
        return report
    }
}

extension ChangeReport {
    /// One entry of a team for each step, with what may be told of it beside the others.
    fileprivate static func entries(
        of team: TeamStore.Name, _ steps: [Step], _ sheets: [RatingStore.Sheet],
        _ items: [Int64: [RatingStore.Item]], _ withholding: Withholding
    ) -> [Entry] {
        let answered = Dictionary(
            grouping: sheets.map { ChangeStore.Sheet($0, items[$0.part] ?? []) }, by: \.part
        ).mapValues { $0.sorted { $0.person < $1.person } }
        // Questions of different forms are different questions, so each form has a drawing of its own.
        var chains: [TrustForm: ChangeChain] = [:]
        return steps.enumerated().map { index, step in
            let pairs = pairsByPerson(on: step, answered)
            let untold = Entry(team: team, step: index, people: [], change: nil)
            guard step.mayTell(of: pairs.count, withholding),
                let change = PairedChange(pairs.map(\.pair).inOrder, seed: seed)
            else { return untold }
            let isFree = !withholding.rules.contains(.chains)
            let people = Set(pairs.map(\.person))
            let isExtreme = step.isExtreme(pairs.map(\.pair), items)
            if withholding.rules.contains(.unanimity), isExtreme { return untold }
            var chain = chains[step.form] ?? ChangeChain()
            guard isFree || chain.difference(from: step.from.key, to: step.to.key, of: people) else {
                return untold
            }
            let means = isFree || chain.means(from: step.from.key, to: step.to.key, of: people)
            chains[step.form] = chain
            return Entry(
                team: team, step: index, people: pairs.map(\.pair).inOrder, change: change,
                telling: ChangeTelling(of: change, means: means, withholding))
        }
    }
}

extension ChangeReport.Step {
    /// Whether so many people are enough: a form of a single question takes as many as a single question does.
    fileprivate func mayTell(of people: Int, _ withholding: Withholding) -> Bool {
        let fewest = [from.ratingItems[form] ?? 0, to.ratingItems[form] ?? 0].min() ?? 0
        return withholding.shows(OutcomeArea(code: form.rawValue, ratingItems: fewest), answeredBy: people)
    }

    /// Whether everybody answered all questions at the same end of the scale, the first time or the second: the mean
    /// then tells everybody's answers.
    fileprivate func isExtreme(
        _ pairs: [(from: PersonMean, to: PersonMean)], _ items: [Int64: [RatingStore.Item]]
    ) -> Bool {
        let sides = [(from.key, pairs.map(\.from)), (to.key, pairs.map(\.to))]
        return sides.contains { part, means in
            let most = (items[part] ?? []).filter { $0.form == form }.map(\.steps).max() ?? 0
            return means.allSatisfy { $0.sum == $0.answers }
                || means.allSatisfy { $0.sum == most * $0.answers }
        }
    }
}

extension [(from: PersonMean, to: PersonMean)] {
    /// In an order that the answers alone decide: a list of people must not show through.
    fileprivate var inOrder: Self {
        sorted { $0.from == $1.from ? $0.to < $1.to : $0.from < $1.from }
    }
}

extension ChangeStore.Sheet {
    fileprivate init(_ sheet: RatingStore.Sheet, _ items: [RatingStore.Item]) {
        self.init(
            part: sheet.part, person: sheet.person,
            forms: TrustForm.allCases.map { form in
                let steps = items.indices.filter { items[$0].form == form }.compactMap { sheet.steps[$0] }
                return PersonMean(sum: steps.reduce(0, +), answers: steps.count)
            })
    }
}

extension ChangeStore.Part {
    /// The same part with only these items asked.
    fileprivate func asking(_ items: [RatingStore.Item]) -> ChangeStore.Part {
        var part = self
        part.ratingItems = [:]
        for item in items { if let form = item.form { part.ratingItems[form, default: 0] += 1 } }
        return part
    }
}

extension [RatingStore.Item] {
    /// Those on trust; one that counts in the outcome as well would let both figures be held against each other.
    fileprivate func forChange(_ rules: Withholding.Rules) -> [RatingStore.Item] {
        filter { $0.form != nil && ($0.area == nil || !rules.contains(.oneUse)) }
    }
}
