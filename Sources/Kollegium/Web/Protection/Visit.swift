import Hummingbird

/// Somebody who is not signed in, for as long as their browser is open: what the token of the sign-in form is made for.
/// It says nothing of who they are, and ends when they sign in.
struct Visit: Sendable, Equatable {
    let id: String

    /// A new one.
    init() { id = PublicID.make() }

    /// The one that the browser has told of, nil where it told of none or of nonsense.
    init?(_ request: Request, isSecure: Bool) {
        guard let value = request.cookies[Self.name(isSecure)]?.value, Self.isID(value) else { return nil }
        id = value
    }

    /// Gone with the browser's session; not for scripts; not sent along when another site submits a form.
    func cookie(isSecure: Bool) -> Cookie {
        Cookie(
            name: Self.name(isSecure), value: id, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// Takes the cookie away.
    static func end(isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure), value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    /// The prefix has browsers take the cookie only from this very host over https, so that no neighbour can plant one.
    static func name(_ isSecure: Bool) -> String { isSecure ? "__Host-kollegium-visit" : "kollegium-visit" }

    private static func isID(_ text: String) -> Bool {
        text.utf8.count == 26
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    }
}
