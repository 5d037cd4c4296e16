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
    }

    /// How many results can be ranked.
    static let ranks = 5

    /// - Parameters:
    ///   - sections: those that are on the page.
    ///   - only: the places of the questions that are.
    ///   - isAlone: whether the page is this one section and has its title.
    init(
        _ part: AskedPart, _ sections: [(number: Int, section: SheetSection)], only: Set<Int>, isAlone: Bool,
        _ language: Language
    ) {
        self.sections = sections.map { number, section in
            Section(
                id: "section-\(number)", title: isAlone ? nil : section.title(language),
                explanation: section.explanation?(language),
                questions: section.questions.filter(only.contains).map {
                    Question(part.questions[$0], at: $0, language)
                })
        }
    }
}

extension QuestionsPart.Question {
    fileprivate init(_ question: AskedPart.Question, at index: Int, _ language: Language) {
        number = index + 1
        words = question.words(language)
        let isReview = question.type == .goalExtent
        opening = isReview ? QuestionSlot.ifGoal(index).mark : ""
        closing = isReview ? QuestionSlot.end.mark : ""
        goal = isReview ? QuestionSlot.goal(index).mark : nil
        isChosen = question.isChosen
        isScale = question.isRated
        isText = question.type == .text
        isLine = question.type == .goal
        isRanking = question.type == .ranking
        steps = question.steps.enumerated().map { place, step in
            QuestionsPart.Step(
                name: "q\(index + 1)", value: "\(place + 1)",
                words: step.label(language).isEmpty
                    ? step.value ?? "\(place + 1)" : step.label(language),
                mark: QuestionSlot.mark(index, step: place + 1).mark)
        }
        places = (0..<QuestionsPart.ranks).map {
            QuestionsPart.Place(
                name: "q\(index + 1)", number: $0 + 1, text: QuestionSlot.text(index, place: $0).mark)
        }
        text = QuestionSlot.text(index, place: 0).mark
        optOut = question.words(.optedOut, language)
        optOutMark = QuestionSlot.mark(index, step: 0).mark
        basis = QuestionSlot.basis(index).mark
        flaw = QuestionSlot.flaw(index).mark
        earlier = QuestionSlot.earlier(index).mark
    }
}
