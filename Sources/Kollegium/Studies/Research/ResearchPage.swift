import Foundation
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
    let goalsPath: String
    let hasSubjects: Bool
    let subjects: [Subject]
    /// Why nothing is offered any more.
    let over: String?
    /// Said where a file has so few people in it that they can be recognised.
    let few: String?
    /// The tick by which free text of few is asked for all the same.
    let confirmation: Confirmation?
    let textsMark: String
    let path: String
    let questionnaire: ChoiceField
    let format: ChoiceField
    /// Open waves, which are answered on paper too.
    let hasPapers: Bool
    let papers: [Paper]
    let hasFiles: Bool
    let files: [File]

    struct Confirmation: Sendable {
        let words: String
        let flaw: String?
    }

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
        let isOver = try StudyInformationStore(db: db).isOver(here.study.key, on: setting.today)
        var counted: [(ResearchStore.Subject, (yes: Int, others: Int))] = []
        for subject in isOver ? [] : try store.subjects(of: here.study.programme) {
            let parts = Set(try store.parts(of: subject.key, among: closed).map(\.key))
            guard !parts.isEmpty else { continue }
            let people = try store.people(
                of: subject.key, in: here.study.key, parts: parts, on: setting.today,
                before: setting.morning)
            counted.append((subject, people))
        }
        let open = try WaveStore(db: db).waves(of: here.study.programme).filter {
            $0.isOpen(on: setting.today) && $0.asks == .members
        }
        return ResearchPage(
            here, counted, open, isOver: isOver,
            isUntold: try StudyInformationStore(db: db).all(of: here.study.key).isEmpty,
            isOver ? [] : try ResearchFileStore(db: db).list(of: reach.hat.person, in: here.study.key),
            newest: try ConsentStore(db: db).newest(of: here.study.key), setting, form, problems)
    }

    private init(
        _ here: ResearchInHand, _ counted: [(ResearchStore.Subject, (yes: Int, others: Int))],
        _ open: [Wave], isOver: Bool, isUntold: Bool, _ files: [ResearchFile], newest: Int64,
        _ setting: StartSetting,
        _ form: Form,
        _ problems: FormProblems?
    ) {
        let language = setting.language
        heading = here.heading(
            Sentence(sv: "Forskningsfiler", en: "Research files"), problems: problems, language)
        mistakes = Mistakes(problems, language)
        self.isUntold = isUntold
        informationPath = SiteURL.programme(here.programme, .information).path
        statisticsPath = SiteURL.programme(here.programme, .statistics).path
        goalsPath = SiteURL.programme(here.programme, .goals).path
        path = SiteURL.programme(here.programme, .research).path
        let minimum = here.study.minimumGroup
        subjects = counted.map { subject, count in
            Subject(
                title: subject.heading(language), people: language.people(count.yes, atLeast: minimum),
                others: language.people(count.others, atLeast: minimum))
        }
        hasSubjects = !subjects.isEmpty
        over = isOver ? Sentence.keptNoLonger(language) : nil
        let small = counted.filter { $0.1.yes < minimum }.map { $0.0.heading(language) }
        few = small.isEmpty ? nil : Sentence.few(small.joined(separator: ", "), minimum)(language)
        confirmation =
            small.isEmpty && problems?["few"] == nil
            ? nil
            : Confirmation(words: Sentence.confirmsFew(language), flaw: problems?["few"]?.asWhole(language))
        textsMark = form.has("texts") ? " checked" : ""
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
        papers = (isOver ? [] : open).map { wave in
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
        let standing = file.standing(newest: newest, isOver: false, at: setting.now)
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
        /// Answers are kept no longer, as participants were told.
        case over

        var word: Sentence {
            switch self {
            case .waiting: Sentence(sv: "väntar", en: "waiting")
            case .writing: Sentence(sv: "skrivs", en: "being written")
            case .done: Sentence(sv: "klar", en: "ready")
            case .failed: Sentence(sv: "blev inte av", en: "not written")
            case .outdated, .over: Sentence(sv: "gäller inte längre", en: "no longer good")
            }
        }
    }

    /// - Parameters:
    ///   - newest: the newest answer that anybody has given to the study.
    ///   - isOver: whether the time has passed for which answers are kept.
    func standing(newest: Int64, isOver: Bool, at now: Int64) -> Standing {
        if isOver { return .over }
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

extension Sentence {
    fileprivate static func few(_ titles: String, _ minimum: Int) -> Sentence {
        Sentence(
            sv:
                "\(titles): filen har färre än \(minimum) personer. Så få går att känna igen på sina svar, också när de är koder. Hantera filen som om den hade namn.",
            en:
                "\(titles): the file has fewer than \(minimum) people. So few can be recognised by their answers, codes too. Handle the file as if it had names."
        )
    }

    fileprivate static let confirmsFew = Sentence(
        sv: "Jag behöver fritexten också där den är av få, och vet att de går att känna igen",
        en: "I need the free text also where it is of few, and know that they can be recognised")
}

extension StartSetting {
    /// When the day began where the site is, in milliseconds since 1970, UTC.
    var morning: Int64 {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let start = calendar.startOfDay(for: Date(timeIntervalSince1970: Double(now) / 1000))
        return Int64(start.timeIntervalSince1970 * 1000)
    }
}
