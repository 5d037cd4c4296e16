import Storage

/// A sheet as its owner opens it: the wave, what it asks, what they have answered now and before.
struct SheetInHand: Sendable {
    let wave: Wave
    let part: AskedPart
    let own: OwnSheets
    let person: Int64
    /// The team that they answer for, while they are asked; nil once the wave has closed or they have left.
    let team: (key: Int64, name: String)?
    /// Those of earlier waves, the newest first.
    let earlierSheets: [OwnSheets.Sheet]
    /// The goals of the part before, by number.
    let goals: [Int: String]

    /// - Throws: `WebError.notFound` for a wave in which the person is not asked and has answered nothing.
    init(_ db: Session, _ publicID: String, _ reach: Reach, today: Day, forms: SheetForms) throws {
        let (store, person) = (WaveStore(db: db), reach.hat.person)
        let asking = try store.asking(person, on: today).first { $0.wave.publicID == publicID }
        guard let wave = try asking?.wave ?? store.wave(publicID) else { throw WebError.notFound }
        try reach.require(.read, Thing(.sheet, wave.place.owned(by: person)))
        part = try forms.part(wave) { try QuestionnaireStore(db: db).asked(wave.part) }
        let all = try SheetStore(db: db).own(
            person, questionnaire: wave.questionnaire, withGoals: part.recallsGoals)
        // Who said no to own development is not shown what they answered before.
        let staysAlone = try ConsentStore(db: db).says(.no, to: .ownDevelopment, person, in: wave.programme)
        own = staysAlone ? all.alone(wave.part) : all
        guard asking != nil || own.sheet(wave.part) != nil else { throw WebError.notFound }
        team = asking.map { ($0.team, $0.teamName) }
        earlierSheets = own.handedIn(before: wave.number)
        goals = own.goals(before: wave.number)
        (self.wave, self.person) = (wave, person)
    }

    var sections: [SheetSection] { part.sections }

    var sheet: OwnSheets.Sheet? { own.sheet(wave.part) }
    var isOpen: Bool { team != nil }

    /// For a verb.
    /// - Throws: `WebError.refused` where answers are no longer taken.
    func hand(today: Day) throws -> SheetStore.Hand {
        guard let team else { throw WebError.refused(.waveClosed) }
        return SheetStore.Hand(person: person, team: team.key, today: today)
    }

    func answer(_ index: Int) -> OwnSheets.Answer? { sheet?.answers[part.questions[index].item] }

    /// Answers of earlier waves to one of the questions that look back, the newest first.
    func earlier(_ index: Int) -> [OwnSheets.Earlier] {
        part.questions[index].looksBack ? earlierSheets.earlier(part.questions[index].item) : []
    }

    /// The pages on which the questions stand. A goal that was not stated is not asked about, and where none was there
    /// is no page for it.
    var pages: [SheetForms.Page] {
        guard wave.form.paging == .sections else { return [goals.isEmpty ? .wholeButReview : .whole] }
        let asked = sections.indices.filter { sections[$0].questions.contains(where: isAsked) }
        return (asked.isEmpty ? Array(sections.indices) : asked).map { .section($0 + 1) }
    }

    /// Whether this person is asked it.
    func isAsked(_ index: Int) -> Bool {
        let question = part.questions[index]
        return question.type != .goalExtent || question.goal.flatMap { goals[$0] } != nil
    }

    /// The questions that this person is asked.
    var asked: AskedPart {
        AskedPart(key: part.key, questions: part.questions.indices.filter(isAsked).map { part.questions[$0] })
    }

    /// The places of the questions that stand on a page.
    func questions(on page: SheetForms.Page) -> [Int] {
        switch page {
        case .whole, .typing: Array(part.questions.indices)
        case .wholeButReview: part.questions.indices.filter { part.questions[$0].type != .goalExtent }
        case .section(let number):
            sections.indices.contains(number - 1) ? Array(sections[number - 1].questions) : []
        case .lookBack: part.questions.indices.filter { part.questions[$0].type == .rating }
        }
    }

    /// The number of the page that a question stands on, as its address has it.
    func page(of question: Int) -> Int {
        wave.form.paging == .whole
            ? 1 : (sections.firstIndex { $0.questions.contains(question) } ?? 0) + 1
    }

    /// Ratings that are answered now and were before: what there is to look back at when the new ones are given.
    var lookingBack: [Int] {
        guard wave.form.lookBack == .after else { return [] }
        return questions(on: .lookBack).filter { index in
            guard let answer = answer(index), answer.value != .optedOut else { return false }
            return !earlier(index).isEmpty
        }
    }

    /// What the person themself has named as a goal or a result in earlier parts, the newest first: what they can rank
    /// where the questionnaire offers nothing.
    func ownRanks(_ index: Int) -> [String] {
        guard part.questions[index].alternatives.isEmpty else { return [] }
        let item = part.questions[index].item
        var known: Set<String> = []
        return own.sheets.reversed().filter { $0.wave < wave.number && $0.isHandedIn }.flatMap { sheet in
            sheet.goals.sorted { $0.key < $1.key }.map { AnswerValue.rank($0.value) }
                + (sheet.answers[item]?.value.ranks ?? [])
        }.filter { !$0.isEmpty && known.insert($0.lowercased()).inserted }
    }
}

extension Sentence {
    static let waveClosed = Sentence(
        sv:
            "Enkäten tar inte emot svar längre. Det du har sparat förut finns kvar, och det du skrev nu sparades inte.",
        en:
            "The questionnaire takes no more answers. What you saved before is kept, and what you wrote now was not saved."
    )
}
