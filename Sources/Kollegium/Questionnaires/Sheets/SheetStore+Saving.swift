import Storage

/// Saving what somebody answers while they answer it. Nothing is lost when a window is closed, and nothing that another
/// window has changed meanwhile is taken away.
extension SheetStore {
    /// What came from a form for one question.
    struct Entry: Sendable {
        let question: AskedPart.Question
        let value: AnswerValue?
        /// Of the value that the form was made from.
        let basis: String
    }

    /// Whose sheet it is, and when.
    struct Hand: Sendable {
        let person: Int64
        let team: Int64
        let today: Day
        /// It was answered on paper, without any earlier answer in sight, and is typed in by somebody else.
        var isPaper = false
    }

    /// What came of it.
    struct Saving: Sendable {
        /// The questions, by item, that another window has answered otherwise meanwhile, with what stands there.
        /// They are left as they are.
        var conflicts: [Int64: AnswerValue?] = [:]
    }

    /// - Parameters:
    ///   - looking: whether the earlier answers to ratings stood beside these, as they do from the beginning where the
    ///     wave's form says so.
    ///   - reflection: what has changed, in the person's own words; nil leaves it as it is.
    func save(
        _ entries: [Entry], to wave: Wave, by hand: Hand, own: OwnSheets, looking: Bool = false,
        reflection: String? = nil
    ) throws -> Saving {
        let sheet = own.sheet(wave.part)
        let earlier = own.handedIn(before: wave.number)
        var (saving, writes) = (Saving(), [(item: Int64, answer: OwnSheets.Answer?)]())
        for entry in entries {
            let (item, stored) = (entry.question.item, sheet?.answers[entry.question.item])
            let isUntouched = entry.value.basis == entry.basis
            if !isUntouched, entry.value != stored?.value, (stored?.value).basis != entry.basis {
                saving.conflicts[item] = stored?.value
                continue
            }
            let value = isUntouched ? stored?.value : entry.value
            let answer = value.map { value in
                guard !hand.isPaper else {
                    return unseen(value, entry.question, earlier.earlier(item).first)
                }
                return met(
                    value, stored, entry.question, earlier.earlier(item).first,
                    looking || wave.form.lookBack == .beside)
            }
            if answer != stored { writes.append((item, answer)) }
        }
        let isReflecting = reflection != nil && reflection ?? "" != sheet?.reflection ?? ""
        guard !writes.isEmpty || isReflecting else { return saving }
        let key = try sheet?.key ?? begin(wave, by: hand)
        for (item, answer) in writes { try put(answer, to: item, on: key) }
        // What their own hand has been at is theirs, and no paper that is typed in again takes it away.
        if sheet?.isFromPaper == true, !hand.isPaper {
            try db.execute("UPDATE sheets SET entry = 'web' WHERE id = ?", key)
        }
        if sheet?.isHandedIn == true, writes.contains(where: { $0.answer == nil }) { try reopenIfEmpty(key) }
        if isReflecting, let reflection {
            try db.execute(
                "UPDATE sheets SET reflection = ? WHERE id = ?", reflection.isEmpty ? nil : reflection, key)
        }
        return saving
    }

    /// The answer with what became of the earlier one. A new rating is given first and the old one met afterwards;
    /// the first one is kept beside what it was then changed to.
    private func met(
        _ value: AnswerValue, _ stored: OwnSheets.Answer?, _ question: AskedPart.Question,
        _ earlier: OwnSheets.Earlier?, _ isLooking: Bool
    ) -> OwnSheets.Answer {
        guard question.looksBack, let earlier, value != .optedOut else {
            return OwnSheets.Answer(value: value, lookBack: nil, firstStep: nil)
        }
        guard question.isRated, !isLooking else {
            let isMet = stored?.firstStep == nil && stored?.lookBack != .notLookedAt
            return OwnSheets.Answer(
                value: value, lookBack: LookBack(value, met: earlier.value),
                firstStep: isMet ? nil : stored?.firstStep ?? stored?.value.step)
        }
        if let lookBack = stored?.lookBack, lookBack != .notLookedAt {
            return OwnSheets.Answer(
                value: value, lookBack: LookBack(value, met: earlier.value), firstStep: stored?.firstStep)
        }
        return OwnSheets.Answer(value: value, lookBack: .notLookedAt, firstStep: value.step)
    }

    /// The answer of somebody who did not have the earlier one before them.
    private func unseen(
        _ value: AnswerValue, _ question: AskedPart.Question, _ earlier: OwnSheets.Earlier?
    ) -> OwnSheets.Answer {
        let looksBack = question.looksBack && earlier != nil && value != .optedOut
        return OwnSheets.Answer(
            value: value, lookBack: looksBack ? .notLookedAt : nil,
            firstStep: looksBack && question.isRated ? value.step : nil)
    }

    /// The sheet comes with the first answer: looking at the questions writes nothing.
    private func begin(_ wave: Wave, by hand: Hand) throws -> Int64 {
        try db.execute(
            """
            INSERT INTO sheets (part_id, person_id, team_id, state, entry, counted)
            VALUES (?, ?, ?, 'open', ?, 0)
            ON CONFLICT (part_id, person_id) DO NOTHING
            """, wave.part, hand.person, hand.team, hand.isPaper ? "paper" : "web")
        return try db.all(
            "SELECT id FROM sheets WHERE part_id = ? AND person_id = ?", wave.part, hand.person
        ) { try $0.key(0) }[0]
    }

    /// A sheet from which everything was taken away again is not handed in any more.
    private func reopenIfEmpty(_ sheet: Int64) throws {
        try db.execute(
            """
            UPDATE sheets SET state = 'open', submitted = NULL
            WHERE id = ? AND counted = 0 AND NOT EXISTS (SELECT 1 FROM answers a WHERE a.sheet_id = sheets.id)
            """, sheet)
    }

    private func put(_ answer: OwnSheets.Answer?, to item: Int64, on sheet: Int64) throws {
        guard let answer else {
            try db.execute("DELETE FROM answers WHERE sheet_id = ? AND item_id = ?", sheet, item)
            return
        }
        try db.execute(
            """
            INSERT INTO answers (sheet_id, item_id, step, text, look_back, first_step)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (sheet_id, item_id) DO UPDATE SET step = excluded.step, text = excluded.text,
                look_back = excluded.look_back, first_step = excluded.first_step
            """, sheet, item, answer.value.step, answer.value.text, answer.lookBack?.rawValue,
            answer.firstStep)
    }
}
