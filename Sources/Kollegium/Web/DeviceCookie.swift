import Hummingbird

/// The cookie by which a browser is known that an account has signed in from before: it has a count of failures of its
/// own, so that nobody else's guessing keeps its owner out. It opens nothing.
enum DeviceCookie {
    private static let name = "kollegium-device"

    static func secret(in request: Request) -> Secret? {
        request.cookies[name].flatMap { Secret($0.value) }
    }

    static func cookie(_ secret: Secret, isSecure: Bool) -> Cookie {
        Cookie(
            name: name, value: secret.text, maxAge: 365 * 86_400, path: "/", secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }
}
