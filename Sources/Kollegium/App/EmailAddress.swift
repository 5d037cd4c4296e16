import Foundation

/// An e-mail address as it is kept and compared: NFC, without capitals. Every address comes in through here, so that
/// nobody is a stranger for having typed a capital letter.
struct EmailAddress: Sendable, Hashable {
    let text: String

    /// Takes `anna@example.org`, and what an address book copies: `Anna Berg <anna@example.org>`, `mailto:…`.
    /// - Returns: nil for what can be no address: no @, an empty side, spaces, control characters, over 254 bytes.
    init?(_ typed: String) {
        let text = Self.bare(Self.folded(typed.trimmingCharacters(in: .whitespacesAndNewlines)))
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, sides[0].utf8.count <= 64, text.utf8.count <= 254,
            !sides[0].hasPrefix("."), !sides[0].hasSuffix("."), !sides[0].contains(".."),
            Self.isDomain(sides[1]),
            text.unicodeScalars.allSatisfy({ Self.isAllowed($0) })
        else { return nil }
        self.text = text
    }

    private static func bare(_ text: String) -> String {
        var text = Substring(text)
        if text.hasSuffix(">"), let opening = text.lastIndex(of: "<") {
            text = text[text.index(after: opening)...].dropLast()
        }
        return String(text.hasPrefix("mailto:") ? text.dropFirst("mailto:".count) : text)
    }

    /// The form in which addresses are compared, also of what is no address.
    static func folded(_ typed: String) -> String {
        typed.precomposedStringWithCanonicalMapping.lowercased()
    }

    /// Whether every relay can carry mail there: plain ASCII. A domain with å has an ASCII form, `xn--…`.
    var isMailable: Bool { text.utf8.allSatisfy { $0 < 128 } }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.unicodeScalars.allSatisfy {
                        !$0.isASCII || $0 == "-" || $0.properties.isAlphabetic
                            || $0.properties.numericType != nil
                    }
            }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if "<>(),;:\\\"[]".unicodeScalars.contains(scalar) { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }
}
