import Storage

/// What people are told of a study: as it stands, to be changed, and as it was before.
struct InformationPage: Page {
    static let template = "information"
    let heading: PageHeading
    let tabs: ProgrammeTabs?
    let mistakes: Mistakes?
    /// Said where nothing is told yet, or where whoever asks may not ask any more.
    let warning: String?
    let path: String
    let basis: String
    let asker: ChoiceField
    let purposes: [Area]
    let kept: TextField
    let hasEarlier: Bool
    let earlier: [Earlier]

    /// A field of several lines.
    struct Area: Sendable {
        let id: String
        let label: String
        let text: String
        let flaw: FieldRemarks.Remark?
        let style: String
    }

    struct Earlier: Sendable {
        let when: String
        let asker: String
        let kept: String
        let paragraphs: [String]
    }

    /// - Parameter draft: what was typed; nil where the form is new.
    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ setting: StartSetting,
        _ draft: InformationDraft? = nil, _ problems: FormProblems? = nil
    ) throws -> InformationPage {
        let here = try ProgrammeInHand(db, id, reach, .write, .studyInformation)
        guard let study = try StudyStore(db: db).study(ofProgramme: here.key) else { throw WebError.notFound }
        let store = StudyInformationStore(db: db)
        let all = try store.all(of: study.key)
        let isAbove = try all.first?.asker.map {
            try store.isAbove($0.key, in: here.key, on: setting.today)
        }
        return InformationPage(
            here, all, isAbove: isAbove ?? false,
            askers: try store.askers(of: here.key, on: setting.today), reach, setting,
            draft ?? InformationDraft(all.first), problems)
    }

    private init(
        _ here: ProgrammeInHand, _ all: [StudyInformation], isAbove: Bool,
        askers: [StudyInformation.Asker], _ reach: Reach, _ setting: StartSetting, _ draft: InformationDraft,
        _ problems: FormProblems?
    ) {
        let language = setting.language
        let title = Sentence(sv: "Information till deltagarna", en: "Information to participants")
        let isResearcher = reach.hat.role == .researcher
        heading = Self.heading(title, here.summary, isResearcher, problems, language)
        let programme = here.summary.publicID
        tabs = isResearcher ? nil : ProgrammeTabs(programme, here.place, reach, at: .information, language)
        mistakes = Mistakes(problems, language)
        warning = Self.warning(all.first, isAbove: isAbove)?(language)
        path = SiteURL.programme(programme, .information).path
        basis = draft.basis ?? ""
        asker = ChoiceField(
            "asker", Sentence(sv: "Vem frågar", en: "Who asks"), language,
            options: [ChoiceField.nothingChosen] + askers.map { ($0.publicID, $0.name) }, chosen: draft.asker,
            hint: Sentence(
                sv:
                    "Någon som varken handleder ett av arbetslagen eller leder en av skolorna. Det är dit deltagarna vänder sig.",
                en:
                    "Somebody who neither supervises one of the teams nor leads one of the schools. It is whom participants turn to."
            ), flaw: problems?["asker"])
        purposes = [
            Area(
                "purpose-sv",
                Sentence(sv: "Vad svaren är till för, på svenska", en: "What answers are for, in Swedish"),
                draft.purposeSV, problems, language),
            Area(
                "purpose-en",
                Sentence(sv: "Vad svaren är till för, på engelska", en: "What answers are for, in English"),
                draft.purposeEN, problems, language),
        ]
        kept = TextField(
            "kept", Sentence(sv: "Svaren sparas till och med", en: "Answers are kept until"), language,
            value: draft.kept,
            hint: Sentence(sv: "Till exempel 2030-12-31.", en: "For example 2030-12-31."),
            flaw: problems?["kept"])
        earlier = all.dropFirst().map { Earlier($0, setting) }
        hasEarlier = !earlier.isEmpty
    }

    private static func warning(_ newest: StudyInformation?, isAbove: Bool) -> Sentence? {
        guard let newest else {
            return Sentence(
                sv:
                    "Ingen har berättat något än. Tills det är gjort kan ingen säga ja, och ingen är med i forskarnas filer.",
                en:
                    "Nobody has told anything yet. Until that is done nobody can say yes, and nobody is in the researchers’ files."
            )
        }
        guard newest.asker == nil || isAbove else { return nil }
        return Sentence(
            sv:
                "Den som frågar kan inte göra det längre: välj någon som varken handleder eller leder skolor här.",
            en:
                "Whoever asks cannot do so any more: choose somebody who neither supervises nor leads schools here."
        )
    }

    private static func heading(
        _ title: Sentence, _ programme: ProgrammeSummary, _ isResearcher: Bool, _ problems: FormProblems?,
        _ language: Language
    ) -> PageHeading {
        guard isResearcher else {
            return .programme(title, programme, language, problems: problems)
        }
        var heading = PageHeading.form(title, problems, language)
        heading.trail = [Link(programme.title(language), .programme(programme.publicID, .statistics))]
        heading.room = .research(language)
        return heading
    }
}

extension InformationPage.Area {
    fileprivate init(
        _ id: String, _ label: Sentence, _ text: String, _ problems: FormProblems?, _ language: Language
    ) {
        self.id = id
        self.label = label(language)
        self.text = text
        flaw = FieldRemarks(of: id, hint: nil, flaw: problems?[id], language).flaw
        style = flaw == nil ? "field" : "field wrong"
    }
}

extension InformationPage.Earlier {
    fileprivate init(_ information: StudyInformation, _ setting: StartSetting) {
        let language = setting.language
        when = language.weekdayAndDate(setting.day(of: information.madeAt))
        asker = information.asker?.name ?? "–"
        kept = language.date(information.keptUntil)
        paragraphs = WrittenText.paragraphs(information.purpose(language))
    }
}

extension RoomBanner {
    /// Over the pages of those who do research on a study.
    static func research(_ language: Language) -> RoomBanner {
        RoomBanner(
            .research,
            Sentence(
                sv: "Läses av studiens forskare. Här finns pseudonymer, aldrig namn.",
                en: "Read by the study’s researchers. Here are pseudonyms, never names.")(language), language)
    }
}
