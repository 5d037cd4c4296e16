import Hummingbird
import Storage

/// Telling what a study is for.
struct InformationRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/information", use: show)
        pages.post("/programmes/:id/information", use: tell)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, setting) = (try context.part("id"), context.reach, site.setting(context.language))
        let page = try await site.database.read { db in try InformationPage.read(db, id, reach, setting) }
        return site.answer(page, to: context.caller)
    }

    @Sendable func tell(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, setting) = (try context.part("id"), context.reach, site.setting(context.language))
        let (draft, act) = (InformationDraft(context.form), site.act(of: context.reach))
        return try await site.attempt {
            try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .studyInformation)
                guard let study = try StudyStore(db: db).study(ofProgramme: here.key) else {
                    throw WebError.notFound
                }
                try StudyInformationStore(db: db).tell(
                    draft, of: study, organisation: reach.organisation, by: act)
            }
            return site.redirect(.programme(id, .information), saying: .saved)
        } otherwise: { problems in
            let page = try await site.database.read { db in
                try InformationPage.read(db, id, reach, setting, draft, problems)
            }
            return site.refused(page, to: context.caller)
        }
    }
}
