/// Where a bundle is sent, and what became of those sent before.
struct UploadsPage: Page {
    static let template = "uploads"
    let heading: PageHeading
    let mistakes: Mistakes?
    let flaw: String?
    let limit: String
    let describedBy: String
    let uploads: [Row]
    let hasUploads: Bool

    struct Row: Sendable {
        let path: String
        let name: String
        let when: String
        let state: String
        let isBad: Bool
    }

    init(_ uploads: [Upload], site: Site, _ problems: FormProblems?, _ language: Language) {
        let title = Sentence(sv: "Läs in ett studiepaket", en: "Import a study bundle")
        var heading = PageHeading.form(title, problems, language)
        heading.trail = [Link(Sentence(sv: "Program", en: "Programmes")(language), .programmes)]
        heading.room = .programme(language)
        self.heading = heading
        mistakes = Mistakes(problems, language)
        flaw = problems?["bundle"]?.asWhole(language)
        describedBy = flaw == nil ? "bundle-h" : "bundle-h bundle-e"
        limit = language.grouped(site.settings.largestUpload / 1_000_000)
        let (now, zone) = (site.now, site.settings.zone)
        self.uploads = uploads.map { upload in
            let day = WallClock.stopped(at: upload.madeAt).today(in: zone)
            return Row(
                path: SiteURL.upload(upload.publicID).path, name: upload.name,
                when: language.weekdayAndDate(day) + ", " + language.clock(upload.madeAt, in: zone),
                state: upload.words(at: now)(language),
                isBad: upload.state == .refused || upload.state == .failed || upload.isInterrupted(at: now))
        }
        hasUploads = !uploads.isEmpty
    }
}

extension Upload {
    fileprivate func words(at now: Int64) -> Sentence {
        if isInterrupted(at: now) { return Sentence(sv: "avbruten", en: "interrupted") }
        return switch state {
        case .waiting: Sentence(sv: "väntar", en: "waiting")
        case .reading: Sentence(sv: "läses in", en: "being read")
        case .done: Sentence(sv: "inläst", en: "imported")
        case .refused: Sentence(sv: "har fel", en: "has mistakes")
        case .failed: Sentence(sv: "lästes inte in", en: "not imported")
        }
    }
}
