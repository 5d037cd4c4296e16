import Hummingbird
import Storage

/// Who a request comes from, as far as it tells.
struct Caller: Sendable {
    var language = Language.sv
    /// By which sign-ins are slowed down; it is stored nowhere as it is.
    var address = ""
    /// Nil where nobody is signed in.
    var signedIn: SignedIn?
    /// Nil where nobody is signed in, and for an account that belongs to nobody.
    var reach: Reach?
    /// What was stored when `signedIn` and `reach` were read; nil where nobody is signed in.
    var stamp: Stamp?
    /// What the tokens of forms are made for: the session, or a visit before there is one.
    var tokenSubject = ""
    /// What was sent by a form of ours, its token already proven.
    var form = Form()
    /// The path of the page that is asked for.
    var path = "/"
    /// What was just done, said once at the top of the next page.
    var notice: Notice?
}

extension Visitor {
    /// Who knocks, for signing in.
    init(_ request: Request, _ caller: Caller) {
        self.init(
            address: caller.address, userAgent: request.headers[.userAgent],
            deviceSecret: DeviceCookie.secret(in: request))
    }
}
