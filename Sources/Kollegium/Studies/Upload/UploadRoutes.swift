import Foundation
import Hummingbird
import Storage

/// Sending a study bundle by browser, and seeing what becomes of it.
struct UploadRoutes {
    let site: Site

    func add(to all: RouterGroup<WebContext>) {
        all.files(upTo: site.settings.largestUpload, of: site).group(context: PersonContext.self)
            .post("/uploads", use: send)
        let pages = all.forms(of: site).group(context: PersonContext.self)
        pages.get("/uploads", use: list)
        pages.get("/uploads/:id", use: show)
        pages.post("/uploads/:id/cancellation", use: cancel)
        pages.get("/uploads/:id/cancellation") { _, context in
            site.redirect(.upload(try context.part("id")))
        }
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        try requireSending(context.reach)
        return site.answer(try await page(nil, context), to: context.caller)
    }

    private func page(_ problems: FormProblems?, _ context: PersonContext) async throws -> UploadsPage {
        let person = context.reach.hat.person
        let uploads = try await site.database.read { db in try UploadStore(db: db).list(of: person) }
        return UploadsPage(uploads, site: site, problems, context.language)
    }

    /// So many of one person wait at once; each lies on the disk until it is read.
    private static let mostWaiting = 3

    @Sendable func send(_ request: Request, _ context: PersonContext) async throws -> Response {
        let reach = context.reach
        try requireSending(reach)
        let now = site.now
        return try await site.attempt {
            let waiting = try await site.database.read { db in
                try UploadStore(db: db).underWay(of: reach.hat.person)
            }
            guard waiting < Self.mostWaiting else { throw FormRefusal("", .tooManyWaiting) }
            let received = try await UploadReceiving(site: site, caller: context.caller).receive(request)
            try await site.database.write { db in
                try UploadStore(db: db).insert(
                    received.publicID, name: received.name, bytes: received.bytes, by: reach.hat.person,
                    organisation: reach.organisation, now: now)
            }
            return site.redirect(.upload(received.publicID))
        } otherwise: { problems in
            site.refused(try await page(problems, context), to: context.caller)
        }
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language, now) = (try context.part("id"), context.reach, context.language, site.now)
        let page = try await site.database.read { db in
            try UploadPage.read(db, id, reach, now: now, language)
        }
        return site.answer(page, to: context.caller)
    }

    /// Whoever reads it notices within a second or two, and takes back what has been taken in.
    @Sendable func cancel(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, now) = (try context.part("id"), context.reach, site.now)
        let wasWaiting = try await site.database.write { db in
            guard let upload = try UploadStore(db: db).find(id) else { throw WebError.notFound }
            try reach.require(
                .write, Thing(.upload, Place(organisation: upload.organisation, owner: upload.person)))
            return try UploadStore(db: db).cancel(upload, now: now)
        }
        if wasWaiting { unlink(Upload.path(id, in: site.folder)) }
        return site.redirect(.upload(id))
    }

    private func requireSending(_ reach: Reach) throws {
        try reach.require(
            .write, Thing(.upload, Place(organisation: reach.organisation, owner: reach.hat.person)))
    }
}

extension Sentence {
    fileprivate static let tooManyWaiting = Sentence(
        sv: "tre av dina paket väntar redan på att läsas in; vänta tills ett är klart",
        en: "three of your bundles are waiting to be read already; wait until one is done")
}
