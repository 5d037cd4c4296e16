import Foundation
import Hummingbird
import Storage

/// Pages that need no account, and the choice of language.
struct PublicRoutes {
    let site: Site

    func add(to pages: RouterGroup<WebContext>) {
        pages.get("/who-sees-what") { _, context in
            site.answer(WhoSeesWhatPage(context.language), to: context.caller)
        }
        pages.get("/accessibility") { _, context in
            site.answer(AccessibilityPage(context.language), to: context.caller)
        }
        pages.post("/language", use: changeLanguage)
    }

    /// The account's language, or the browser's where nobody is signed in; then back to where one was.
    @Sendable func changeLanguage(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let language = Language(rawValue: context.form["language"]) else { throw WebError.malformed }
        let back = site.redirect(path: site.pathBefore(request))
        guard let account = context.caller.signedIn?.account else {
            return back.setting(LanguageCookie.cookie(language, isSecure: site.isSecure))
        }
        try await site.database.write { db in try AccountStore(db: db).setLanguage(language, of: account) }
        return back
    }
}

/// Keeps the language that somebody chose who is not signed in.
enum LanguageCookie {
    static func cookie(_ language: Language, isSecure: Bool) -> Cookie {
        Cookie(
            name: "language", value: language.rawValue, maxAge: 365 * 86_400, path: "/", secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }
}

extension Site {
    /// The page of ours that a form was sent from; the start page where it was none of ours, or says nothing.
    func pathBefore(_ request: Request) -> String {
        guard let page = request.headers[.referer], let origin = OriginCheck.origin(page),
            OriginCheck(origins).origins.contains(origin), let parts = URLComponents(string: page)
        else { return "/" }
        // What was just done has been said.
        let query = (parts.percentEncodedQuery ?? "").split(separator: "&").filter { !$0.hasPrefix("done=") }
        let path = parts.percentEncodedPath + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        return ReturnPath.isOurs(path) ? path : "/"
    }
}
