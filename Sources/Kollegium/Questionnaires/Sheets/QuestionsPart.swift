/// The questions as their template has them: all that is the same for everybody, with a slot wherever something is
/// somebody's own.
struct QuestionsPart: Sendable {
    static let template = "questions"
    let sections: [Section]

    struct Section: Sendable {
        let id: String
        /// Nil where the page has it already.
        let title: String?
        let explanation: String?
        let questions: [Question]
        /// What is folded away after them.
        let fold: Fold?
    }

    struct Fold: Sendable {
        let words: String
        let questions: [Question]
    }

    struct Question: Sendable {
        /// Its number among the questions of the part, from 1, by which its fields are called.
        let number: Int
        let words: String
        let opening: String
        let closing: String
        let goal: String?
        let isChosen: Bool
        let isScale: Bool
        let isText: Bool
        let isLine: Bool
        let isRanking: Bool
        /// A ranking of what the questionnaire offers.
        let isOffering: Bool
        let ifOwnRanks: String
        let end: String
        let steps: [Step]
        let places: [Place]
        let text: String
        let optOut: String
        let optOutMark: String
        let basis: String
        let flaw: String
        let earlier: String
    }

    struct Step: Sendable {
        let name: String
        let value: String
        let words: String
        let mark: String
    }

    struct Place: Sendable {
        let name: String
        let number: Int
        let text: String
        /// What is offered to everybody; empty where people rank what they write.
        let alternatives: [Step]
        let isOffering: Bool
        /// What only this person can choose.
        let ownRanks: String
        let ifOwnRanks: String
        let end: String
        /// Around a place that is there only for what stands in it.
        let opening: String
        let closing: String
    }

    /// How many of what people write can be ranked: so many lines there are, and so many places when they fill in both
    /// sides of each.
    static let (ranks, mostRanks) = (5, 10)

    /// - Parameters:
    ///   - sections: those that are on the page.
    ///   - only: the places of the questions that are.
    ///   - folded: the places of those among them that nothing has changed in.
    ///   - isAlone: whether the page is this one section and has its title.
    ///   - typing: whether somebody else types in what stands on paper, and knows nobody's goals.
    init(
        _ part: AskedPart, _ sections: [(number: Int, section: SheetSection)], only: Set<Int>,
        folded: Set<Int> = [],
        isAlone: Bool, typing: Bool = false, _ language: Language
    ) {
        self.sections = sections.map { number, section in
            let places = section.questions.filter(only.contains)
            let question = { (place: Int) in
                Question(part.questions[place], at: place, typing: typing, language)
            }
            return Section(
                id: "section-\(number)", title: isAlone ? nil : section.title(language),
                explanation: (typing ? section.explanationForTyping : section.explanation)?(language),
                questions: places.filter { !folded.contains($0) }.map(question),
                fold: Fold(places.filter(folded.contains).map(question), language))
        }
    }
}

extension QuestionsPart.Fold {
    fileprivate init?(_ questions: [QuestionsPart.Question], _ language: Language) {
        guard !questions.isEmpty else { return nil }
        let count = questions.count
        words = Sentence(
            sv: count == 1
                ? "En fråga som du svarar likadant på" : "\(count) frågor som du svarar likadant på",
            en: count == 1
                ? "One question that you answer as before" : "\(count) questions that you answer as before"
        )(language)
        self.questions = questions
    }
}

extension QuestionsPart.Question {
    fileprivate init(_ question: AskedPart.Question, at index: Int, typing: Bool, _ language: Language) {
        number = index + 1
        let own = question.words(language)
        words =
            typing && question.type == .goalExtent
            ? Sentence(sv: "\(own) (målet står på papperet)", en: "\(own) (the goal stands on the paper)")(
                language) : own
        let isReview = question.type == .goalExtent && !typing
        opening = isReview ? QuestionSlot.ifGoal(index).mark : ""
        closing = isReview ? QuestionSlot.end.mark : ""
        goal = isReview ? QuestionSlot.goal(index).mark : nil
        isChosen = question.isChosen
        isScale = question.isRated
        isText = question.type == .text
        isLine = question.type == .goal
        isRanking = question.type == .ranking
        isOffering = !question.alternatives.isEmpty
        ifOwnRanks = QuestionSlot.ifOwnRanks(index).mark
        end = QuestionSlot.end.mark
        steps = question.steps.enumerated().map { place, step in
            QuestionsPart.Step(
                name: "q\(index + 1)", value: "\(place + 1)",
                words: step.label(language).isEmpty
                    ? step.value ?? "\(place + 1)" : step.label(language),
                mark: QuestionSlot.mark(index, step: place + 1).mark)
        }
        places = isRanking ? QuestionsPart.Place.all(question, at: index, language) : []
        text = QuestionSlot.text(index, place: 0).mark
        optOut = question.words(.optedOut, language)
        optOutMark = QuestionSlot.mark(index, step: 0).mark
        basis = QuestionSlot.basis(index).mark
        flaw = QuestionSlot.flaw(index).mark
        earlier = QuestionSlot.earlier(index).mark
    }
}

extension QuestionsPart.Place {
    /// As many as there are alternatives; of one's own words five, and more where more stands there.
    fileprivate static func all(
        _ question: AskedPart.Question, at index: Int, _ language: Language
    ) -> [Self] {
        let alternatives = question.alternatives
        let most = alternatives.isEmpty ? QuestionsPart.mostRanks : alternatives.count
        return (0..<most).map { place in
            let isExtra = alternatives.isEmpty && place >= QuestionsPart.ranks
            return Self(
                name: "q\(index + 1)", number: place + 1, text: QuestionSlot.text(index, place: place).mark,
                alternatives: alternatives.enumerated().map { step, stored in
                    QuestionsPart.Step(
                        name: "", value: stored, words: question.words(rank: stored, language),
                        mark: QuestionSlot.rank(index, place: place, step: step + 1).mark)
                },
                isOffering: !alternatives.isEmpty,
                ownRanks: QuestionSlot.ownRanks(index, place: place).mark,
                ifOwnRanks: QuestionSlot.ifOwnRanks(index).mark, end: QuestionSlot.end.mark,
                opening: isExtra ? QuestionSlot.ifRank(index, place: place).mark : "",
                closing: isExtra ? QuestionSlot.end.mark : "")
        }
    }
}
