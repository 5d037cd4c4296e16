import HummingbirdCore
import Hummingbird

/// Where somebody wanted to go before they had to sign in. Only a path of this site, whatever an address says.
enum ReturnPath {
    static func encoded(_ uri: URI) -> String {
        let whole = uri.path + (uri.query.map { "?" + $0 } ?? "")
        return whole.percentEncoded
    }

    /// The path, or the start page for anything that is none of ours: another host in any of the ways that browsers
    /// understand, a control character, or what would only lead to signing in again.
    static func checked(_ text: String) -> String {
        isOurs(text) && !text.hasPrefix("/sign") ? text : "/"
    }

    /// Whether a browser would take the text for a path of this site.
    static func isOurs(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
            && text.hasPrefix("/") && !text.hasPrefix("//")
    }
}
