import Hummingbird

/// The cookie that opens a session. Scripts cannot read it, and no other site's form sends it along.
enum SessionCookie {
    static func secret(in request: Request, isSecure: Bool) -> Secret? {
        request.cookies[name(isSecure)].flatMap { Secret($0.value) }
    }

    static func cookie(_ secret: Secret, isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure), value: secret.text, maxAge: 30 * 86_400, path: "/", secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }

    static func end(isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure), value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    /// The prefix has browsers take it only from this very host over https, so that no neighbour can plant one.
    private static func name(_ isSecure: Bool) -> String { isSecure ? "__Host-kollegium" : "kollegium" }
}
