import Hummingbird

/// The conditions for the work, for those who lead.
struct ConditionsRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/conditions", use: show)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (programme, asked, today) = (try context.part("id"), Asked(request), site.today)
        let page = try await site.database.read { db in
            try ConditionsPage.read(
                db, programme, page: asked.page, for: context.reach, today: today, context.language)
        }
        return site.answer(page, to: context.caller)
    }
}
