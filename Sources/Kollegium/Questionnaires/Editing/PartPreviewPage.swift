import Measures

/// A part of a draft as it will be put to people. There is no form around it, so nothing can be saved.
struct PartPreviewPage: Page {
    static let template = "part-preview"
    let heading: PageHeading
    let title: String
    let lead: String
    let remarks: [String]
    let questions: String
    let back: String

    init(_ here: DraftInHand, _ part: Questionnaire.Part, _ templates: Templates, _ language: Language) {
        let content = here.draft.content
        let name = Sentence(
            sv: "Så ser ”\(part.name(.sv))” ut", en: "How “\(part.name(.en))” looks")
        var heading = here.heading(name, nil, language, under: part)
        heading.style = .sheet_css
        self.heading = heading
        title = part.name(language)
        let hasGoals = content.parts.contains { earlier in
            earlier.wave < part.wave && earlier.items.contains { $0.type == .goal }
        }
        let whole = AskedPart(part, in: content)
        let asked = hasGoals ? whole : whole.withoutReview
        let (count, minutes) = (asked.questions.count, asked.minutes)
        lead = Sentence(
            sv:
                "\(count) \(count == 1 ? "fråga" : "frågor"), ungefär \(minutes) \(minutes == 1 ? "minut" : "minuter")",
            en:
                "\(count) \(count == 1 ? "question" : "questions"), about \(minutes) \(minutes == 1 ? "minute" : "minutes")"
        )(language)
        remarks = Self.remarks(
            part, isReviewLeftOut: whole.questions.count > count, language)
        let sections = asked.sections.enumerated().map { ($0 + 1, $1) }
        let form = QuestionsPart(
            asked, sections, only: Set(asked.questions.indices), isAlone: false, language)
        var filling = QuestionFilling(asked)
        let goal = Sentence(sv: "målet som personen skrev", en: "the goal that the person wrote")(language)
        filling.goals = [1: goal, 2: goal, 3: goal]
        questions =
            SheetForm(templates.fill(QuestionsPart.template, with: form, in: language))
            .filled(filling).text
        back = SiteURL.draft(here.id, .part, part: part.code).path
    }

    private static func remarks(
        _ part: Questionnaire.Part, isReviewLeftOut: Bool, _ language: Language
    ) -> [String] {
        var remarks: [Sentence] = []
        if isReviewLeftOut {
            remarks.append(
                Sentence(
                    sv: "Ingen tidigare del frågar efter mål, så ingen får uppföljningen av dem.",
                    en: "No earlier part asks for goals, so nobody gets the review of them."))
        }
        if part.items.contains(where: \.looksBack) {
            remarks.append(
                Sentence(
                    sv: "Den som har svarat förut möter också sina egna tidigare svar.",
                    en: "Whoever has answered before also meets their own earlier answers."))
        }
        if part.items.contains(where: { $0.type == .text || $0.type == .ranking && $0.scale == nil }) {
            remarks.append(.readersOfOwnWords)
        }
        return remarks.map { $0(language) }
    }
}

extension AskedPart {
    /// As a part would be asked that is not stored yet.
    init(_ part: Questionnaire.Part, in whole: Questionnaire) {
        var goals = 0
        var questions: [Question] = []
        for item in part.items {
            let scale = whole.scales.first { $0.code == item.scale }
            let area = whole.areas.first { $0.code == item.area }
            for (code, type) in item.answered where type != .goalReview {
                if type == .goal { goals += 1 }
                questions.append(
                    Question(
                        item: Int64(questions.count + 1), code: code, type: type, label: item.label,
                        steps: scale?.steps ?? [], optOut: scale?.optOut ?? Title(sv: nil, en: nil),
                        form: item.form.flatMap(TrustForm.init), area: area?.label,
                        looksBack: item.looksBack,
                        goal: type == .goal
                            ? goals : ItemType.goalExtents.firstIndex(of: code).map { $0 + 1 }))
            }
        }
        self.init(key: 0, questions: questions)
    }
}
