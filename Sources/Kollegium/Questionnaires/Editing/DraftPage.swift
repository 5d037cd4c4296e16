import Storage

/// A questionnaire that is being written: its parts, scales and areas, and the way to publishing it.
struct DraftPage: Page {
    static let template = "draft"
    let heading: PageHeading
    let title: String
    let lead: String
    let mistakes: Mistakes?
    let parts: [Part]
    let hasParts: Bool
    let scales: [Listed]
    let hasScales: Bool
    let areas: [Listed]
    let hasAreas: Bool
    let headingPath: String
    let newPartPath: String
    let newScalePath: String
    let newAreaPath: String
    let filePath: String
    let publicationPath: String
    /// What comes before publishing, where there is no question yet.
    let first: Link?
    let discardingPath: String
    let isNew: Bool

    struct Part: Sendable {
        let title: String
        let path: String
        let wave: String
        let questions: String
        let state: String
        let isLocked: Bool
    }

    struct Listed: Sendable {
        let title: String
        let words: String
        let isLocked: Bool
        let path: String
        /// Only of what no question uses.
        let removal: Removal?
    }

    struct Removal: Sendable {
        let title: String
        let path: String
    }

    init(_ here: DraftInHand, _ problems: FormProblems?, today: Day, _ language: Language) {
        let (draft, id) = (here.draft, here.id)
        title = draft.content.name(language)
        heading = here.heading(
            Sentence(sv: "Utkast: \(draft.content.name(.sv))", en: "Draft: \(draft.content.name(.en))"),
            problems, language, isOverview: true)
        let audience = draft.content.audienceName(language)
        lead = Sentence(
            sv:
                "Ett utkast för \(audience). Ingen annan än programmets ledning ser det förrän du publicerar.",
            en: "A draft for \(audience). Nobody but those who lead the programme sees it until you publish.")(
                language)
        mistakes = Mistakes(problems, language)
        parts = draft.content.parts.map { part in
            let standing = draft.standing.parts[part.code]
            return Part(
                title: part.name(language), path: SiteURL.draft(id, .part, part: part.code).path,
                wave: "\(part.wave)", questions: language.grouped(part.items.count),
                state: standing?.words(on: today, language) ?? Sentence(sv: "ny", en: "new")(language),
                isLocked: standing?.stage.isLocked ?? false)
        }
        hasParts = !parts.isEmpty
        scales = draft.content.scales.map {
            Listed(
                title: $0.code, words: $0.words(language), isLocked: draft.lockedScales.contains($0.code),
                path: SiteURL.draft(id, .scale, item: $0.code).path,
                removal: draft.content.uses(scale: $0.code)
                    ? nil
                    : Removal(
                        title: $0.code, path: SiteURL.draft(id, .removal, item: $0.code, type: "scale").path))
        }
        hasScales = !scales.isEmpty
        areas = draft.content.areas.map {
            Listed(
                title: $0.name(language), words: "", isLocked: draft.lockedAreas.contains($0.code),
                path: SiteURL.draft(id, .area, item: $0.code).path,
                removal: draft.content.uses(area: $0.code)
                    ? nil
                    : Removal(
                        title: $0.name(language),
                        path: SiteURL.draft(id, .removal, item: $0.code, type: "area").path))
        }
        hasAreas = !areas.isEmpty
        headingPath = SiteURL.draft(id, .heading).path
        newPartPath = SiteURL.draft(id, .partHeading).path
        newScalePath = SiteURL.draft(id, .scale).path
        newAreaPath = SiteURL.draft(id, .area).path
        filePath = SiteURL.draft(id, .file).path
        publicationPath = SiteURL.draft(id, .publication).path
        first = Self.first(draft.content, id, language)
        discardingPath = SiteURL.draft(id, .discarding).path
        isNew = draft.standing.whole == nil
    }
}

extension DraftPage {
    /// A part, and then its first question.
    private static func first(_ content: Questionnaire, _ id: String, _ language: Language) -> Link? {
        guard content.parts.allSatisfy(\.items.isEmpty) else { return nil }
        guard let part = content.parts.first else {
            return Link(
                Sentence(sv: "Lägg till en del", en: "Add a part")(language), .draft(id, .partHeading))
        }
        return Link(
            Sentence(
                sv: "Lägg till frågor i ”\(part.name(.sv))”", en: "Add questions to “\(part.name(.en))”")(
                    language), .draft(id, .part, part: part.code))
    }
}

/// The questions of one part of a draft, each with what can be done with it.
struct DraftPartPage: Page {
    static let template = "draft-part"
    let heading: PageHeading
    let title: String
    let mistakes: Mistakes?
    let isLocked: Bool
    let isEmpty: Bool
    let questions: [Question]
    let basis: String
    let headingPath: String
    let previewPath: String
    let orderPath: String
    let removalPath: String
    let trustPath: String
    let mayAddTrust: Bool
    let kinds: [Kind]

    struct Question: Sendable {
        let id: String
        let words: String
        let type: String
        let steps: String?
        let remarks: String?
        /// The language that it is not worded in.
        let missing: String?
        let code: String
        let path: String
        let orderPath: String
        let removalPath: String
        let basis: String
        let isFirst: Bool
        let isLast: Bool
    }

    struct Kind: Sendable {
        let title: String
        let words: String
        let path: String
    }

    init(_ here: DraftInHand, _ part: Questionnaire.Part, _ problems: FormProblems?, _ language: Language) {
        let (draft, id) = (here.draft, here.id)
        title = part.name(language)
        heading = here.heading(Sentence(sv: part.name(.sv), en: part.name(.en)), problems, language)
        mistakes = Mistakes(problems, language)
        isLocked = draft.isLocked(part.code)
        isEmpty = part.items.isEmpty
        let order = part.orderBasis
        basis = order
        questions = part.items.enumerated().map { place, item in
            let shown = ShownPart.Question(item, in: draft.content, language)
            return Question(
                id: "question-\(place + 1)", words: shown.words, type: shown.type, steps: shown.steps,
                remarks: shown.remarks, missing: item.missing?.missing(language), code: item.code,
                path: SiteURL.draft(id, .question, part: part.code, item: item.code).path,
                orderPath: SiteURL.draft(id, .order, part: part.code, item: item.code).path,
                removalPath: SiteURL.draft(id, .removal, part: part.code, item: item.code).path,
                basis: order, isFirst: place == 0, isLast: place == part.items.count - 1)
        }
        headingPath = SiteURL.draft(id, .partHeading, part: part.code).path
        previewPath = SiteURL.draft(id, .preview, part: part.code).path
        orderPath = SiteURL.draft(id, .order, part: part.code).path
        removalPath = SiteURL.draft(id, .removal, part: part.code).path
        trustPath = SiteURL.draft(id, .trustItems, part: part.code).path
        mayAddTrust = !part.items.contains { $0.form != nil }
        kinds = ItemType.askable.map {
            Kind(
                title: $0.name(language), words: $0.purpose(language),
                path: SiteURL.draft(id, .question, part: part.code, type: $0.rawValue).path)
        }
    }
}

extension Questionnaire.Part {
    /// What its list of questions is, and in which order.
    var orderBasis: String { FormBasis.of([code] + items.map(\.code)) }

    /// All that goes with it, or with one of its questions: nobody takes away what they have not seen.
    func removalBasis(of item: Questionnaire.Item? = nil) -> String {
        var part = self
        if let item {
            part = Questionnaire.Part(code: code, wave: 1, title: Title(sv: nil, en: nil), items: [item])
        }
        return FormBasis.of([
            Questionnaire(
                code: "", version: 1, title: Title(sv: nil, en: nil), audience: "", scales: [], areas: [],
                parts: [part]
            ).yaml
        ])
    }
}
