import Hummingbird
import Storage

/// The first page, which is another for each role.
struct StartRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/", use: show)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        switch context.reach.hat.role {
        case .teacher, .conversationLeader, .teamLeader, .supervisor:
            try await answer(request, context, StartTeamPage.read)
        case .schoolLeader: try await answer(request, context, StartSchoolPage.read)
        case .developmentLeader:
            try await answer(request, context, StartSchoolsPage.read)
        case .programmeLeader: try await programme(request, context)
        case .administrator: try await answer(request, context, StartAccountsPage.read)
        case .supervisorOfSupervisors, .researcher, .guest:
            try await answer(request, context, StartPlainPage.read)
        }
    }

    private func programme(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard context.reach.programmes.isEmpty else {
            return try await answer(request, context, StartProgrammePage.read)
        }
        return site.answer(StartFirstProgrammePage(context.language), to: context.caller)
    }

    private func answer<P: Page>(
        _ request: Request, _ context: PersonContext,
        _ read: @escaping @Sendable (Session, Reach, StartSetting) throws -> P
    ) async throws -> Response {
        let setting = site.setting(context.language)
        return try await site.answer(request, to: context) { db in
            try read(db, context.reach, setting)
        }
    }
}
