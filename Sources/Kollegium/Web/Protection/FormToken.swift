import Crypto
import Foundation

/// The token that each of our forms carries, and no other site can know: a keyed digest of who the form was made for,
/// hidden under a pad that is new in every answer, so that a compressed page does not give it away letter by letter
/// (BREACH). The second of two defences; `OriginCheck` is the first.
struct FormToken: Sendable {
    /// The name of the form's hidden field.
    static let field = "form-token"

    private let key: SymmetricKey

    init(_ key: ServerKey) {
        self.key = key.derived(for: "form-token")
    }

    /// A token for one answer: 86 characters of base64url.
    ///
    /// - Parameter session: What stays the same as long as the form should hold: the session's public id and not its
    ///   secret, which changes every quarter of an hour; for those not signed in, the `Visit`.
    func make(for session: String) -> String {
        let digest = Array(code(session))
        let pad = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        return Base64URL.text(pad + zip(pad, digest).map(^))
    }

    /// Whether the token is one that was made for the session. Takes the same time for every wrong one.
    func verify(_ token: String, for session: String) -> Bool {
        guard token.utf8.count == 86, let bytes = Base64URL.decode(token), bytes.count == 64 else {
            return false
        }
        let digest = zip(bytes[..<32], bytes[32...]).map(^)
        return HMAC<SHA256>.isValidAuthenticationCode(
            digest, authenticating: Array(session.utf8), using: key)
    }

    private func code(_ session: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array(session.utf8), using: key)
    }
}
