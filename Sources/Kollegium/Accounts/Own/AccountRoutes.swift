import Hummingbird
import Storage

/// One's own account. It needs no role: whoever has signed in has an account.
struct AccountRoutes {
    let site: Site

    func add(to pages: RouterGroup<AccountContext>) {
        pages.get("/account") { _, context in try await site.accountPage(context) }
        pages.get("/account/password") { _, _ in site.redirect(.account) }
        pages.post("/account/password", use: setPassword)
        pages.post("/account/sessions/:id", use: endSession)
        pages.post("/account/other-sessions", use: endOthers)
    }

    @Sendable func setPassword(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = context.form
        let hadPassword = try await hasPassword(context.signedIn)
        let outcome = try await site.accountChange.setPassword(
            form["new-password"], old: form["old-password"], of: context.signedIn,
            from: Visitor(request, context.caller), now: site.now)
        let refusal = try await site.refusal(
            outcome, at: "old-password", objectionAt: "new-password", context)
        return refusal ?? site.redirect(.account, saying: hadPassword ? .passwordChanged : .passwordSet)
    }

    private func hasPassword(_ signedIn: SignedIn) async throws -> Bool {
        try await site.database.read { db in
            try AccountStore(db: db).password(of: signedIn.account) != nil
        }
    }

    @Sendable func endSession(_ request: Request, _ context: AccountContext) async throws -> Response {
        let (account, id) = (context.signedIn.account, context.parameters.get("id") ?? "")
        let isEnded = try await site.database.write { db in
            try AddressChangeStore(db: db).void(of: account)
            return try site.sessions(db).end(id, of: account)
        }
        guard isEnded else { throw WebError.notFound }
        guard id == context.signedIn.sessionID else {
            return site.redirect(.account, saying: .sessionEnded)
        }
        return site.redirect(.signIn, saying: .signedOut).setting(
            SessionCookie.end(isSecure: site.isSecure))
    }

    @Sendable func endOthers(_ request: Request, _ context: AccountContext) async throws -> Response {
        let signedIn = context.signedIn
        try await site.database.write { db in
            // Whoever sat at one of them may have asked for an address of their own.
            try AddressChangeStore(db: db).void(of: signedIn.account)
            try site.sessions(db).endOthers(of: signedIn.account, keeping: signedIn.session)
        }
        return site.redirect(.account, saying: .sessionEnded)
    }
}
