import Storage

/// Somebody's own studies: what each is for, and their yes or no to each purpose.
struct ParticipationPage: Page {
    static let template = "participation"
    let heading: PageHeading
    let mistakes: Mistakes?
    let isEmpty: Bool
    let studies: [Part]

    struct Part: Sendable {
        let id: String
        let title: String
        /// Their own in this study's files, and on paper.
        let pseudonym: String
        let information: Information?
        /// Whether there is something to say yes or no to: something told, or something said before.
        let isOpen: Bool
        let path: String
        let basis: String
        let questions: [Question]
        let hasReceipts: Bool
        let receipts: [Receipt]
    }

    struct Information: Sendable {
        let asker: String
        let kept: String
        let paragraphs: [String]
        let told: String
    }

    struct Question: Sendable {
        let id: String
        let name: String
        let label: String
        let yes: String
        let no: String
        let isYes: Bool
        let isNo: Bool
        /// What was said, and when.
        let said: String?
    }

    struct Receipt: Sendable {
        let path: String
        let number: String
        let when: String
        let words: String
    }

    /// - Parameters:
    ///   - sent: what was chosen on a form that came back, and for which study.
    static func read(
        _ db: Session, _ reach: Reach, _ key: ServerKey, _ setting: StartSetting,
        _ sent: (study: String, answers: [Purpose: Consent.Answer])? = nil, _ problems: FormProblems? = nil
    ) throws -> ParticipationPage {
        try reach.require(.read, Thing(.consent, Place(owner: reach.hat.person)))
        let given = try ConsentStore(db: db).given(by: reach.hat.person)
        let parts = try StudyInformationStore(db: db).parts(of: reach.hat.person)
        let person = try PersonStore(db: db).publicID(of: reach.hat.person)
        let own = { (study: String) in ResearchPseudonym(key, study: study).of(person) }
        return ParticipationPage(
            parts, own, given, isLeader: reach.hat.role == .schoolLeader, setting, sent, problems)
    }

    private init(
        _ parts: [StudyInformationStore.Part], _ pseudonym: (String) -> String, _ given: [Consent],
        isLeader: Bool, _ setting: StartSetting,
        _ sent: (study: String, answers: [Purpose: Consent.Answer])?, _ problems: FormProblems?
    ) {
        let language = setting.language
        var heading = PageHeading.form(
            Sentence(sv: "Ditt ja eller nej", en: "Your yes or no"), problems, language)
        heading.room = .ownConsent(isLeader: isLeader, language)
        self.heading = heading
        mistakes = Mistakes(problems, language)
        isEmpty = parts.isEmpty
        studies = parts.map { part in
            Part(
                part, pseudonym(part.code), given.filter { $0.study == part.study }, isLeader: isLeader,
                setting,
                sent?.study == part.publicID ? sent?.answers : nil)
        }
    }
}

extension ParticipationPage.Part {
    fileprivate init(
        _ part: StudyInformationStore.Part, _ pseudonym: String, _ given: [Consent], isLeader: Bool,
        _ setting: StartSetting, _ sent: [Purpose: Consent.Answer]?
    ) {
        let language = setting.language
        id = part.publicID
        title = part.title(language)
        self.pseudonym = pseudonym
        information = part.information.map { ParticipationPage.Information($0, setting) }
        isOpen = part.information != nil || !given.isEmpty
        path = SiteURL.participationIn(part.publicID).path
        basis = ConsentStore.basis(given, part.information?.key)
        let standing = given.standing
        questions = Purpose.allCases.map { purpose in
            let chosen = sent == nil ? standing[purpose]?.answer : sent?[purpose]
            return ParticipationPage.Question(
                id: "\(part.publicID)-\(purpose.rawValue)", name: purpose.rawValue,
                label: purpose.name(language), yes: purpose.yes(isLeader: isLeader)(language),
                no: purpose.no(language),
                isYes: chosen == .yes, isNo: chosen == .no,
                said: standing[purpose].map { said in
                    let day = language.weekdayAndDate(setting.day(of: said.at))
                    return said.answer == .yes
                        ? Sentence(sv: "Du sade ja \(day).", en: "You said yes on \(day).")(language)
                        : Sentence(sv: "Du sade nej \(day).", en: "You said no on \(day).")(language)
                })
        }
        receipts = ConsentReceipt.all(given).map { receipt in
            ParticipationPage.Receipt(
                path: SiteURL.consentReceipt(receipt.number).path, number: receipt.number,
                when: receipt.when(setting), words: receipt.words(language))
        }
        hasReceipts = !receipts.isEmpty
    }
}

extension ParticipationPage.Information {
    fileprivate init(_ information: StudyInformation, _ setting: StartSetting) {
        let language = setting.language
        asker =
            information.asker?.name
            ?? Sentence(sv: "någon som inte är kvar", en: "somebody who has left")(language)
        kept = language.date(information.keptUntil)
        paragraphs = WrittenText.paragraphs(information.purpose(language))
        told = language.weekdayAndDate(setting.day(of: information.madeAt))
    }
}

extension RoomBanner {
    /// Over what somebody says to a study.
    static func ownConsent(isLeader: Bool = false, _ language: Language) -> RoomBanner {
        let leaders = Sentence(
            sv:
                "Vad du svarar ser bara du. Ingen på skolan och ingen som är chef över dig får veta om du sade ja eller nej.",
            en:
                "Only you see what you answer. Nobody at the school and nobody above you learns whether you said yes or no."
        )
        return RoomBanner(
            .mine,
            isLeader
                ? leaders(language)
                : Sentence(
                    sv:
                        "Vad du svarar ser bara du. Ingen i laget, ingen chef och ingen handledare får veta om du sade ja eller nej.",
                    en:
                        "Only you see what you answer. Nobody in the team, no principal and no supervisor learns whether you said yes or no."
                )(language), language)
    }
}
