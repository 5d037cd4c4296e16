/// The questions of a page, filled in.
extension SheetInHand {
    /// - Parameters:
    ///   - sent: what was just sent and could not be kept as it is.
    ///   - conflicts: what another window has answered meanwhile, by item.
    func form(
        _ page: SheetForms.Page, _ site: Site, _ language: Language, sent: SheetEntries? = nil,
        conflicts: [Int64: AnswerValue?] = [:]
    ) -> PageBytes {
        let questions = page == .lookBack ? lookingBack : questions(on: page)
        var filling = QuestionFilling(part)
        filling.goals = goals
        let days = LookBackPart.days(earlierSheets, language)
        for index in questions {
            filling.answer(index, answer(index)?.value)
            if part.questions[index].type == .ranking { filling.ownRanks[index] = ownRanks(index) }
            if let earlier = earlierPart(index, page, language, days) {
                let shape = earlier.shape(language)
                let form = site.sheetForms.lookBack(shape) { LookBackForm(shape, site.templates) }
                filling.lookBack(index, earlier, in: form)
            }
        }
        if let sent { fill(&filling, sent, conflicts, site, language) }
        // What is wrong, or answered in another window, is in sight.
        let folded = page == .lookBack ? questions.filter { isUnchanged($0) && filling.flaws[$0] == nil } : []
        return questionForm(page, questions, folded: folded, site, language).filled(filling)
    }

    /// What one looks back at differs from person to person, so that page is made for each of them.
    private func questionForm(
        _ page: SheetForms.Page, _ questions: [Int], folded: [Int], _ site: Site, _ language: Language
    ) -> SheetForm {
        let make = {
            let shown = sections.enumerated().compactMap {
                index, section -> (number: Int, section: SheetSection)? in
                let own = section.questions.filter(questions.contains)
                return own.isEmpty ? nil : (index + 1, section)
            }
            let content = QuestionsPart(
                part, shown, only: Set(questions), folded: Set(folded), isAlone: page.isSection, language)
            return SheetForm(site.templates.fill(QuestionsPart.template, with: content, in: language))
        }
        guard page != .lookBack else { return make() }
        return site.sheetForms.form(wave, page, language, make: make)
    }

    /// Whether it is answered as it was the last time.
    private func isUnchanged(_ index: Int) -> Bool { answer(index)?.value == earlier(index).first?.value }

    /// What was sent stands where it was typed. What another window has answered is told beside it: whoever then saves once
    /// more has chosen.
    private func fill(
        _ filling: inout QuestionFilling, _ sent: SheetEntries, _ conflicts: [Int64: AnswerValue?],
        _ site: Site,
        _ language: Language
    ) {
        for index in sent.places {
            let question = part.questions[index]
            let flaw: QuestionFlaw?
            if let conflict = conflicts[question.item] {
                filling.bases[index] = conflict.basis
                flaw = QuestionFlaw(conflict, question, language)
            } else if let problem = sent.problems["q\(index + 1)"] {
                filling.bases[index] = sent.bases[index]
                flaw = QuestionFlaw(words: problem.asWhole(language), other: nil)
            } else {
                continue
            }
            filling.answer(index, sent.given[index])
            if let flaw {
                filling.flaws[index] = site.templates.fill("question-flaw", with: flaw, in: language)
            }
        }
    }

    /// Beside the question from the beginning, where the new answer is written; and for ratings when they are given.
    private func earlierPart(
        _ index: Int, _ page: SheetForms.Page, _ language: Language, _ days: [Int: String]
    ) -> LookBackPart? {
        let question = part.questions[index]
        let isShown = page == .lookBack || wave.form.lookBack == .beside || question.type != .rating
        let earlier = earlier(index)
        guard isShown, let newest = earlier.first else { return nil }
        return LookBackPart(
            earlier, question, answer(index), days, number: index + 1,
            isKeepable: page != .lookBack && answer(index)?.value != newest.value, language)
    }
}

extension QuestionFilling {
    /// What was sent and is not kept stands where it was typed, with what is wrong with it.
    mutating func show(
        _ sent: SheetEntries, _ problems: FormProblems, _ site: Site, _ language: Language
    ) {
        for index in sent.places {
            answer(index, sent.given[index])
            bases[index] = sent.bases[index]
            guard let flaw = problems["q\(index + 1)"] else { continue }
            flaws[index] = site.templates.fill(
                "question-flaw", with: QuestionFlaw(words: flaw.asWhole(language), other: nil), in: language)
        }
    }
}

/// What is said at a question that could not be saved.
struct QuestionFlaw: Sendable {
    let words: String
    /// What stands there now.
    let other: String?

    init(words: String, other: String?) {
        self.words = words
        self.other = other
    }

    init(_ stored: AnswerValue?, _ question: AskedPart.Question, _ language: Language) {
        words = Sentence(
            sv: "I ett annat fönster har du svarat så här. Spara igen för att byta till det som står nedan.",
            en: "In another window you answered like this. Save again to change it to what stands below.")(
                language)
        other =
            stored.map { question.words($0, language) }
            ?? Sentence(sv: "Inget svar", en: "No answer")(language)
    }
}
