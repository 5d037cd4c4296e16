/// What publishing a draft would change, before it does.
struct PublicationPage: Page {
    static let template = "publication"
    let heading: PageHeading
    let title: String
    let mistakes: Mistakes?
    let obstacles: [String]
    let isReady: Bool
    let isNothing: Bool
    let sections: [Section]
    /// What is worded in one language only. It stands in nobody’s way.
    let lacking: [Section]
    let path: String
    let basis: String
    let back: String

    struct Section: Sendable {
        let title: String
        let remark: String?
        let lines: [String]
    }

    init(_ here: DraftInHand, _ problems: FormProblems?, _ language: Language) {
        let change = here.draft.change
        let version = (here.draft.standing.whole?.version ?? 0) + 1
        let name = Sentence(sv: "Publicera version \(version)", en: "Publish version \(version)")
        title = name(language)
        heading = here.heading(name, problems, language)
        mistakes = Mistakes(problems, language)
        obstacles = change.obstacles.map { $0.asWhole(language) }
        sections = change.sections(here.draft.standing, language)
        isNothing = sections.isEmpty
        let content = here.draft.content
        lacking = Language.allCases.compactMap { missing in
            let lines = content.lacking(missing).map { $0(language) }
            guard !lines.isEmpty else { return nil }
            let remark =
                missing == .sv
                ? Sentence(
                    sv: "Den som läser på svenska får det på engelska.",
                    en: "Whoever reads Swedish gets it in English.")
                : Sentence(
                    sv: "Den som läser på engelska får det på svenska.",
                    en: "Whoever reads English gets it in Swedish.")
            return Section(
                title: Sentence(sv: missing.missing(.sv), en: missing.missing(.en))(language).capitalFirst,
                remark: remark(language), lines: lines)
        }
        isReady = obstacles.isEmpty && !isNothing
        path = SiteURL.draft(here.id, .publication).path
        basis = here.draft.basis
        back = SiteURL.draft(here.id).path
    }
}

extension QuestionnaireChange {
    /// What changes, part by part; nothing where the draft is as what stands.
    func sections(_ standing: StandingQuestionnaire, _ language: Language) -> [PublicationPage.Section] {
        let whole = wholeLines(language)
        var sections =
            whole.isEmpty
            ? []
            : [
                PublicationPage.Section(
                    title: Sentence(sv: "Enkäten", en: "The questionnaire")(language), remark: nil,
                    lines: whole)
            ]
        let known = Dictionary((before?.parts ?? []).map { ($0.code, $0) }) { one, _ in one }
        for part in after.parts {
            let lines = self.lines(known[part.code], part, language)
            if !lines.isEmpty {
                sections.append(
                    PublicationPage.Section(title: part.name(language), remark: nil, lines: lines))
            }
        }
        for part in before?.parts ?? [] where !after.parts.contains(where: { $0.code == part.code }) {
            let isPlanned = standing.parts[part.code]?.stage == .planned
            let plan =
                isPlanned
                ? Sentence(
                    sv: "Det som är planerat för delen försvinner också.",
                    en: "What is planned for the part goes too.")(language) : nil
            sections.append(
                PublicationPage.Section(
                    title: part.name(language), remark: plan,
                    lines: [Sentence(sv: "Delen tas bort", en: "The part is removed")(language)]))
        }
        return sections
    }

    private func wholeLines(_ language: Language) -> [String] {
        guard let before else { return [] }
        var lines: [String] = []
        func tell(_ sv: String, _ en: String) { lines.append(Sentence(sv: sv, en: en)(language)) }
        if before.title != after.title {
            tell("Nytt namn: \(after.name(.sv))", "New name: \(after.name(.en))")
        }
        if before.audience != after.audience || before.asks != after.asks {
            tell("Nu för \(after.audienceName(.sv))", "Now for \(after.audienceName(.en))")
        }
        for scale in after.scales where before.scales.first(where: { $0.code == scale.code }) != scale {
            let isNew = !before.scales.contains { $0.code == scale.code }
            tell(
                (isNew ? "Ny skala: " : "Ändrad skala: ") + scale.words(.sv),
                (isNew ? "New scale: " : "Changed scale: ") + scale.words(.en))
        }
        for scale in before.scales where !after.scales.contains(where: { $0.code == scale.code }) {
            tell("Borttagen skala: " + scale.words(.sv), "Removed scale: " + scale.words(.en))
        }
        for area in after.areas where before.areas.first(where: { $0.code == area.code }) != area {
            let isNew = !before.areas.contains { $0.code == area.code }
            tell(
                (isNew ? "Nytt område: " : "Ändrat område: ") + area.name(.sv),
                (isNew ? "New area: " : "Changed area: ") + area.name(.en))
        }
        for area in before.areas where !after.areas.contains(where: { $0.code == area.code }) {
            tell("Borttaget område: " + area.name(.sv), "Removed area: " + area.name(.en))
        }
        return lines
    }

    private func lines(
        _ old: Questionnaire.Part?, _ new: Questionnaire.Part, _ language: Language
    ) -> [String] {
        var lines: [String] = []
        func tell(_ sv: String, _ en: String) { lines.append(Sentence(sv: sv, en: en)(language)) }
        guard let old else {
            let count = new.items.count
            tell(
                "Ny del med \(count) \(count == 1 ? "fråga" : "frågor")",
                "New part with \(count) \(count == 1 ? "question" : "questions")")
            return lines
        }
        guard old != new else { return [] }
        if old.title != new.title { tell("Nytt namn: \(new.name(.sv))", "New name: \(new.name(.en))") }
        if old.wave != new.wave { tell("Gång \(new.wave) i ordningen", "Time \(new.wave) in the order") }
        let known = Dictionary(old.items.map { ($0.code, $0) }) { one, _ in one }
        for item in new.items {
            if known[item.code] == nil {
                tell("Ny fråga: \(item.name(.sv))", "New question: \(item.name(.en))")
            } else if known[item.code] != item {
                tell("Ändrad fråga: \(item.name(.sv))", "Changed question: \(item.name(.en))")
            }
        }
        for item in old.items where !new.items.contains(where: { $0.code == item.code }) {
            tell("Borttagen fråga: \(item.name(.sv))", "Removed question: \(item.name(.en))")
        }
        let kept = new.items.map(\.code).filter { known[$0] != nil }
        if kept != old.items.map(\.code).filter(kept.contains) {
            tell("Frågorna kommer i en annan ordning", "The questions come in another order")
        }
        return lines
    }
}
