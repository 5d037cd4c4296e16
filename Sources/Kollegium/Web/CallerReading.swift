import Hummingbird
import Storage

/// Finds out who a request comes from, once for all pages: the session by its cookie, the hat worn in it and where that
/// leads today. Most requests write nothing for it.
struct CallerReading: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.caller.address = address(of: request, context)
        context.caller.path = request.uri.path
        context.caller.notice = request.uri.queryParameters["done"].flatMap { Notice(rawValue: String($0)) }
        context.caller.language = Language(asking: request)

        let secret = SessionCookie.secret(in: request, isSecure: site.isSecure)
        var renewed: Secret?
        if let secret, let found = try await find(secret) {
            context.caller.stamp = found.stamp
            context.caller.signedIn = found.signedIn
            context.caller.reach = found.reach
            context.caller.language = found.signedIn.language
            context.caller.tokenSubject = found.signedIn.sessionID
            renewed = try await keep(found.signedIn, secret)
            return try await next(request, context).settingUnlessSet(
                renewed.map { SessionCookie.cookie($0, isSecure: site.isSecure) })
        }
        let known = Visit(request, isSecure: site.isSecure)
        let visit = known ?? Visit()
        context.caller.tokenSubject = visit.id
        return try await next(request, context).settingUnlessSet(
            known == nil ? visit.cookie(isSecure: site.isSecure) : nil)
    }

    private func find(
        _ secret: Secret
    ) async throws -> (stamp: Stamp, signedIn: SignedIn, reach: Reach?)? {
        let stamp = try await site.database.stamp()
        let (now, today) = (site.now, site.today)
        let key = KnownCaller.Key(secret: secret.digest, today: today)
        do {
            let known = try await site.callers.value(key, at: stamp) {
                try await site.database.read { db in
                    guard let signedIn = try site.sessions(db).find(secret, now: now) else {
                        throw KnownCaller.Unknown()
                    }
                    let reach = try ReachStore(db: db).reach(
                        account: signedIn.account, wearing: signedIn.hat, today: today)
                    return KnownCaller(signedIn: signedIn, reach: reach)
                }
            }
            // Time goes on though nothing is written.
            return known.signedIn.lasts(at: now, site.settings.sessions)
                ? (stamp, known.signedIn, known.reach) : nil
        } catch is KnownCaller.Unknown {
            return nil
        }
    }

    private func keep(_ signedIn: SignedIn, _ secret: Secret) async throws -> Secret? {
        let now = site.now
        guard site.settings.sessions.wantsKeeping(signedIn, now: now) else { return nil }
        return try await site.database.write { db in
            try site.sessions(db).keep(signedIn, secret, now: now)
        }
    }

    private func address(of request: Request, _ context: WebContext) -> String {
        let peer = context.remoteAddress.flatMap(ClientAddress.init)
        return site.settings.trustedProxies.client(
            peer: peer, forwarded: request.headers[values: .xForwardedFor])?.text ?? ""
    }
}

/// Who shows a secret, and where it leads them on a day.
struct KnownCaller: Sendable {
    let signedIn: SignedIn
    let reach: Reach?

    struct Key: Hashable, Sendable {
        /// The digest; secrets themselves are not kept.
        let secret: String
        let today: Day
    }

    struct Unknown: Error {}
}

extension Language {
    /// The language that a browser asks for: the first of ours in its list; Swedish where it has none.
    init(asking request: Request) {
        if let chosen = request.cookies["language"].flatMap({ Language(rawValue: $0.value) }) {
            self = chosen
            return
        }
        let wanted = request.headers[.acceptLanguage] ?? ""
        let first = wanted.split(separator: ",").lazy.compactMap { entry in
            Language(rawValue: entry.drop { $0 == " " }.prefix(2).lowercased())
        }.first
        self = first ?? .sv
    }
}

extension Response {
    func setting(_ cookie: Cookie?) -> Response {
        guard let cookie else { return self }
        var response = self
        response.setCookie(cookie)
        return response
    }

    /// As `setting`, but where the page set this cookie itself its own stays: who signs in or out must not get the
    /// session before back.
    func settingUnlessSet(_ cookie: Cookie?) -> Response {
        guard let cookie, !headers[values: .setCookie].contains(where: { $0.hasPrefix(cookie.name + "=") })
        else { return self }
        return setting(cookie)
    }
}
