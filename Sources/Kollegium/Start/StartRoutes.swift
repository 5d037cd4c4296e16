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
            try await answer(context) { try StartTeamPage.read($0, context.reach, $1) }
        case .schoolLeader: try await answer(context) { try StartSchoolPage.read($0, context.reach, $1) }
        case .developmentLeader:
            try await answer(context) { try StartSchoolsPage.read($0, context.reach, $1) }
        case .programmeLeader: try await programme(context)
        case .administrator: try await answer(context) { try StartAccountsPage.read($0, context.reach, $1) }
        case .supervisorOfSupervisors, .researcher, .guest:
            try await answer(context) { try StartPlainPage.read($0, context.reach, $1) }
        }
    }

    private func programme(_ context: PersonContext) async throws -> Response {
        guard context.reach.programmes.isEmpty else {
            return try await answer(context) { try StartProgrammePage.read($0, context.reach, $1) }
        }
        return site.answer(StartFirstProgrammePage(context.language), to: context.caller)
    }

    private func answer<P: Page>(
        _ context: PersonContext, _ read: @escaping @Sendable (Session, StartSetting) throws -> P
    ) async throws -> Response {
        let setting = StartSetting(
            today: site.today, now: site.now, zone: site.settings.zone, language: context.language)
        let page = try await site.database.read { db in try read(db, setting) }
        return site.answer(page, to: context.caller)
    }
}
