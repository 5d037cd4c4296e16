import Storage

/// One upload: how far it has come, or what came of it.
struct UploadPage: Page {
    static let template = "upload"
    let heading: PageHeading
    let title: String
    let running: Running?
    let refusal: Refusal?
    let done: Done?
    let remarks: Remarks?

    struct Running: Sendable {
        let words: String
        /// In whole per cent.
        let percent: String
        /// The page itself, and where it is stopped.
        let path: String
        let cancellation: String
    }

    struct Refusal: Sendable {
        let heading: String
        /// `file:line: sentence`, each.
        let findings: [String]
    }

    struct Done: Sendable {
        /// Where the programme is, for who leads it.
        let programmePath: String?
    }

    /// What is worth knowing besides.
    struct Remarks: Sendable {
        let heading: String
        let list: [String]
    }

    /// - Throws: `WebError.notFound` where there is none, or it is somebody else's.
    static func read(_ db: Session, _ id: String, _ reach: Reach, now: Int64, _ language: Language) throws
        -> UploadPage
    {
        guard let upload = try UploadStore(db: db).find(id) else { throw WebError.notFound }
        try reach.require(
            .read, Thing(.upload, Place(organisation: upload.organisation, owner: upload.person)))
        var programme: String?
        if let code = upload.studyCode, let study = try StudyStore(db: db).study(code),
            reach.programmes.contains(study.programme)
        {
            programme = try ProgrammeStore(db: db).summary(of: study.programme)?.publicID
        }
        return UploadPage(upload, programme, now: now, language)
    }

    private init(_ upload: Upload, _ programme: String?, now: Int64, _ language: Language) {
        let isInterrupted = upload.isInterrupted(at: now)
        let isRunning = !isInterrupted && (upload.state == .waiting || upload.state == .reading)
        let name = upload.name
        title =
            (isRunning
            ? Sentence(sv: "Läser in \(name)", en: "Importing \(name)")
            : upload.state == .done
                ? Sentence(sv: "\(name) är inläst", en: "\(name) is imported")
                : Sentence(sv: "Inget lästes in", en: "Nothing was imported"))(language)
        var heading = PageHeading(title: title)
        heading.trail = [
            Link(Sentence(sv: "Läs in ett studiepaket", en: "Import a study bundle")(language), .uploads)
        ]
        heading.room = .programme(language)
        heading.script = isRunning ? .renewal_js : nil
        self.heading = heading
        running = isRunning ? Running(upload, language) : nil
        done = upload.state == .done ? Done(programmePath: programme.map { SiteURL.programme($0).path }) : nil
        remarks = isRunning ? nil : Remarks(upload.findings.remarks(language), language)
        let findings = isInterrupted ? [Upload.interrupted(language)] : upload.findings(language)
        let count = language.grouped(findings.count)
        refusal =
            isRunning || upload.state == .done
            ? nil
            : Refusal(
                heading: (upload.state == .refused
                    ? findings.count == 1
                        ? Sentence(sv: "Det finns ett fel i \(name)", en: "There is one mistake in \(name)")
                        : Sentence(
                            sv: "Det finns \(count) fel i \(name)",
                            en: "There are \(count) mistakes in \(name)")
                    : Sentence(sv: "Inläsningen blev inte av", en: "The import did not come about"))(
                        language),
                findings: findings)
    }
}

extension UploadPage.Running {
    fileprivate init(_ upload: Upload, _ language: Language) {
        let share = upload.bytes > 0 ? Int(upload.doneBytes * 100 / upload.bytes) : 0
        percent = "\(min(100, max(0, share)))"
        path = SiteURL.upload(upload.publicID).path
        cancellation = SiteURL.uploadCancellation(upload.publicID).path
        guard upload.state == .reading else {
            words = Sentence(sv: "Väntar på sin tur.", en: "Waiting for its turn.")(language)
            return
        }
        let file = upload.fileInProgress ?? ""
        let told = language.percent(share)
        words =
            (file.isEmpty
            ? Sentence(sv: "Går igenom filerna.", en: "Going through the files.")
            : Sentence(sv: "\(file), \(told) av allt.", en: "\(file), \(told) of everything."))(language)
    }
}

extension UploadPage.Remarks {
    fileprivate init?(_ list: [String], _ language: Language) {
        guard !list.isEmpty else { return nil }
        self.list = list
        heading =
            (list.count == 1
            ? Sentence(sv: "En anmärkning", en: "One remark")
            : Sentence(sv: "\(list.count) anmärkningar", en: "\(list.count) remarks"))(language)
    }
}
