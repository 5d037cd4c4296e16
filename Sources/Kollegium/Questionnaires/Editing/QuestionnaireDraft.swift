import Storage

/// A questionnaire that somebody is writing: what the next version will be when it is published. There is one for each
/// questionnaire, so that two who lead a programme write on the same.
struct QuestionnaireDraft: Sendable {
    let standing: StandingQuestionnaire
    var content: Questionnaire
    /// Of what is stored, to know in a form whether it has changed since.
    let basis: String

    /// In bytes. The longest of ours has thirty thousand.
    static let longest = 1 << 20

    var change: QuestionnaireChange { QuestionnaireChange(standing, to: content) }

    func part(_ code: String) -> Questionnaire.Part? { content.parts.first { $0.code == code } }

    func isLocked(_ part: String) -> Bool { standing.locked.contains(part) }

    /// The scales and areas that a part uses which stays as it is.
    var lockedScales: Set<String> { Set(standing.lockedParts.flatMap { $0.items.compactMap(\.scale) }) }
    var lockedAreas: Set<String> { Set(standing.lockedParts.flatMap { $0.items.compactMap(\.area) }) }
}

extension Questionnaire {
    /// A draft as it is stored. It need not be finished: what is still missing is told where it is published.
    init?(draft document: String) {
        let problems = Problems()
        guard let node = parseYAML(Array(document.utf8), file: "", problems: problems),
            let content = QuestionnaireReading(file: "", problems: problems).questionnaire(node)
        else { return nil }
        self = content
    }

    /// The draft with everything that has been opened as it stands, whatever it was when the draft was begun: a wave may
    /// have opened meanwhile.
    func settled(with standing: StandingQuestionnaire) -> Questionnaire {
        guard let whole = standing.whole else { return self }
        var settled = self
        settled.code = whole.code
        let locked = standing.lockedParts
        guard !locked.isEmpty else { return settled }
        settled.audience = whole.audience
        settled.asks = whole.asks
        for part in locked {
            if let index = settled.parts.firstIndex(where: { $0.code == part.code }) {
                settled.parts[index] = part
            } else {
                let place = whole.parts.firstIndex { $0.code == part.code } ?? 0
                settled.parts.insert(part, at: min(place, settled.parts.count))
            }
        }
        let scales = Set(locked.flatMap { $0.items.compactMap(\.scale) })
        for scale in whole.scales where scales.contains(scale.code) {
            if let index = settled.scales.firstIndex(where: { $0.code == scale.code }) {
                settled.scales[index] = scale
            } else {
                settled.scales.append(scale)
            }
        }
        let areas = Set(locked.flatMap { $0.items.compactMap(\.area) })
        for area in whole.areas where areas.contains(area.code) {
            if let index = settled.areas.firstIndex(where: { $0.code == area.code }) {
                settled.areas[index] = area
            } else {
                settled.areas.append(area)
            }
        }
        return settled
    }
}

extension QuestionnaireStore {
    /// The draft of a questionnaire; nil where nobody is writing one.
    func draft(_ standing: StandingQuestionnaire) throws -> QuestionnaireDraft? {
        let document = try db.one(
            "SELECT document FROM questionnaire_drafts WHERE questionnaire_id = ?", standing.key
        ) { try $0.text(0) }
        guard let document else { return nil }
        guard let content = Questionnaire(draft: document) else {
            throw StorageError(.damaged, "the draft of questionnaire \(standing.key) cannot be read")
        }
        return QuestionnaireDraft(
            standing: standing, content: content.settled(with: standing), basis: FormBasis.of([document]))
    }

    /// Begins a draft of what stands; where there is one already, it goes on.
    func beginDraft(_ standing: StandingQuestionnaire, by act: Act) throws {
        guard let whole = standing.whole, try draft(standing) == nil else { return }
        try saveDraft(whole, of: standing, by: act)
    }

    /// A questionnaire that there is not yet, begun as a draft. - Returns: its public id.
    func beginNew(_ content: Questionnaire, in programme: Int64, by act: Act) throws -> String {
        try ProgrammeStore(db: db).requireOpen(programme)
        var content = content
        let taken = try db.all("SELECT code FROM questionnaires WHERE programme_id = ?", programme) {
            try $0.text(0)
        }
        content.code = ReadableCode.free(content.code, among: Set(taken))
        content.version = 1
        let head = try insertHead(content, programme: programme)
        guard let standing = try standing(head.publicID) else { throw WebError.notFound }
        try saveDraft(content, of: standing, by: act)
        return head.publicID
    }

    func saveDraft(_ content: Questionnaire, of standing: StandingQuestionnaire, by act: Act) throws {
        try ProgrammeStore(db: db).requireOpen(standing.programme)
        let document = content.yaml
        guard document.utf8.count <= QuestionnaireDraft.longest, Questionnaire(draft: document) != nil else {
            throw FormRefusal("", .tooLongDraft)
        }
        try db.execute(
            """
            INSERT INTO questionnaire_drafts (questionnaire_id, document, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (questionnaire_id) DO UPDATE SET document = excluded.document,
                changed_at = excluded.changed_at
            """, standing.key, document, act.now)
    }

    /// Takes the draft away. A questionnaire that never had a version goes with it.
    func discardDraft(_ standing: StandingQuestionnaire) throws {
        try db.execute("DELETE FROM questionnaire_drafts WHERE questionnaire_id = ?", standing.key)
        guard standing.whole == nil else { return }
        try db.execute("DELETE FROM questionnaires WHERE id = ?", standing.key)
    }

    /// Makes the draft the new version.
    /// - Parameter basis: of the draft that was shown.
    func publish(_ draft: QuestionnaireDraft, basis: String, by act: Act) throws {
        try FormBasis.compare(basis, with: draft.basis)
        try write(draft.content, as: draft.standing, by: act)
        try db.execute("DELETE FROM questionnaire_drafts WHERE questionnaire_id = ?", draft.standing.key)
    }
}

extension Sentence {
    fileprivate static let tooLongDraft = Sentence(
        sv: "Enkäten är längre än någon kan svara på. Inget är sparat; dela den i flera.",
        en: "The questionnaire is longer than anybody can answer. Nothing is saved; part it into several.")
}
