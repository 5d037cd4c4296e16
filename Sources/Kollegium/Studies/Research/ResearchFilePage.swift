import Storage

/// One research file: how far it has come, or where to fetch it.
struct ResearchFilePage: Page {
    static let template = "research-file"
    let heading: PageHeading
    let title: String
    let running: Running?
    let done: Done?
    /// Why there is no file to fetch.
    let refusal: String?
    let researchPath: String

    struct Running: Sendable {
        let words: String
        /// In whole per cent.
        let percent: String
        let path: String
        let cancellation: String
    }

    struct Done: Sendable {
        let path: String
        let name: String
        let rows: String
        let people: String
    }

    static func read(_ db: Session, _ id: String, _ reach: Reach, _ setting: StartSetting) throws
        -> ResearchFilePage
    {
        let (file, here) = try ResearchFile.inHand(db, id, reach)
        let newest = try ConsentStore(db: db).newest(of: file.study)
        let isOver = try StudyInformationStore(db: db).isOver(file.study, on: setting.today)
        let standing = file.standing(newest: newest, isOver: isOver, at: setting.now)
        return ResearchFilePage(file, here, standing, setting)
    }

    private init(
        _ file: ResearchFile, _ here: ResearchInHand, _ standing: ResearchFile.Standing,
        _ setting: StartSetting
    ) {
        let language = setting.language
        let isRunning = standing == .waiting || standing == .writing
        title = file.heading(language)
        var heading = here.heading(Sentence(sv: title, en: title), language)
        heading.trail.append(
            Link(
                Sentence(sv: "Forskningsfiler", en: "Research files")(language),
                .programme(here.programme, .research)))
        heading.script = isRunning ? .renewal_js : nil
        self.heading = heading
        researchPath = SiteURL.programme(here.programme, .research).path
        running = isRunning ? Running(file, standing, language) : nil
        done =
            standing == .done
            ? Done(
                path: SiteURL.researchFileContent(file.publicID).path, name: file.name,
                rows: language.grouped(file.doneRows),
                people: language.people(file.people, atLeast: here.study.minimumGroup)) : nil
        refusal = standing.refusal?(language)
    }
}

extension ResearchFilePage.Running {
    fileprivate init(_ file: ResearchFile, _ standing: ResearchFile.Standing, _ language: Language) {
        let share = file.allRows > 0 ? min(100, file.doneRows * 100 / file.allRows) : 0
        percent = "\(share)"
        path = SiteURL.researchFile(file.publicID).path
        cancellation = SiteURL.researchFileCancellation(file.publicID).path
        let left = language.grouped(max(0, file.allRows - file.doneRows))
        words =
            (standing == .waiting
            ? Sentence(sv: "Väntar på sin tur.", en: "Waiting for its turn.")
            : file.allRows == 0
                ? Sentence(sv: "Går igenom enkäten.", en: "Going through the questionnaire.")
                : Sentence(
                    sv: "\(language.percent(share)) är gjort, \(left) svarsblad kvar.",
                    en: "\(language.percent(share)) is done, \(left) sheets to go."))(language)
    }
}

extension ResearchFile.Standing {
    fileprivate var refusal: Sentence? {
        switch self {
        case .waiting, .writing, .done: nil
        case .failed:
            Sentence(
                sv: "Filen blev inte skriven. Inget är ändrat; be om den en gång till.",
                en: "The file was not written. Nothing was changed; ask for it once more.")
        case .over: .keptNoLonger
        case .outdated:
            Sentence(
                sv:
                    "Någon har ändrat sitt ja eller nej sedan filen skrevs, så den lämnas inte ut. Be om den en gång till, så blir den rätt.",
                en:
                    "Somebody has changed their yes or no since the file was written, so it is not handed out. Ask for it once more, and it is right."
            )
        }
    }
}

extension ResearchFile {
    /// The file of an address, for the researcher who asked for it.
    /// - Throws: `WebError.notFound` where there is none, or not for this person.
    static func inHand(_ db: Session, _ id: String, _ reach: Reach) throws -> (ResearchFile, ResearchInHand) {
        guard let file = try ResearchFileStore(db: db).find(id), file.person == reach.hat.person,
            let programme = try ProgrammeStore(db: db).summary(of: file.programme)?.publicID
        else { throw WebError.notFound }
        return (file, try ResearchInHand(db, programme, reach))
    }
}
