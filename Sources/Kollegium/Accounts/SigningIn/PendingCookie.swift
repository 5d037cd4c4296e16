import Hummingbird

/// Keeps, between the first step of signing in and the one-time code, the secret that says the first step was right.
/// A cookie that scripts cannot read, and not a field of the page: pages are saved, printed and looked at.
enum PendingCookie {
    static func secret(in request: Request, isSecure: Bool) -> Secret? {
        request.cookies[name(isSecure)].flatMap { Secret($0.value) }
    }

    /// For the ten minutes that the secret is good.
    static func cookie(_ secret: Secret, isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure), value: secret.text,
            maxAge: Int(SignInLinkStore.Purpose.code.life / 1000), path: "/", secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }

    static func end(isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure), value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    private static func name(_ isSecure: Bool) -> String {
        isSecure ? "__Host-kollegium-pending" : "kollegium-pending"
    }
}
