import Crypto
import Foundation

/// 256 random bits that open something: a session, a sign-in link, a device's own bucket. The database keeps only
/// their digest, so who reads it can open nothing.
struct Secret: Sendable, Equatable {
    /// 43 letters of base64url, for a cookie or a URL.
    let text: String

    /// A new one.
    init() {
        text = Base64URL.text(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// One that somebody presents; nil for what none of ours can look like.
    init?(_ presented: String) {
        guard presented.utf8.count == 43, presented.utf8.allSatisfy(Base64URL.isLetter) else { return nil }
        text = presented
    }

    /// What is stored: SHA-256, in base64url.
    var digest: String { Self.digest(of: text) }

    /// SHA-256 of any text, in base64url: 43 letters.
    static func digest(of text: String) -> String {
        Base64URL.text(Array(SHA256.hash(data: Data(text.utf8))))
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A log or a test's message never shows it.
    var description: String { "(a secret)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
