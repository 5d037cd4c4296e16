import Measures
import Storage

/// All that is told of a closed wave on its own page: goals reached by team and in all, and the closed questions that
/// are told nowhere else, of everybody who answered.
struct WaveFigures: Sendable {
    let wave: Wave
    let asked: AskedPart
    /// Goals reached of the teams selected, where the wave asks teachers about goals.
    let goals: GoalsReading?
    /// The same of leaders, of the whole programme.
    let leadersGoals: OutcomeReport.Entry?
    let questions: [ClosedQuestion]

    /// The wave asked nothing that is told here.
    var isEmpty: Bool { goals == nil && leadersGoals == nil && questions.isEmpty }

    /// - Parameters:
    ///   - selection: Teams of a page, as of a day; whatever else is told is of the whole wave.
    ///   - total: Whether the teams are summed, which reads all of them.
    static func read(
        _ db: Session, _ wave: Wave, _ study: Study, _ selection: Selection, in order: TeamStore.Order,
        total: Bool, rules: Withholding.Rules = .pages
    ) throws -> WaveFigures {
        let asked = try QuestionnaireStore(db: db).asked(wave.part)
        let closed = try selection.through.map {
            try QuestionnaireStore(db: db).closedParts(of: wave.programme, by: $0)
        }
        let withholding = study.withholding(rules)
        let hasGoals = asked.questions.contains { $0.type == .goalExtent }
        let asksLeaders = wave.name.asksLeaders
        guard closed?.contains(wave.part) ?? true, wave.asks == .members else {
            return WaveFigures(wave: wave, asked: asked, goals: nil, leadersGoals: nil, questions: [])
        }
        return WaveFigures(
            wave: wave, asked: asked,
            goals: hasGoals && !asksLeaders
                ? try GoalsReading.read(
                    db, study, selection, in: order, total: total ? .all : nil, rules: rules
                ).of(wave.part) : nil,
            leadersGoals: hasGoals && asksLeaders
                ? try leadersGoals(db, wave, study, closed, withholding) : nil,
            questions: try questions(db, wave, asked, closed, withholding))
    }

    private static func questions(
        _ db: Session, _ wave: Wave, _ asked: AskedPart, _ closed: Set<Int64>?, _ withholding: Withholding
    ) throws -> [ClosedQuestion] {
        let told = asked.questions.filter(\.isToldByItself)
        guard !told.isEmpty else { return [] }
        let all = try ClosedQuestionStore(db: db).parts(of: wave.questionnaire, among: closed ?? [wave.part])
        guard let here = all.firstIndex(where: { $0.key == wave.part }) else { return [] }
        return told.map { question in
            ClosedQuestion(
                question, earlier: all[..<here].map { $0.answers[question.item] ?? [] },
                all[here].answers[question.item] ?? [], withholding)
        }
    }

    /// Leaders are few at each school, so theirs is one figure, as if they were a team.
    private static func leadersGoals(
        _ db: Session, _ wave: Wave, _ study: Study, _ closed: Set<Int64>?, _ withholding: Withholding
    ) throws -> OutcomeReport.Entry? {
        let parts = try OutcomeStore(db: db).partsOnGoals(of: wave.programme, for: "school-leader").filter {
            closed?.contains($0.key) ?? true
        }
        let keys = Set(parts.map(\.key))
        let items = try RatingStore(db: db).items(of: wave.programme, .goals).filter { keys.contains($0.key) }
        var sheets: [RatingStore.Sheet] = []
        try RatingStore(db: db).sheets(of: wave.programme, .everything, items, in: .byPart, .goals) {
            sheets.append($1)
        }
        let everybody = TeamStore.Name(key: 0, code: "", name: "", schoolCode: "", schoolName: "")
        return OutcomeReport(
            study, parts, [everybody], CountedAnswers([0: sheets], items, parts: parts, withholding),
            withholding
        ).withoutIndex.entries.first { parts[$0.part].key == wave.part }
    }
}

extension AskedPart.Question {
    /// Whether its answers are counted for themselves: what belongs to an area of outcome or a form of trust is told
    /// elsewhere, and own words nowhere.
    var isToldByItself: Bool {
        (type == .rating || type == .choice) && !steps.isEmpty && area == nil && form == nil
    }
}

extension GoalsReading {
    /// Of one part alone.
    func of(_ part: Int64) -> GoalsReading {
        guard let index = report.parts.firstIndex(where: { $0.key == part }) else { return self }
        return GoalsReading(
            report: OutcomeReport(
                study: report.study, parts: [report.parts[index]],
                entries: report.entries.filter { $0.part == index }.map {
                    .init(team: $0.team, part: 0, outcome: $0.outcome, narrowed: $0.narrowed)
                }, rules: report.rules),
            scales: scales, total: total)
    }
}
