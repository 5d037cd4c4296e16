import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// What all ways in have in common.
extension Site {
    var signIn: SignIn {
        SignIn(
            database: database, hashing: passwords, lengths: settings.sessions, zone: settings.zone,
            telephonesAhead: clock.telephonesAhead)
    }

    /// Sessions, as long as the settings let them be.
    func sessions(_ db: Session) -> SessionStore { SessionStore(db: db, lengths: settings.sessions) }

    /// The whole address of a page, for a letter.
    func whole(_ url: SiteURL) -> String { settings.publicURL + url.path }

    /// Lets somebody in whose session has begun. A session that the browser had before ends, and so does the visit:
    /// nothing that somebody could have planted beforehand is worth anything afterwards.
    func enter(
        _ started: SignIn.Started, leaving caller: Caller, to path: String, saying notice: Notice? = nil
    ) async throws -> Response {
        if let before = caller.signedIn?.session {
            try await database.write { db in try sessions(db).end(before) }
        }
        return redirect(path: path, saying: notice)
            .setting(SessionCookie.cookie(started.secret, isSecure: isSecure))
            .setting(DeviceCookie.cookie(started.device, isSecure: isSecure))
            .setting(Visit.end(isSecure: isSecure))
            .setting(PendingCookie.end(isSecure: isSecure))
    }

    /// To the page that asks for the one-time code.
    func askForCode(_ pending: Secret, then path: String) -> Response {
        redirect(path: SiteURL.oneTimeCode.path + ReturnPath.query(path))
            .setting(PendingCookie.cookie(pending, isSecure: isSecure))
    }
}

extension ReturnPath {
    /// `?then=…` for a page of signing in; nothing where it leads to the start page anyway.
    static func query(_ path: String) -> String {
        let path = checked(path)
        return path == "/" ? "" : "?then=" + path.percentEncoded
    }
}

extension Response {
    /// The same answer, for somebody who has to wait until a moment.
    func waiting(until moment: Int64, now: Int64) -> Response {
        var response = self
        response.headers[.retryAfter] = String(max(1, (moment - now + 999) / 1000))
        return response
    }
}
