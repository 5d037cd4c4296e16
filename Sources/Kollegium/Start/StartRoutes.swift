import Hummingbird

/// The first page, which is another for each role.
struct StartRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/", use: show)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(StartPage(context.reach, context.language), to: context.caller)
    }
}
