import Hummingbird

/// Being somebody with one press. These routes exist in a demonstration only.
struct DemoRoutes {
    let site: Site
    let demo: Demo

    func add(to pages: RouterGroup<WebContext>) {
        pages.get("/demo", use: show)
        pages.post("/demo", use: step)
        pages.get("/outbox", use: letters)
    }

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        site.answer(DemoPage(demo, today: site.today, context.language), to: context.caller)
    }

    /// Becomes the person whose button was pressed, in the role that the card names.
    @Sendable func step(_ request: Request, _ context: WebContext) async throws -> Response {
        let email = context.form["email"]
        guard let member = demo.cast.first(where: { $0.email == email }), let address = EmailAddress(email)
        else {
            throw WebError.notFound
        }
        let (now, before, language) = (site.now, context.caller.signedIn?.session, context.language)
        let device = Visitor(request, context.caller).device
        let started = try await site.database.write { db -> Secret? in
            if let before { try site.sessions(db).end(before) }
            guard let account = try AccountStore(db: db).find(address) else { return nil }
            try AccountStore(db: db).setLanguage(language, of: account.id)
            return try site.sessions(db).start(account.id, on: device, wearing: member.hat, now: now)
                .secret
        }
        guard let started else { throw WebError.notFound }
        return site.redirect(.start).setting(SessionCookie.cookie(started, isSecure: site.isSecure))
    }

    @Sendable func letters(_ request: Request, _ context: WebContext) async throws -> Response {
        let letters = try Outbox(folder: demo.outbox).letters()
        let zone = site.settings.zone
        let page = OutboxPage(
            letters, today: { WallClock.stopped(at: $0).today(in: zone) }, context.language)
        return site.answer(page, to: context.caller)
    }
}
