import HTTPTypes
import Hummingbird
import Storage

/// Signing in by a link in a letter.
struct SignInLinkRoutes {
    let site: Site

    func add(to pages: RouterGroup<WebContext>) {
        pages.get("/sign-in-links") { _, _ in site.redirect(.signIn) }
        pages.post("/sign-in-links", use: request)
        pages.get("/sign-in-links/:secret", use: look)
        pages.post("/sign-in-links/:secret", use: use)
    }

    /// Sends a link. The answer is the same for every address, whether or not there is an account.
    @Sendable func request(_ request: Request, _ context: WebContext) async throws -> Response {
        let typed = context.form.trimmed("email")
        guard EmailAddress(typed) != nil else {
            let problems = FormRefusal("email", .signInEmailMissing).problems
            let page = SignInPage(typed, then: request.returnPath(context.form), context.language, problems)
            return site.answer(page, to: context.caller, status: .unprocessableContent)
        }
        let site = site
        // The page one wanted goes along in the letter, to whichever browser opens it.
        let then = ReturnPath.query(request.returnPath(context.form))
        try await site.signIn.requestLink(
            typed, in: context.language, now: site.now,
            url: { site.whole(.signInLink($0.text)) + (then.utf8.count < 500 ? then : "") })
        return site.redirect(path: SiteURL.signIn.path + then, saying: .linkSent)
    }

    @Sendable func look(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }),
            let account = try await site.signIn.look(at: secret, for: .signIn, now: site.now)
        else { return closed(context) }
        return site.answer(
            SignInLinkPage(
                secret, of: account, then: request.returnPath(context.form), context.language),
            to: context.caller)
    }

    @Sendable func use(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }) else {
            return closed(context)
        }
        let (visitor, path) = (Visitor(request, context.caller), request.returnPath(context.form))
        switch try await site.signIn.byLink(secret, from: visitor, now: site.now) {
        case .signedIn(let started): return try await site.enter(started, leaving: context.caller, to: path)
        case .needsCode(let pending): return site.askForCode(pending, then: path)
        case .wrong, .over, .wait: return closed(context)
        case .crowded: throw PasswordHashing.Overrun()
        }
    }

    private func closed(_ context: WebContext) -> Response {
        site.answer(ClosedLinkPage(.signIn, context.language), to: context.caller, status: .gone)
    }
}
