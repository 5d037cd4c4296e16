import HTTPTypes
import Hummingbird
import Storage

/// One-time codes of one's own account: on, off, and new recovery codes.
struct OneTimeCodeRoutes {
    let site: Site

    func add(to pages: RouterGroup<AccountContext>) {
        pages.get("/account/codes", use: show)
        pages.post("/account/codes", use: turnOn)
        pages.post("/account/codes/secret", use: prepare)
        pages.get("/account/codes/off") { _, _ in site.redirect(.account) }
        pages.post("/account/codes/off", use: turnOff)
        pages.get("/account/recovery-codes") { _, _ in site.redirect(.account) }
        pages.post("/account/recovery-codes", use: renew)
    }

    /// Makes the secret. Looking at a page never does.
    @Sendable func prepare(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.signedIn.account
        let made = try await site.database.write { db in try OneTimeCodeStore(db: db).prepare(for: account) }
        return site.redirect(made == nil ? .account : .accountPart("codes"))
    }

    @Sendable func show(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await setUp(context)
    }

    @Sendable func turnOn(_ request: Request, _ context: AccountContext) async throws -> Response {
        let codes = try await site.accountChange.turnOnCodes(
            context.form[OneTimeCode.field], of: context.signedIn, now: site.now)
        guard let codes else {
            let problems = FormRefusal(OneTimeCode.field, .codeWrong).problems
            return try await setUp(context, problems, .unprocessableContent)
        }
        return site.answer(RecoveryCodesPage(codes, context.language), to: context.caller.saying(.codesOn))
    }

    @Sendable func turnOff(_ request: Request, _ context: AccountContext) async throws -> Response {
        if let refusal = try await unconfirmed(request, context) { return refusal }
        try await site.accountChange.turnOffCodes(of: context.signedIn, now: site.now)
        return site.redirect(.account, saying: .codesOff)
    }

    @Sendable func renew(_ request: Request, _ context: AccountContext) async throws -> Response {
        if let refusal = try await unconfirmed(request, context) { return refusal }
        let account = context.signedIn.account
        let codes = try await site.database.write { db -> [String]? in
            guard try AccountStore(db: db).find(account)?.oneTimeSince != nil else { return nil }
            return try OneTimeCodeStore(db: db).renewRecoveryCodes(of: account)
        }
        guard let codes else { return site.redirect(.account) }
        return site.answer(RecoveryCodesPage(codes, context.language), to: context.caller)
    }

    private func setUp(
        _ context: AccountContext, _ problems: FormProblems? = nil, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let account = context.signedIn.account
        let prepared = try await site.database.read { db in
            try OneTimeCodeStore(db: db).prepared(for: account)
        }
        guard let prepared else { return site.redirect(.account) }
        let page = OneTimeCodesPage(prepared, of: context.signedIn.email, context.language, problems)
        return site.answer(page, to: context.caller, status: status)
    }

    /// The password where there is one, then a code: both are asked of whoever wants to do without codes.
    private func unconfirmed(_ request: Request, _ context: AccountContext) async throws -> Response? {
        let (form, visitor, now) = (context.form, Visitor(request, context.caller), site.now)
        let password = try await site.accountChange.confirm(
            form["codes-password"], of: context.signedIn, from: visitor, now: now)
        if let refusal = try await site.refusal(password, at: "codes-password", context) { return refusal }
        let code = try await site.accountChange.confirmCode(
            form[OneTimeCode.field], of: context.signedIn, from: visitor, now: now)
        return try await site.refusal(code, at: OneTimeCode.field, context)
    }
}

extension Caller {
    /// For a page that is the answer to a form itself, because what it shows is seen once.
    fileprivate func saying(_ notice: Notice) -> Caller {
        var caller = self
        caller.notice = notice
        return caller
    }
}
