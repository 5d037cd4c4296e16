import Hummingbird
import Storage

/// Accepting an invitation.
struct InvitationRoutes {
    let site: Site

    func add(to pages: RouterGroup<WebContext>) {
        pages.get("/invitations/:secret", use: show)
        pages.post("/invitations/:secret", use: accept)
    }

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let (secret, contents) = try await read(context) else { return closed(context) }
        return site.answer(InvitationPage(secret, contents, context.language), to: context.caller)
    }

    @Sendable func accept(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let (secret, contents) = try await read(context) else { return closed(context) }
        let form = context.form
        let language = Language(rawValue: form["language"]) ?? contents.account.language
        let password = form["password"].isEmpty ? nil : form["password"]
        do {
            let outcome = try await site.signIn.byInvitation(
                secret, password: password, language: language, from: Visitor(request, context.caller),
                now: site.now)
            switch outcome {
            case .signedIn(let started):
                return try await site.enter(started, leaving: context.caller, to: "/")
            case .needsCode(let pending): return site.askForCode(pending, then: "/")
            case .wrong, .over, .wait: return closed(context)
            case .crowded: throw PasswordHashing.Overrun()
            }
        } catch AccountRefusal.badPassword(let sentence) {
            let page = InvitationPage(
                secret, contents, chosen: language, context.language,
                FormRefusal("password", sentence).problems)
            return site.answer(page, to: context.caller, status: .unprocessableContent)
        }
    }

    private func read(_ context: WebContext) async throws -> (Secret, InvitationPage.Contents)? {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }) else { return nil }
        let (now, today) = (site.now, site.today)
        let contents = try await site.database.read { db in
            try InvitationPage.Contents.read(db, secret, now: now, today: today)
        }
        return contents.map { (secret, $0) }
    }

    private func closed(_ context: WebContext) -> Response {
        site.answer(ClosedLinkPage(.invitation, context.language), to: context.caller, status: .gone)
    }
}
