/// What is asked before something of a draft is taken away.
struct DraftRemovalPage: Page {
    static let template = "draft-removal"
    let heading: PageHeading
    let title: String
    let lead: String
    let path: String
    /// Of what is taken away, so that nobody takes away what somebody else has just changed.
    let basis: String
    let act: String
    let back: String
    let backWords: String

    /// A question, a part, a scale or an area.
    /// - Parameters:
    ///   - part: the part's code; empty for a scale or an area.
    ///   - item: the code of the question, the scale or the area; empty for a part.
    ///   - type: `scale` or `area`.
    /// - Throws: `WebError.notFound` where it is not there, or not to be taken away.
    init(_ here: DraftInHand, part: String, item: String, type: String, _ language: Language) throws {
        let content = here.draft.content
        if part.isEmpty {
            try self.init(here, unused: item, type, in: content, language)
            return
        }
        guard let present = here.draft.part(part), !here.draft.isLocked(part) else {
            throw WebError.notFound
        }
        let url = SiteURL.draft(here.id, .removal, part: part, item: item)
        let back = SiteURL.draft(here.id, .part, part: part)
        guard !item.isEmpty else {
            let count = present.items.count
            self.init(
                here,
                Sentence(sv: "Ta bort ”\(present.name(.sv))”?", en: "Remove “\(present.name(.en))”?"),
                Sentence(
                    sv:
                        "Delen går bort ur utkastet med \(count == 1 ? "sin enda fråga" : "sina \(count) frågor"). Det går inte att ångra.",
                    en:
                        "The part goes from the draft with its \(count == 1 ? "only question" : "\(count) questions"). This cannot be undone."
                ), url, basis: present.removalBasis(), back: back, under: present, language)
            return
        }
        guard let question = present.items.first(where: { $0.code == item }) else {
            throw WebError.notFound
        }
        self.init(
            here, Sentence(sv: "Ta bort frågan?", en: "Remove the question?"),
            Sentence(
                sv: "”\(question.name(.sv))” går bort ur utkastet. Det går inte att ångra.",
                en: "“\(question.name(.en))” goes from the draft. This cannot be undone."), url,
            basis: present.removalBasis(of: question), back: back, under: present, language)
    }

    private init(
        _ here: DraftInHand, unused code: String, _ type: String, in content: Questionnaire,
        _ language: Language
    ) throws {
        let (name, basis): (Sentence, String)
        if type == "scale", let scale = content.scales.first(where: { $0.code == code }),
            !content.uses(scale: code)
        {
            (name, basis) = (Sentence(sv: code, en: code), ScaleForm(scale).basis)
        } else if type == "area", let area = content.areas.first(where: { $0.code == code }),
            !content.uses(area: code)
        {
            (name, basis) = (Sentence(sv: area.name(.sv), en: area.name(.en)), AreaForm(area).basis)
        } else {
            throw WebError.notFound
        }
        self.init(
            here, Sentence(sv: "Ta bort ”\(name.sv)”?", en: "Remove “\(name.en)”?"),
            Sentence(
                sv: "Ingen fråga använder det. Det går inte att ångra.",
                en: "No question uses it. This cannot be undone."),
            .draft(here.id, .removal, item: code, type: type), basis: basis, back: .draft(here.id), language)
    }

    /// The whole draft; and with it a questionnaire that never had a version.
    init(discarding here: DraftInHand, _ language: Language) {
        let isNew = here.draft.standing.whole == nil
        self.init(
            here,
            isNew
                ? Sentence(sv: "Släng enkäten?", en: "Throw the questionnaire away?")
                : Sentence(sv: "Släng utkastet?", en: "Throw the draft away?"),
            isNew
                ? Sentence(
                    sv: "Enkäten har aldrig publicerats, så allt i den försvinner. Det går inte att ångra.",
                    en: "The questionnaire was never published, so all of it is lost. This cannot be undone.")
                : Sentence(
                    sv: "Ändringarna försvinner. Det som gäller står kvar. Det går inte att ångra.",
                    en: "The changes are lost. What stands stays. This cannot be undone."),
            .draft(here.id, .discarding), basis: here.draft.basis, back: .draft(here.id),
            act: isNew
                ? Sentence(sv: "Släng enkäten", en: "Throw the questionnaire away")
                : Sentence(sv: "Släng utkastet", en: "Throw the draft away"),
            backWords: Sentence(sv: "Behåll", en: "Keep"), language)
    }

    private init(
        _ here: DraftInHand, _ title: Sentence, _ lead: Sentence, _ url: SiteURL, basis: String,
        back: SiteURL, under part: Questionnaire.Part? = nil,
        act: Sentence = Sentence(sv: "Ta bort", en: "Remove"),
        backWords: Sentence = Sentence(sv: "Ta inte bort", en: "Do not remove"), _ language: Language
    ) {
        heading = here.heading(title, nil, language, under: part)
        self.title = title(language)
        self.lead = lead(language)
        path = url.path
        self.basis = basis
        self.act = act(language)
        self.back = back.path
        self.backWords = backWords(language)
    }
}
