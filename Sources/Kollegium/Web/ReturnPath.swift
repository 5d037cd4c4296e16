import Foundation
import HummingbirdCore
import Hummingbird

/// Where somebody wanted to go before they had to sign in. Only a path of this site, whatever an address says.
enum ReturnPath {
    static func encoded(_ uri: URI) -> String {
        let whole = uri.path + (uri.query.map { "?" + $0 } ?? "")
        return whole.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// The path, or the start page for anything that is none of ours: another host in any of the ways that browsers
    /// understand, a control character, or what would only lead to signing in again.
    static func checked(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard isPlain, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/sign") else {
            return "/"
        }
        return text
    }
}
