import Measures
import Storage

/// The outcome of some teams as of a day, for pages and downloads.
struct OutcomeReading: Sendable {
    let report: OutcomeReport
    let detail: OutcomeDetail
    let endings: [TeamEnding]
    let frozen: Set<Int64>

    /// Reads by the same few statements, however many teams are selected.
    /// - Parameters:
    ///   - detailed: Whether intervals and the quality of the questions are worked out, which takes longer than all else.
    ///   - rules: Others than those of pages only to see what they are good for.
    static func read(
        _ db: Session, _ study: Study, _ selection: Selection, in order: TeamStore.Order = .byName,
        about subject: OutcomeSubject = .areas, detailed: Bool = true, rules: Withholding.Rules = .pages
    ) throws -> OutcomeReading {
        let closed = try selection.through.map {
            try QuestionnaireStore(db: db).closedParts(of: study.programme, by: $0)
        }
        let parts = try OutcomeStore(db: db).parts(of: study.programme, subject).filter {
            closed?.contains($0.key) ?? true
        }
        let ground = try OutcomeDetail.Ground.read(db, study, selection, subject).limited(to: parts)
        let roster = try TeamRoster.read(db, study, selection, in: order)
        var sheets: [Int64: [RatingStore.Sheet]] = [:]
        try RatingStore(db: db).sheets(of: study.programme, selection, ground.items, in: .byTeam, subject) {
            team, sheet in
            if !roster.frozen.contains(team) { sheets[team, default: []].append(sheet) }
        }
        let withholding = study.withholding(rules)
        let answers = CountedAnswers(sheets, ground.items, parts: parts, withholding)
        var report = OutcomeReport(study, parts, roster.teams, answers, withholding)
        if subject == .goals { report = report.withoutIndex }
        let detail = OutcomeDetail(beside: report, ground) { body in
            for team in roster.teams where detailed {
                for part in parts { body(part.key, team.key, answers.rows(team.key, part.key)) }
            }
        }
        return OutcomeReading(
            report: report, detail: detail, endings: roster.endings, frozen: roster.frozen)
    }
}

extension OutcomeReport {
    /// One entry for each team and part, counted from the answers.
    init(
        _ study: Study, _ parts: [OutcomeStore.Part], _ teams: [TeamStore.Name], _ answers: CountedAnswers,
        _ withholding: Withholding
    ) {
        let entries = teams.flatMap { team in
            parts.enumerated().map { index, part in
                let items = answers.items[part.key] ?? []
                let rows = answers.rows(team.key, part.key)
                var tallies: [String: AnswerTally] = [:]
                for area in part.areas { tallies[area.code] = AnswerTally(rows, items, area.key) }
                let inAreas = items.indices.filter { items[$0].area != nil }
                let narrowed = part.areas.filter { area in
                    let figure = CountedAnswers.Figure(part: part.key, area: area.key)
                    return answers.leftOut[team.key]?[figure] != nil
                }
                return Entry(
                    team: team, part: index,
                    outcome: Outcome(
                        areas: part.areas.map(\.outcomeArea),
                        respondents: rows.count { row in inAreas.contains { row[$0] != nil } },
                        tallies: tallies, withholding: withholding),
                    narrowed: Set(narrowed.map(\.code)))
            }
        }
        self.init(study: study, parts: parts, entries: entries, rules: withholding.rules)
    }

    var withoutIndex: OutcomeReport {
        OutcomeReport(
            study: study, parts: parts,
            entries: entries.map {
                Entry(
                    team: $0.team, part: $0.part, outcome: $0.outcome.withoutIndex, narrowed: $0.narrowed)
            }, rules: rules)
    }
}

extension AnswerTally {
    /// What rows of answers come to in one area.
    init(_ rows: [[Int?]], _ items: [RatingStore.Item], _ area: Int64) {
        self.init(people: 0, answers: 0, top: 0, sum: 0)
        let columns = items.indices.filter { items[$0].area == area }
        for row in rows {
            let steps = columns.compactMap { column in row[column].map { ($0, items[column].steps) } }
            guard !steps.isEmpty else { continue }
            people += 1
            answers += steps.count
            top += steps.count { step, of in step >= of - 1 }
            sum += steps.reduce(0) { $0 + $1.0 }
        }
    }
}

extension OutcomeDetail.Ground {
    /// Of some parts only.
    func limited(to parts: [OutcomeStore.Part]) -> OutcomeDetail.Ground {
        let keys = Set(parts.map(\.key))
        return OutcomeDetail.Ground(
            items: items.filter { keys.contains($0.key) }, asked: asked.filter { keys.contains($0.key) },
            scales: scales.filter { keys.contains($0.key) }, members: members)
    }
}
