import Storage

/// A programme's questionnaires, and how to begin another.
struct QuestionnairesPage: Page {
    static let template = "questionnaires"
    let heading: PageHeading
    let tabs: ProgrammeTabs
    let hasList: Bool
    let rows: [Row]
    let mayWrite: Bool
    let mistakes: Mistakes?
    let path: String
    let filePath: String
    let ready: [Ready]

    struct Row: Sendable {
        let title: String
        let path: String
        let audience: String
        let parts: String
        let state: String
        let isDraft: Bool
    }

    struct Ready: Sendable {
        let id: String
        let value: String
        let title: String
        let words: String
        let isChosen: Bool
    }

    static func read(
        _ db: Session, _ here: ProgrammeInHand, _ reach: Reach, _ problems: FormProblems?,
        _ language: Language
    ) throws -> QuestionnairesPage {
        let mayWrite = reach.may(.write, Thing(.questionnaire, here.place)) && here.summary.isOpen
        let list = try QuestionnaireStore(db: db).list(of: here.key)
        return QuestionnairesPage(
            here, reach, list.filter { mayWrite || $0.version != nil }, mayWrite: mayWrite, problems, language
        )
    }

    private init(
        _ here: ProgrammeInHand, _ reach: Reach, _ list: [QuestionnaireStore.Listed], mayWrite: Bool,
        _ problems: FormProblems?, _ language: Language
    ) {
        let (id, title) = (
            here.summary.publicID, Sentence(sv: "Enkäter", en: "Questionnaires")
        )
        var heading = PageHeading.programme(title, here.summary, language, problems: problems)
        if !reach.may(.read, Thing(.programme, here.place)) { heading.trail = [] }
        heading.room = .questions(language)
        self.heading = heading
        tabs = ProgrammeTabs(id, here.place, reach, at: .questionnaires, language)
        rows = list.map { Row($0, mayWrite: mayWrite, language) }
        hasList = !rows.isEmpty
        self.mayWrite = mayWrite
        mistakes = Mistakes(problems, language)
        path = SiteURL.programme(id, .questionnaires).path
        filePath = SiteURL.programme(id, .questionnaireFile).path
        ready = ReadyMade.allCases.enumerated().map { place, ready in
            Ready(
                id: place == 0 ? "ready" : "ready-\(place)", value: ready.rawValue,
                title: ready.title(language),
                words: ready.words(language), isChosen: place == 0)
        }
    }
}

extension QuestionnairesPage.Row {
    fileprivate init(_ listed: QuestionnaireStore.Listed, mayWrite: Bool, _ language: Language) {
        title = listed.title(language).isEmpty ? listed.code : listed.title(language)
        isDraft = listed.version == nil
        path = (isDraft ? SiteURL.draft(listed.publicID) : .questionnaire(listed.publicID)).path
        audience = Questionnaire.audienceName(listed.audience, listed.asks, language)
        parts = language.grouped(listed.parts)
        let (version, count) = (listed.version ?? 0, listed.opened)
        let opened =
            count == 0
            ? Sentence(sv: "inte öppnad än", en: "not opened yet")
            : Sentence(sv: "\(count) \(count == 1 ? "öppnad" : "öppnade")", en: "\(count) opened")
        let words =
            isDraft
            ? Sentence(sv: "utkast", en: "draft")
            : Sentence(
                sv: "version \(version), \(opened.sv)"
                    + (mayWrite && listed.hasDraft ? ", nytt utkast" : ""),
                en: "version \(version), \(opened.en)"
                    + (mayWrite && listed.hasDraft ? ", new draft" : ""))
        state = words(language)
    }
}

extension QuestionnaireStore {
    /// A questionnaire in the list of a programme's.
    struct Listed: Sendable {
        let publicID: String
        let code: String
        let audience: String
        let asks: Wave.Asked
        /// nil while it is only a draft.
        let version: Int?
        let title: Title
        let hasDraft: Bool
        let parts: Int
        /// How many of the parts have been opened.
        let opened: Int
    }

    /// In two statements, however many there are.
    func list(of programme: Int64) throws -> [Listed] {
        var parts: [Int64: (all: Int, opened: Int)] = [:]
        try db.each(
            """
            SELECT q.id, count(*), sum(CASE WHEN w.opened_at IS NOT NULL
                OR EXISTS (SELECT 1 FROM sheets s WHERE s.part_id = p.id) THEN 1 ELSE 0 END)
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            LEFT JOIN waves w ON w.part_id = p.id
            WHERE q.programme_id = ? GROUP BY q.id
            """, programme
        ) { row in parts[try row.key(0)] = (try row.integer(1), try row.integer(2)) }
        return try db.all(
            """
            SELECT q.id, q.public_id, q.code, q.audience, q.asks, v.version, v.title_sv, v.title_en, d.document
            FROM questionnaires q
            LEFT JOIN questionnaire_versions v ON v.questionnaire_id = q.id AND v.version =
                (SELECT max(n.version) FROM questionnaire_versions n WHERE n.questionnaire_id = q.id)
            LEFT JOIN questionnaire_drafts d ON d.questionnaire_id = q.id
            WHERE q.programme_id = ? ORDER BY q.code
            """, programme
        ) { row in
            let (key, version) = (try row.key(0), row.keyIfAny(5).map(Int.init))
            var title = Title(sv: row.textIfAny(6), en: row.textIfAny(7))
            var count = parts[key] ?? (0, 0)
            // One that is only a draft is known by what stands there.
            if version == nil, let draft = row.textIfAny(8).flatMap(Questionnaire.init(draft:)) {
                title = draft.title
                count.all = draft.parts.count
            }
            return Listed(
                publicID: try row.text(1), code: try row.text(2), audience: try row.text(3),
                asks: Wave.Asked(rawValue: try row.text(4)) ?? .members, version: version, title: title,
                hasDraft: row.textIfAny(8) != nil, parts: count.all, opened: count.opened)
        }
    }
}
