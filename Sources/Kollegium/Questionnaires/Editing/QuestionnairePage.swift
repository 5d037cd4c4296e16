import Storage

/// A questionnaire as people meet it: its parts, the questions of each and how they are answered.
struct QuestionnairePage: Page {
    static let template = "questionnaire"
    let heading: PageHeading
    let title: String
    let lead: String
    let parts: [ShownPart]
    let mayWrite: Bool
    let hasDraft: Bool
    let draftPath: String
    /// Where the first part that nobody is to be asked yet is planned, for those who may.
    let planPath: String?
    let yamlPath: String
    let xlsxPath: String

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, today: Day, _ language: Language
    ) throws -> QuestionnairePage {
        let here = try QuestionnaireInHand(db, id, reach, .read)
        let mayWrite = reach.may(.write, Thing(.questionnaire, here.place)) && here.programme.isOpen
        guard let whole = here.standing.whole else { throw WebError.notFound }
        let hasDraft = mayWrite ? try QuestionnaireStore(db: db).draft(here.standing) != nil : false
        let mayPlan = reach.may(.write, Thing(.wave, here.place)) && here.programme.isOpen
        return QuestionnairePage(
            here, whole, mayWrite: mayWrite, mayPlan: mayPlan, hasDraft: hasDraft, today: today, language)
    }

    private init(
        _ here: QuestionnaireInHand, _ whole: Questionnaire, mayWrite: Bool, mayPlan: Bool,
        hasDraft: Bool, today: Day, _ language: Language
    ) {
        title = whole.name(language)
        heading = PageHeading(
            title: title, trail: here.trail(language, isItself: true), room: .questions(language))
        let audience = whole.audienceName(language)
        lead = Sentence(
            sv: "För \(audience), version \(whole.version)", en: "For \(audience), version \(whole.version)")(
                language)
        parts = whole.parts.map { part in
            ShownPart(part, in: whole, here.standing.parts[part.code], today: today, language)
        }
        let waiting = whole.parts.sorted { $0.wave < $1.wave }.first {
            here.standing.parts[$0.code]?.stage == .waiting
        }
        planPath =
            mayPlan
            ? waiting.map {
                SiteURL.programme(here.programme.publicID, .newWave).path(asking: [
                    ("part", "\(here.standing.publicID)/\($0.code)")
                ])
            } : nil
        self.mayWrite = mayWrite
        self.hasDraft = hasDraft
        draftPath = SiteURL.draft(here.standing.publicID).path
        yamlPath = SiteURL.questionnaireFile(here.standing.publicID, .yaml).path
        xlsxPath = SiteURL.questionnaireFile(here.standing.publicID, .xlsx).path
    }
}

/// A part with its questions, for the template `questionnaire-part`.
struct ShownPart: Sendable {
    let id: String
    let title: String
    let state: String
    let isOpen: Bool
    let isLocked: Bool
    let questions: [Question]

    struct Question: Sendable {
        let words: String
        let type: String
        /// What can be answered, from the lowest.
        let steps: String?
        let optOut: String?
        /// What the answers count towards, and whether one's own earlier one is shown.
        let remarks: String?
    }

    init(
        _ part: Questionnaire.Part, in whole: Questionnaire, _ standing: StandingQuestionnaire.Part?,
        today: Day, _ language: Language
    ) {
        let place = whole.parts.firstIndex { $0.code == part.code } ?? 0
        id = "part-\(place + 1)"
        title = part.name(language)
        state = standing?.words(on: today, language) ?? Sentence(sv: "ny", en: "new")(language)
        isOpen = standing?.stage == .open
        isLocked = standing.map { $0.stage.isLocked && !$0.isAhead(on: today) } ?? false
        questions = part.items.map { Question($0, in: whole, language) }
    }
}

extension ShownPart.Question {
    init(_ item: Questionnaire.Item, in whole: Questionnaire, _ language: Language) {
        words = item.name(language)
        type = item.type.name(language)
        let scale = whole.scales.first { $0.code == item.scale }
        let labels = (scale?.steps ?? []).map {
            $0.label(language).isEmpty ? $0.value ?? "" : $0.label(language)
        }
        steps = labels.isEmpty ? nil : labels.joined(separator: " · ")
        let out = scale?.optOut(language) ?? ""
        optOut = out.isEmpty ? nil : out
        var remarks: [String] = []
        if let area = whole.areas.first(where: { $0.code == item.area }) {
            remarks.append(area.name(language))
        }
        if let form = item.form {
            let facet = item.facet.map { ", " + TrustItemWords.facet($0, language) } ?? ""
            remarks.append(TrustItemWords.form(form, language) + facet)
        }
        if item.looksBack {
            remarks.append(
                Sentence(sv: "ens eget tidigare svar visas", en: "one’s own earlier answer is shown")(
                    language))
        }
        self.remarks = remarks.isEmpty ? nil : remarks.joined(separator: " · ")
    }
}

/// The forms in which a questionnaire leaves the house.
enum QuestionnaireFile: String, Sendable, CaseIterable {
    case yaml, xlsx
}
