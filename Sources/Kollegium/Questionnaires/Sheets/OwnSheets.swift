/// What one person has answered to a questionnaire, wave by wave: the sheet at hand, and the earlier self that it meets.
struct OwnSheets: Sendable {
    /// From the first wave to the last.
    let sheets: [Sheet]

    struct Sheet: Sendable {
        let key: Int64
        let part: Int64
        let wave: Int
        let team: Int64
        let isHandedIn: Bool
        /// Somebody typed it in from paper, and its owner has changed nothing of it since.
        let isFromPaper: Bool
        /// The day it was handed in.
        let submitted: Day?
        /// “What has changed for me?”
        let reflection: String?
        var answers: [Int64: Answer] = [:]
        /// The goals that were stated, by number among those that the part asks for.
        var goals: [Int: String] = [:]
    }

    struct Answer: Sendable, Hashable {
        let value: AnswerValue
        let lookBack: LookBack?
        /// The step that was given before the earlier answer was shown.
        let firstStep: Int?
    }

    /// An answer of an earlier wave.
    struct Earlier: Sendable, Hashable {
        let value: AnswerValue
        let day: Day?
        let wave: Int
    }

    /// The sheet of one part alone, for whoever does not want to meet the others.
    func alone(_ part: Int64) -> OwnSheets { OwnSheets(sheets: sheets.filter { $0.part == part }) }

    func without(_ part: Int64) -> OwnSheets { OwnSheets(sheets: sheets.filter { $0.part != part }) }

    func sheet(_ part: Int64) -> Sheet? { sheets.first { $0.part == part } }

    /// The goals that were stated in the part before a wave, by number.
    func goals(before wave: Int) -> [Int: String] {
        sheets.last { $0.wave < wave && $0.isHandedIn }?.goals ?? [:]
    }

    /// What was handed in before a wave, the newest first.
    func handedIn(before wave: Int) -> [Sheet] {
        sheets.reversed().filter { $0.wave < wave && $0.isHandedIn }
    }
}

extension [OwnSheets.Sheet] {
    /// What was answered to a question. What nobody said is not shown to them again.
    func earlier(_ item: Int64) -> [OwnSheets.Earlier] {
        compactMap { sheet in
            guard let value = sheet.answers[item]?.value, value != .optedOut else { return nil }
            return OwnSheets.Earlier(value: value, day: sheet.submitted, wave: sheet.wave)
        }
    }
}

/// What somebody did with their own earlier answer.
enum LookBack: String, Sendable {
    case confirmed, changed
    case notLookedAt = "not-looked-at"

    /// - Parameter earlier: the newest of the earlier answers.
    init(_ value: AnswerValue, met earlier: AnswerValue) {
        self = value == earlier ? .confirmed : .changed
    }
}
