import Foundation
import Storage

/// `responses.csv`: the answers. There may be tens of millions, so what recurs from row to row (part, person,
/// team, day) is looked up once, and what is remembered grows with sheets, not with answers.
final class ResponsesFile: BundleTable {
    static let file = "responses.csv"
    static let columns = [
        CSVColumn(name: "instrument", required: true), CSVColumn(name: "part", required: true),
        CSVColumn(name: "person", required: true), CSVColumn(name: "team", required: true),
        CSVColumn(name: "item", required: true), CSVColumn(name: "value", required: true),
        CSVColumn(name: "submitted", required: false),
    ]
    static let privateColumns: Set = ["value"]
    static let keyColumns = 5
    static let selection = """
        SELECT q.code, p.code AS part, m.pseudonym, g.code AS team, i.code AS item,
            coalesce(CAST(a.step AS text), a.text, '') AS value,
            CASE WHEN a.submitted = '' THEN NULL ELSE coalesce(a.submitted, s.submitted) END AS submitted,
            coalesce(x.attributes, CASE WHEN s.entry = 'paper' THEN '{"entry":"paper"}' END)
        FROM studies t
        JOIN questionnaires q ON q.programme_id = t.programme_id
        JOIN questionnaire_versions v ON v.questionnaire_id = q.id
        JOIN parts p ON p.version_id = v.id
        JOIN sheets s ON s.part_id = p.id
        JOIN study_people m ON m.study_id = t.id AND m.person_id = s.person_id
        JOIN teams g ON g.id = s.team_id
        JOIN answers a ON a.sheet_id = s.id
        JOIN items i ON i.id = a.item_id
        JOIN part_items o ON o.part_id = p.id AND o.item_id = a.item_id
        LEFT JOIN extras x ON x.id = a.extra_id
        WHERE t.id = ? AND s.state = 'handed-in'
        """
    static let canonicalOrder = "q.code, p.position, p.code, m.pseudonym, o.position, i.code"

    /// What was typed in from paper says so, in a column that the format keeps without knowing it.
    static func furtherColumns(_ db: Session, of study: Int64) throws -> Set<String> {
        let hasPaper =
            try db.one(
                """
                SELECT 1 FROM studies t
                JOIN questionnaires q ON q.programme_id = t.programme_id
                JOIN questionnaire_versions v ON v.questionnaire_id = q.id
                JOIN parts p ON p.version_id = v.id
                JOIN sheets s ON s.part_id = p.id
                WHERE t.id = ? AND s.entry = 'paper' AND s.state = 'handed-in' LIMIT 1
                """, study
            ) { _ in true } ?? false
        return hasPaper ? ["entry"] : []
    }

    private let intake: Intake
    private let sheets: SheetIntake
    private let answers: TableLoad
    private var partMemo = FieldMemo<Int>()
    private var personMemo = FieldMemo<Int>()
    private var teamMemo = FieldMemo<Int>()
    private var dayMemo = FieldMemo<Day>()
    /// The sheet of the row before: most rows belong to the same.
    private var current: (part: Int, person: Int, sheet: SheetIntake.Sheet)?

    init(_ intake: Intake) {
        self.intake = intake
        sheets = SheetIntake(intake)
        answers = intake.writer.load(
            into: "answers", ["sheet_id", "item_id", "step", "text", "submitted", "extra_id"])
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let part = partMemo.value(csv.field(0), csv.field(1)) { self.part(in: &row) }
        let person = personMemo.value(csv.field(2)) { intake.person(2, in: &row) }
        let team = teamMemo.value(csv.field(3)) { intake.team(3, in: &row) }
        let day = csv.field(6).isEmpty ? nil : dayMemo.value(csv.field(6)) { self.day(in: &row) }
        guard let part else { return }
        let asked = intake.roster.questionnaires[part]
        guard let item = item(of: asked, in: &row) else { return }
        let answer = asked.answers[item]
        guard let value = value(answer.kind, in: &row), row.isSound, let person, let team else { return }
        guard let sheet = try sheet(part, person, team, day, in: &row) else { return }
        guard sheets.insert(item, into: sheet) else {
            return row.reject(
                Sentence(
                    sv:
                        "samma person har redan svarat på ”\(asked.items[item])” på en tidigare rad; behåll ett svar",
                    en:
                        "the same person has answered “\(asked.items[item])” in an earlier row; keep one answer"
                ))
        }
        guard intake.isWriting else { return }
        let rows = try answers.rows()
        rows.integer(sheet.key)
        rows.integer(answer.key)
        switch value {
        case .optOut:
            rows.integer(nil)
            rows.text(nil as String?)
        case .step(let step):
            rows.integer(Int64(step))
            rows.text(nil as String?)
        case .text:
            rows.integer(nil)
            rows.text(UnsafeRawBufferPointer(csv.field(5).bytes))
        }
        rows.text(day == sheet.submitted ? nil : day?.description ?? "")
        rows.integer(try intake.extras.key(of: csv))
        try rows.endRow()
    }

    private func sheet(
        _ part: Int, _ person: Int, _ team: Int, _ day: Day?, in row: inout CheckedRow
    ) throws -> SheetIntake.Sheet? {
        if let current, current.part == part, current.person == person, current.sheet.team == team {
            return current.sheet
        }
        guard let sheet = try sheets.sheet(part: part, person: person, team: team, day: day, row: &row) else {
            return nil
        }
        current = (part, person, sheet)
        return sheet
    }

    private func part(in row: inout CheckedRow) -> Int? {
        guard let questionnaire = row.identifier(0, "instrument"), let part = row.identifier(1, "part") else {
            return nil
        }
        let code = questionnaire.string.precomposedStringWithCanonicalMapping
        let partCode = part.string.precomposedStringWithCanonicalMapping
        let parts = intake.roster.questionnaires
        if let index = parts.firstIndex(where: { $0.questionnaire == code && $0.part == partCode }) {
            return index
        }
        if parts.contains(where: { $0.questionnaire == code }) {
            row.reject(.unknown("part", partCode, in: "instrument \(code)"))
        } else {
            intake.rejectReference("instrument", questionnaire, to: ImportRun.questionnaireFolder, in: &row)
        }
        return nil
    }

    private func item(of asked: ImportedPart, in row: inout CheckedRow) -> Int? {
        guard let id = row.identifier(4, "item") else { return nil }
        guard let item = asked.items.find(id) else {
            row.reject(.unknown("item", id.string, in: "\(asked.questionnaire)/\(asked.part)"))
            return nil
        }
        return item
    }

    private func day(in row: inout CheckedRow) -> Day? {
        let field = row.csv.field(6)
        guard let moment = Moment(field.bytes),
            let day = Day(String(moment.local(in: intake.study.zone).prefix(10)))
        else {
            row.reject(.noDay("submitted", field.string))
            return nil
        }
        return day
    }

    private enum AnswerValue {
        case optOut
        case step(Int)
        case text
    }

    private func value(_ kind: ImportedPart.Answer.Kind, in row: inout CheckedRow) -> AnswerValue? {
        let field = row.csv.field(5)
        if case .underGoals = kind {
            row.reject(
                Sentence(
                    sv: "måluppföljningen besvaras under \(ItemType.goalExtents.joined(separator: ", "))",
                    en: "the goal review is answered under \(ItemType.goalExtents.joined(separator: ", "))"))
            return nil
        }
        guard !field.isEmpty else { return .optOut }
        switch kind {
        case .step(let steps):
            if field.bytes[0] != UInt8(ascii: "0"), let step = field.integer(), (1...steps).contains(step) {
                return .step(step)
            }
            row.reject(
                Sentence(
                    sv: "”value” är ”\(field.string.excerpt)”; skalan går från 1 till \(steps)",
                    en: "“value” is “\(field.string.excerpt)”; the scale goes from 1 to \(steps)"))
        case .oneOf(let values):
            if values.contains(where: { field.bytes.elementsEqual($0.utf8) }) { return .text }
            row.reject(.notOneOf("value", field.string, values))
        case .ranking:
            let ranks = field.string.split(separator: " > ", omittingEmptySubsequences: false)
            if !ranks.contains(where: { $0.allSatisfy(\.isWhitespace) }) { return .text }
            row.reject(
                Sentence(
                    sv: "rangordningen har en tom plats; skriv texterna i ordning, åtskilda av ” > ”",
                    en: "the ranking has an empty place; write the texts in order, parted by “ > ”"))
        case .text, .underGoals: return .text
        }
        return nil
    }
}
