import Hummingbird
import Storage

/// Another address for one's own account: asked for on the account's page, and proven by the letter that follows, on
/// whichever device it is opened.
struct AddressRoutes {
    let site: Site
    /// One page has two forms that ask for a code.
    static let code = "address-" + OneTimeCode.field

    func add(to pages: RouterGroup<WebContext>, own: RouterGroup<AccountContext>) {
        own.post("/account/address", use: ask)
        own.get("/account/address") { _, _ in site.redirect(.account) }
        pages.get("/addresses/:secret", use: look)
        pages.post("/addresses/:secret", use: take)
    }

    @Sendable func ask(_ request: Request, _ context: AccountContext) async throws -> Response {
        let (form, site, visitor) = (context.form, site, Visitor(request, context.caller))
        let change = site.accountChange
        let password = try await change.confirm(
            form["address-password"], of: context.signedIn, from: visitor, now: site.now)
        if let refusal = try await site.refusal(password, at: "address-password", context) { return refusal }
        let account = context.signedIn.account
        if try await site.database.read({ db in try AccountStore(db: db).find(account)?.oneTimeSince }) != nil
        {
            let code = try await change.confirmCode(
                form[Self.code], of: context.signedIn, from: visitor, now: site.now)
            if let refusal = try await site.refusal(code, at: Self.code, codeAt: Self.code, context) {
                return refusal
            }
        }
        let outcome = try await change.askForAddress(
            form.trimmed("new-email"), of: context.signedIn, now: site.now,
            url: { site.whole(.address($0.text)) })
        let refusal = try await site.refusal(outcome, at: "", objectionAt: "new-email", context)
        return refusal ?? site.redirect(.account, saying: .addressAsked)
    }

    @Sendable func look(_ request: Request, _ context: WebContext) async throws -> Response {
        let now = site.now
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }),
            let asked = try await site.database.read({ db in
                try AddressChangeStore(db: db).find(secret, now: now)
            })
        else { return closed(context) }
        return site.answer(AddressPage(secret, asked, context.language), to: context.caller)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }),
            let account = try await site.accountChange.takeAddress(
                secret, by: context.caller.signedIn, now: site.now)
        else { return closed(context) }
        let isOwn = context.caller.signedIn?.account == account.id
        return site.redirect(isOwn ? .account : .signIn, saying: .addressChanged)
    }

    private func closed(_ context: WebContext) -> Response {
        site.answer(ClosedLinkPage(.address, context.language), to: context.caller, status: .gone)
    }
}

/// What the letter to a new address opens: a button, which takes it.
struct AddressPage: Page {
    static let template = "address"
    let heading: PageHeading
    let path: String
    let old: String
    let new: String

    init(_ secret: Secret, _ asked: AddressChangeStore.Asked, _ language: Language) {
        heading = PageHeading(title: Sentence(sv: "Byt adress", en: "Change address")(language))
        path = SiteURL.address(secret.text).path
        old = asked.account.email
        new = asked.email.text
    }
}
