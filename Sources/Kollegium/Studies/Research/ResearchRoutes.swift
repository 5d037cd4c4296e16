import Foundation
import Hummingbird
import Storage

/// Asking for the answers of those who said yes as a file, seeing it come about, and fetching it.
struct ResearchRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/research", use: show)
        pages.post("/programmes/:id/research", use: ask)
        pages.get("/research-files/:id", use: file)
        pages.get("/research-files/:id/content", use: content)
        pages.post("/research-files/:id/cancellation", use: cancel)
        pages.get("/research-files/:id/cancellation") { _, context in
            site.redirect(.researchFile(try context.part("id")))
        }
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, setting) = (try context.part("id"), context.reach, site.setting(context.language))
        let page = try await site.database.read { db in try ResearchPage.read(db, id, reach, setting) }
        return site.answer(page, to: context.caller)
    }

    /// So many of one person wait at once; each lies on the disk for a day.
    private static let mostWaiting = 5

    @Sendable func ask(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, form) = (try context.part("id"), context.reach, context.form)
        let (act, setting) = (site.act(of: reach), site.setting(context.language))
        return try await site.attempt {
            let file = try await site.database.write { db in
                let here = try ResearchInHand(db, id, reach)
                guard try !StudyInformationStore(db: db).isOver(here.study.key, on: act.today) else {
                    throw FormRefusal("", .keptNoLonger)
                }
                let store = ResearchFileStore(db: db)
                let subjects = try ResearchStore(db: db).subjects(of: here.study.programme)
                guard let subject = subjects.first(where: { $0.publicID == form["questionnaire"] }) else {
                    throw FormRefusal(
                        "questionnaire", Sentence(sv: "välj en enkät", en: "choose a questionnaire"))
                }
                guard let format = ResearchFormat(rawValue: form["format"]) else {
                    throw FormRefusal("format", Sentence(sv: "välj ett format", en: "choose a format"))
                }
                guard try store.underWay(of: act.person) < Self.mostWaiting else {
                    throw FormRefusal("", .tooManyWaiting)
                }
                if form.has("texts"), !form.has("few") {
                    let count = try ResearchStore(db: db).people(
                        of: subject.key, in: here.study, by: act.today, before: act.now + 1)
                    guard count.yes >= here.study.minimumGroup else {
                        throw FormRefusal("few", .fewWithTexts(here.study.minimumGroup))
                    }
                }
                let file = try store.insert(
                    .init(
                        questionnaire: subject.key, format: format, language: setting.language,
                        hasTexts: form.has("texts")), of: here.study, by: act)
                try ActivityLog(db: db).note(
                    act, "asked-for", "research-file", here.study.key, programme: here.study.programme,
                    organisation: reach.organisation)
                return file
            }
            return site.redirect(.researchFile(file))
        } otherwise: { problems in
            let page = try await site.database.read { db in
                try ResearchPage.read(db, id, reach, setting, form, problems)
            }
            return site.refused(page, to: context.caller)
        }
    }

    @Sendable func file(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, setting) = (try context.part("id"), context.reach, site.setting(context.language))
        let page = try await site.database.read { db in try ResearchFilePage.read(db, id, reach, setting) }
        return site.answer(page, to: context.caller)
    }

    @Sendable func content(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, now, today) = (try context.part("id"), context.reach, site.now, site.today)
        let (file, standing) = try await site.database.read { db in
            let (file, _) = try ResearchFile.inHand(db, id, reach)
            let isOver = try StudyInformationStore(db: db).isOver(file.study, on: today)
            let newest = try ConsentStore(db: db).newest(of: file.study)
            return (file, file.standing(newest: newest, isOver: isOver, at: now))
        }
        let path = file.path(in: site.folder)
        if standing == .outdated || standing == .over { unlink(path) }
        guard standing == .done, FileManager.default.fileExists(atPath: path) else {
            return site.redirect(.researchFile(id))
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: file.format.contentType,
                .contentDisposition: "attachment; filename=\"\(file.name)\"",
                .cacheControl: "no-store",
            ], body: try await FileIO().loadFile(path: path, context: context))
    }

    @Sendable func cancel(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, now) = (try context.part("id"), context.reach, site.now)
        try await site.database.write { db in
            let (file, _) = try ResearchFile.inHand(db, id, reach)
            try ResearchFileStore(db: db).cancel(file, now: now)
        }
        return site.redirect(.researchFile(id))
    }
}

extension Sentence {
    static let keptNoLonger = Sentence(
        sv:
            "Tiden som deltagarna fick veta att svaren sparas är slut, så inga forskningsfiler skrivs eller lämnas ut.",
        en:
            "The time for which participants were told that answers are kept is over, so no research files are written or handed out."
    )

    fileprivate static func fewWithTexts(_ minimum: Int) -> Sentence {
        Sentence(
            sv:
                "filen har färre än \(minimum) personer, och fritext av så få går att känna igen; bekräfta att du behöver den",
            en:
                "the file has fewer than \(minimum) people, and free text of so few can be recognised; confirm that you need it"
        )
    }

    fileprivate static let tooManyWaiting = Sentence(
        sv: "fem av dina filer väntar redan på att skrivas; vänta tills en är klar",
        en: "five of your files are waiting to be written already; wait until one is done")
}
