import Foundation
import Measures
import Storage

/// What those who left have answered, of each half-year that is over: never of a team or school, and never of two
/// half-years together, whose difference would be one of them.
///
/// A sheet of a leaver is never changed, and counts in the half-year in which it was handed in. Whether it does is
/// settled by what its owner had said to evaluation when the half-year ended, whatever they say afterwards. So a figure
/// that was shown never moves, and needs no closing of the wave, which may be open for years.
struct ExitFigures: Sendable {
    let waves: [WaveFigures]

    struct WaveFigures: Sendable {
        let wave: Wave
        let halves: [Half]
    }

    struct Half: Sendable {
        let time: HalfYear
        let questions: [ClosedQuestion]
    }

    /// - Parameter zone: In which half-years end.
    static func read(
        _ db: Session, _ study: Study, today: Day, in zone: TimeZone, rules: Withholding.Rules = .pages
    ) throws -> ExitFigures {
        let withholding = study.withholding(rules)
        let waves = try WaveStore(db: db).waves(of: study.programme).filter {
            $0.asks == .leavers && $0.openedAt != nil
        }
        // Of the questionnaire's waves and half-years before, by item: a question that is asked again is a wave of it.
        var earlier: [Int64: [[ClosedQuestionStore.Answer]]] = [:]
        return ExitFigures(
            waves: try waves.map { wave in
                let asked = try QuestionnaireStore(db: db).asked(wave.part).questions.filter(\.isToldByItself)
                let halves = try halves(of: wave, before: HalfYear(today)).map { time in
                    let answers = try ExitStore(db: db).answers(wave, study, in: time, zone)
                    let questions = asked.map { question in
                        let own = answers[question.item] ?? []
                        defer { earlier[question.item, default: []].append(own) }
                        return ClosedQuestion(
                            question, earlier: earlier[question.item] ?? [], own, withholding)
                    }
                    return Half(time: time, questions: questions)
                }
                return WaveFigures(wave: wave, halves: halves)
            })
    }

    /// The half-years in which a wave may have been answered, that are over.
    private static func halves(of wave: Wave, before now: HalfYear) -> [HalfYear] {
        guard let opens = wave.opens else { return [] }
        var halves: [HalfYear] = []
        var time = HalfYear(opens)
        let last = wave.closes.map(HalfYear.init)
        while time < now, last.map({ time <= $0 }) ?? true {
            halves.append(time)
            time = time.next
        }
        return halves
    }
}

extension ExitStore {
    /// What leavers answered to ratings and choices, by item, of what was handed in within a half-year by those who had
    /// not said no to evaluation when it ended.
    func answers(
        _ wave: Wave, _ study: Study, in time: HalfYear, _ zone: TimeZone
    ) throws -> [Int64: [ClosedQuestionStore.Answer]] {
        guard let first = time.first, let end = time.next.first else { return [:] }
        let moment = time.end(in: zone)
        var answers: [Int64: [ClosedQuestionStore.Answer]] = [:]
        try db.each(
            """
            SELECT a.item_id, s.person_id, a.step, a.text
            FROM sheets s
            JOIN answers a ON a.sheet_id = s.id
            JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
            WHERE s.part_id = ? AND s.state = 'handed-in' AND s.submitted >= ? AND s.submitted < ?
                AND i.type IN ('rating', 'choice') AND (a.step IS NOT NULL OR a.text IS NOT NULL)
                AND NOT \(ConsentStore.newest(.evaluation, is: .no, of: "s.person_id", in: "?", before: "?"))
            ORDER BY s.id, a.item_id
            """, wave.part, first.description, end.description, study.key, moment, moment
        ) { row in
            let value = try row.keyIfAny(2).map { AnswerValue.step(Int($0)) } ?? .text(row.text(3))
            answers[try row.key(0), default: []].append(.init(person: try row.key(1), value: value))
        }
        return answers
    }
}
