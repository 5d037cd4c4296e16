import Storage

/// Where researchers ask for the answers of those who said yes, as files.
struct ResearchPage: Page {
    static let template = "research"
    let heading: PageHeading
    let mistakes: Mistakes?
    /// Said where nobody has told what the study is for.
    let isUntold: Bool
    let informationPath: String
    let statisticsPath: String
    let hasSubjects: Bool
    let subjects: [Subject]
    let path: String
    let questionnaire: ChoiceField
    let format: ChoiceField
    /// Open waves, which are answered on paper too.
    let hasPapers: Bool
    let papers: [Paper]
    let hasFiles: Bool
    let files: [File]

    /// A questionnaire with closed parts, and who is in its files.
    struct Subject: Sendable {
        let title: String
        let people: String
        let others: String
    }

    struct Paper: Sendable {
        let title: String
        let path: String
        let formPath: String
    }

    struct File: Sendable {
        let path: String
        let title: String
        let when: String
        let state: String
        let isBad: Bool
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ setting: StartSetting, _ form: Form = Form(),
        _ problems: FormProblems? = nil
    ) throws -> ResearchPage {
        let here = try ResearchInHand(db, id, reach)
        let store = ResearchStore(db: db)
        let closed = try QuestionnaireStore(db: db).closedParts(of: here.study.programme, by: setting.today)
        let counted = try store.subjects(of: here.study.programme).compactMap { subject in
            let parts = Set(try store.parts(of: subject.key, among: closed).map(\.key))
            return parts.isEmpty
                ? nil : (subject, try store.people(of: subject.key, in: here.study.key, parts: parts))
        }
        let open = try WaveStore(db: db).waves(of: here.study.programme).filter {
            $0.isOpen(on: setting.today) && $0.asks == .members
        }
        return ResearchPage(
            here, counted, open, isUntold: try StudyInformationStore(db: db).all(of: here.study.key).isEmpty,
            try ResearchFileStore(db: db).list(of: reach.hat.person, in: here.study.key),
            newest: try ConsentStore(db: db).newest(of: here.study.key), setting, form, problems)
    }

    private init(
        _ here: ResearchInHand, _ counted: [(ResearchStore.Subject, (yes: Int, others: Int))],
        _ open: [Wave], isUntold: Bool, _ files: [ResearchFile], newest: Int64, _ setting: StartSetting, _ form: Form,
        _ problems: FormProblems?
    ) {
        let language = setting.language
        heading = here.heading(
            Sentence(sv: "Forskningsfiler", en: "Research files"), problems: problems, language)
        mistakes = Mistakes(problems, language)
        self.isUntold = isUntold
        informationPath = SiteURL.programme(here.programme, .information).path
        statisticsPath = SiteURL.programme(here.programme, .statistics).path
        path = SiteURL.programme(here.programme, .research).path
        let minimum = here.study.minimumGroup
        subjects = counted.map { subject, count in
            Subject(
                title: subject.heading(language), people: language.people(count.yes, atLeast: minimum),
                others: language.people(count.others, atLeast: minimum))
        }
        hasSubjects = !subjects.isEmpty
        questionnaire = ChoiceField(
            "questionnaire", Sentence(sv: "Enkät", en: "Questionnaire"), language,
            options: counted.map { ($0.0.publicID, $0.0.heading(language)) }, chosen: form["questionnaire"],
            flaw: problems?["questionnaire"])
        format = ChoiceField(
            "format", Sentence(sv: "Format", en: "Format"), language,
            options: ResearchFormat.allCases.map { ($0.rawValue, $0.name(language)) }, chosen: form["format"],
            flaw: problems?["format"])
        self.files = files.map { File($0, newest: newest, setting) }
        hasFiles = !files.isEmpty
        papers = open.map { wave in
            Paper(
                title: wave.name.title(of: language), path: SiteURL.wavePart(wave.publicID, .paper).path,
                formPath: SiteURL.wavePart(wave.publicID, .paperForm).path)
        }
        hasPapers = !papers.isEmpty
    }
}

extension ResearchPage.File {
    fileprivate init(_ file: ResearchFile, newest: Int64, _ setting: StartSetting) {
        let language = setting.language
        path = SiteURL.researchFile(file.publicID).path
        title = file.heading(language)
        when =
            language.weekdayAndDate(setting.day(of: file.madeAt)) + ", "
            + language.clock(file.madeAt, in: setting.zone)
        let standing = file.standing(newest: newest, at: setting.now)
        state = standing.word(language)
        isBad = standing == .failed || standing == .outdated
    }
}

/// The study of an address, for somebody who does research on it.
struct ResearchInHand: Sendable {
    let study: Study
    /// The programme's public id and its place.
    let programme: String
    let title: Title
    let place: Place

    /// - Throws: `WebError.notFound` for who does no research on it.
    init(_ db: Session, _ id: String, _ reach: Reach) throws {
        var place = try PlaceStore(db: db).required(programme: id)
        // What is in the files is of those who said yes, and of nobody else.
        place.isConsented = true
        try reach.require(.read, Thing(.researchMaterial, place))
        guard let key = place.programmes.first, let study = try StudyStore(db: db).study(ofProgramme: key)
        else { throw WebError.notFound }
        (self.study, programme, title, self.place) = (study, id, study.title, place)
    }

    func heading(_ title: Sentence, problems: FormProblems? = nil, _ language: Language) -> PageHeading {
        var heading = PageHeading.form(title, problems, language)
        heading.trail = [Link(self.title(language), .programme(programme, .statistics))]
        heading.room = .research(language)
        return heading
    }
}

extension ResearchStore.Subject {
    func heading(_ language: Language) -> String { title(language).isEmpty ? code : title(language) }
}

extension ResearchFile {
    /// What has become of it, as somebody is told.
    enum Standing: Sendable {
        case waiting, writing, done, failed
        /// Somebody has changed a yes or no since it was written.
        case outdated

        var word: Sentence {
            switch self {
            case .waiting: Sentence(sv: "väntar", en: "waiting")
            case .writing: Sentence(sv: "skrivs", en: "being written")
            case .done: Sentence(sv: "klar", en: "ready")
            case .failed: Sentence(sv: "blev inte av", en: "not written")
            case .outdated: Sentence(sv: "gäller inte längre", en: "no longer good")
            }
        }
    }

    /// - Parameter newest: the newest answer that anybody has given to the study.
    func standing(newest: Int64, at now: Int64) -> Standing {
        if isInterrupted(at: now) { return .failed }
        return switch state {
        case .waiting: .waiting
        case .writing: .writing
        case .failed: .failed
        case .done: newestConsent == newest ? .done : .outdated
        }
    }

    func heading(_ language: Language) -> String {
        let name = title(language).isEmpty ? code : title(language)
        let texts = hasTexts ? Sentence(sv: ", med fritext", en: ", with free text")(language) : ""
        return "\(name), \(format.name(language))\(texts)"
    }
}

extension Language {
    /// So many people, where they are enough for none of them to be pointed at.
    func people(_ count: Int, atLeast minimum: Int) -> String {
        count >= minimum
            ? Sentence(sv: "\(grouped(count)) personer", en: "\(grouped(count)) people")(self)
            : Sentence(sv: "färre än \(minimum) personer", en: "fewer than \(minimum) people")(self)
    }
}
