import Synchronization

/// What must not stand in a log.
enum Redaction {
    static let mark = "[hidden]"

    /// Whether a field of that name may hold a secret, or say who somebody is.
    static func hides(_ name: String) -> Bool {
        if let known = judged.withLock({ $0[name] }) { return known }
        let lower = name.lowercased()
        let isHidden = names.contains(lower) || words.contains { lower.contains($0) }
        judged.withLock { if $0.count < 500 { $0[name] = isHidden } }
        return isHidden
    }

    /// The same few names come with every line.
    private static let judged = Mutex<[String: Bool]>([:])

    private static let words = [
        "password", "passphrase", "secret", "token", "cookie", "authorization", "credential", "private",
        "session",
        "e-mail", "email", "user-agent", "useragent", "user_agent", "referer", "query", "address",
        "forwarded",
        "account", "personnummer",
    ]
    private static let names: Set<String> = [
        "ip", "key", "code", "otp", "totp", "name", "person", "user", "uri", "url", "path", "body",
        "hb.request.path",
        "hb.request.headers",
    ]

    /// The text without words that look like an e-mail address, a secret, an IP address or a password inside a URL.
    ///
    /// - Parameter limit: How many characters are looked at and kept.
    static func redacted(_ text: String, upTo limit: Int) -> String {
        let text = text.utf8.count > limit ? String(text.unicodeScalars.prefix(limit)) + "…" : text
        guard isSuspicious(text) else { return text }
        var result = String.UnicodeScalarView()
        var word = String.UnicodeScalarView()
        func end() {
            result.append(contentsOf: isPersonal(String(word)) ? mark.unicodeScalars : word)
            word = .init()
        }
        for scalar in text.unicodeScalars {
            if isSeparator(scalar) {
                end()
                result.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        end()
        return String(result)
    }

    /// Nearly all texts are seen at a glance to hold nothing of the kind.
    private static func isSuspicious(_ text: String) -> Bool {
        var (dots, colons) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "@"): return true
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: ":"): colons += 1
            default: break
            }
        }
        return dots >= 3 || colons >= 2 || text.utf8.count >= longest
    }

    /// Letters in a row that are no word of any language.
    private static let longest = 40

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "\"'`<>()[]{},;=|“””".unicodeScalars.contains(scalar)
    }

    private static func isPersonal(_ word: String) -> Bool {
        if let at = word.utf8.firstIndex(of: UInt8(ascii: "@")), at != word.startIndex,
            word.utf8.index(after: at) != word.endIndex
        {
            return true
        }
        if word.utf8.count >= longest, hasSecret(word) { return true }
        let bare = word.trimmed(of: ".:")
        if ClientAddress(bare) != nil { return bare.contains(".") || bare.utf8.count > 2 }
        let parts = bare.split(separator: ":")
        return parts.count == 2 && parts[0].contains(".") && ClientAddress(parts[0]) != nil
    }

    /// A run of letters and digits mixed that is as long as our secrets and no path or name of a type.
    private static func hasSecret(_ word: String) -> Bool {
        var length = 0
        var hasDigit = false
        for byte in word.utf8 {
            switch byte {
            case 0x30...0x39:
                hasDigit = true
                length += 1
            case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
                length += 1
            default:
                length = 0
                hasDigit = false
            }
            if length >= longest, hasDigit { return true }
        }
        return false
    }
}

extension String {
    fileprivate func trimmed(of marks: String) -> String {
        var text = Substring(self)
        while let last = text.last, marks.contains(last), text != "::" { text.removeLast() }
        return String(text)
    }
}
