import Storage

/// Typing in what people answered on paper. It is written and not read: whose pseudonym it is stays here.
struct PaperStore {
    let db: Session
    /// Those that people write on their papers.
    let pseudonyms: ResearchPseudonym

    struct Receipt: Sendable {
        /// How many questions have an answer.
        let answered: Int
        /// Whether a paper stood there before.
        let hasReplaced: Bool
    }

    /// Types a paper in. Once more is in its place where that is meant, as long as whose it is has not been at it
    /// themself.
    /// - Throws: `FormRefusal`. Whether somebody has answered themself, or said no, is nobody's to find out by trying, so
    ///   one sentence stands for all that keeps a person's paper out.
    func typeIn(
        _ sheet: PaperSheet.Values, _ entries: [SheetStore.Entry], to wave: Wave, of study: Study, by act: Act
    ) throws -> Receipt {
        guard wave.isOpen(on: act.today) else { throw FormRefusal("", .takesNoPaper) }
        let answered = entries.filter { $0.value != nil }
        guard !answered.isEmpty else { throw FormRefusal("", .emptyPaper) }
        guard let person = try person(sheet.pseudonym, in: study.key),
            let team = try AskedPeople(db: db, wave: wave).team(of: person, on: sheet.day),
            try !ConsentStore(db: db).says(.no, to: .research, person, in: wave.programme)
        else { throw FormRefusal("pseudonym", .notForPaper) }
        let sheets = SheetStore(db: db)
        let all = try sheets.own(person, questionnaire: wave.questionnaire)
        let before = all.sheet(wave.part)
        if let before {
            guard before.isFromPaper || before.answers.isEmpty && before.reflection == nil else {
                throw FormRefusal("pseudonym", .notForPaper)
            }
            guard !before.isFromPaper || sheet.replaces else {
                throw FormRefusal("replace", .onePaperAlready)
            }
            try db.execute("DELETE FROM sheets WHERE id = ?", before.key)
        }
        let staysAlone = try ConsentStore(db: db).says(.no, to: .ownDevelopment, person, in: wave.programme)
        let hand = SheetStore.Hand(person: person, team: team, today: sheet.day, isPaper: true)
        // A paper knows nothing of what stood here before.
        let bare = answered.map {
            SheetStore.Entry(question: $0.question, value: $0.value, basis: AnswerValue?.none.basis)
        }
        _ = try sheets.save(
            bare, to: wave, by: hand, own: staysAlone ? OwnSheets(sheets: []) : all.without(wave.part))
        try sheets.handIn(
            wave, by: hand, own: try sheets.own(person, questionnaire: wave.questionnaire))
        try WaveLetters.withdraw(db, wave, for: person)
        return Receipt(answered: answered.count, hasReplaced: before?.isFromPaper == true)
    }

    /// Whose it is. The pseudonym that a study arrived with is taken too, where it leads to one person only. Handwriting
    /// has no letter case to go by.
    private func person(_ pseudonym: String, in study: Int64) throws -> Int64? {
        let wanted = pseudonym.lowercased()
        let people = try db.all(
            """
            SELECT p.id, p.public_id, e.pseudonym
            FROM study_people e JOIN people p ON p.id = e.person_id AND p.erased_at IS NULL
            WHERE e.study_id = ?
            """, study
        ) { (key: try $0.key(0), publicID: try $0.text(1), arrived: try $0.text(2)) }
        let exact = people.filter { $0.arrived == pseudonym }
        let arrived = exact.isEmpty ? people.filter { $0.arrived.lowercased() == wanted } : exact
        let found = arrived + people.filter { pseudonyms.of($0.publicID) == wanted }
        return Set(found.map(\.key)).count == 1 ? found[0].key : nil
    }
}

extension Sentence {
    fileprivate static let notForPaper = Sentence(
        sv:
            "inget papper kan skrivas in för den pseudonymen; jämför den med papperet. Är den rätt tillfrågas personen inte den dagen, har svarat på egen hand eller har sagt nej till forskning, och då ska papperet inte skrivas in",
        en:
            "no paper can be typed in for that pseudonym; compare it with the paper. If it is right, the person is not asked on that day, has answered by themself or has said no to research, and then the paper is not to be typed in"
    )
    fileprivate static let onePaperAlready = Sentence(
        sv:
            "ett papper är redan inskrivet för den pseudonymen. Kryssa i om det ska ersättas, annars jämför pseudonymen med papperet",
        en:
            "a paper is typed in for that pseudonym already. Tick if it is to be replaced, otherwise compare the pseudonym with the paper"
    )
    fileprivate static let emptyPaper = Sentence(
        sv: "ingen fråga har något svar, så det finns inget att spara",
        en: "no question has an answer, so there is nothing to save")
    fileprivate static let takesNoPaper = Sentence(
        sv:
            "omgången tar inte emot svar längre, så papperet går inte att skriva in. Det du skrev står kvar här, men är inte sparat",
        en:
            "the wave takes no more answers, so the paper cannot be typed in. What you wrote is still here, but not saved"
    )
}
