import HTTPTypes
import Hummingbird
import Storage

/// Signing in by password, with a one-time code where the account asks for one, and signing out.
struct SignInRoutes {
    let site: Site

    func add(to pages: RouterGroup<WebContext>) {
        pages.get("/sign-in", use: show)
        pages.post("/sign-in", use: signIn)
        pages.get("/sign-in/code", use: askForCode)
        pages.post("/sign-in/code", use: takeCode)
        pages.post("/sign-out", use: signOut)
    }

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        if context.caller.signedIn != nil { return site.redirect(.start) }
        return site.answer(
            SignInPage(then: request.returnPath(context.form), context.language), to: context.caller)
    }

    @Sendable func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, now) = (context.form, site.now)
        let path = request.returnPath(form)
        // What can be no attempt is none, and is not counted as one.
        if form.trimmed("email").isEmpty { return refuse("email", .signInEmailMissing, context, path) }
        if form["password"].isEmpty { return refuse("password", .signInPasswordMissing, context, path) }
        let visitor = Visitor(request, context.caller)
        switch try await site.signIn.byPassword(form["email"], form["password"], from: visitor, now: now) {
        case .signedIn(let started): return try await site.enter(started, leaving: context.caller, to: path)
        case .needsCode(let pending): return site.askForCode(pending, then: path)
        case .wrong, .over: return refuse("email", .signInWrong, context, path)
        case .wait(let end):
            let sentence = Sentence.tooManyTries(
                until: end, now: now, in: site.settings.zone, besides: .orALink)
            return refuse("", sentence, context, path, .tooManyRequests).waiting(until: end, now: now)
        case .crowded: throw PasswordHashing.Overrun()
        }
    }

    private func refuse(
        _ field: String, _ sentence: Sentence, _ context: WebContext, _ path: String,
        _ status: HTTPResponse.Status = .unprocessableContent
    ) -> Response {
        let problems = FormRefusal(field, sentence).problems
        let page = SignInPage(context.form.trimmed("email"), then: path, context.language, problems)
        return site.answer(page, to: context.caller, status: status)
    }

    @Sendable func askForCode(_ request: Request, _ context: WebContext) async throws -> Response {
        guard PendingCookie.secret(in: request, isSecure: site.isSecure) != nil else {
            return site.redirect(.signIn)
        }
        return site.answer(
            SignInCodePage(then: request.returnPath(context.form), context.language), to: context.caller)
    }

    @Sendable func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, now) = (context.form, site.now)
        let path = request.returnPath(form)
        guard let pending = PendingCookie.secret(in: request, isSecure: site.isSecure) else {
            return refuse("", .codeTooLate, context, path)
        }
        let visitor = Visitor(request, context.caller)
        switch try await site.signIn.byCode(
            form[OneTimeCode.field], pending: pending, from: visitor, now: now)
        {
        case .signedIn(let started): return try await site.enter(started, leaving: context.caller, to: path)
        case .needsCode(let pending): return site.askForCode(pending, then: path)
        case .wrong: return refuseCode(OneTimeCode.field, .codeWrong, context, path)
        case .over:
            return refuse("", .codeTooLate, context, path).setting(
                PendingCookie.end(isSecure: site.isSecure))
        case .wait(let end):
            let sentence = Sentence.tooManyTries(
                until: end, now: now, in: site.settings.zone, besides: .nothingElse)
            return refuseCode(OneTimeCode.field, sentence, context, path, .tooManyRequests).waiting(
                until: end, now: now)
        case .crowded: throw PasswordHashing.Overrun()
        }
    }

    private func refuseCode(
        _ field: String, _ sentence: Sentence, _ context: WebContext, _ path: String,
        _ status: HTTPResponse.Status = .unprocessableContent
    ) -> Response {
        let page = SignInCodePage(
            then: path, context.language, FormRefusal(field, sentence).problems)
        return site.answer(page, to: context.caller, status: status)
    }

    @Sendable func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
        if let session = context.caller.signedIn?.session {
            try await site.database.write { db in try site.sessions(db).end(session) }
        }
        var answer = site.redirect(.signIn, saying: .signedOut)
            .setting(SessionCookie.end(isSecure: site.isSecure))
        // What could not be sent lies in the browser, and is not for the next who sits down there.
        answer.headers[.clearSiteData] = "\"storage\""
        return answer
    }
}

extension HTTPField.Name {
    static let clearSiteData = Self("Clear-Site-Data")!
}

extension Request {
    /// Where one was going before one had to sign in: by the address, or by the form that it was put into.
    func returnPath(_ form: Form) -> String {
        let given = form.has("then") ? form["then"] : uri.queryParameters["then"].map { String($0) } ?? "/"
        return ReturnPath.checked(given)
    }
}
