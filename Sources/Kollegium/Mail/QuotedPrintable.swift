import Foundation

/// Text in lines of at most 76 ASCII signs (RFC 2045, section 6.7).
enum QuotedPrintable {
    static func lines(_ text: String) -> [String] {
        text.replacingOccurrences(of: "\r\n", with: "\n").split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" }
        ).flatMap { soft(Array($0.utf8)) }
    }

    /// One line, broken softly where it grows too long.
    private static func soft(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var line = ""
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let written = needsEscape(byte, isLast: isLast) ? escaped(byte) : String(UnicodeScalar(byte))
            // The equals sign that breaks a line has to fit too.
            if line.utf8.count + written.utf8.count > (isLast ? 76 : 75) {
                lines.append(line + "=")
                line = ""
            }
            // A dot alone ends a message for who speaks SMTP, and “From ” begins one in a letterbox file.
            if line.isEmpty, written == "." || (written == "F" && bytes[place...].starts(with: "From ".utf8))
            {
                line = escaped(byte)
            } else {
                line += written
            }
        }
        return lines + [line]
    }

    private static func needsEscape(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): true
        case UInt8(ascii: " "): isLast
        case 33...126: false
        default: true
        }
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (digits.count < 2 ? "0" : "") + digits
    }

    /// The text of lines written so; for showing what lies in an outbox.
    static func text(_ lines: [String]) -> String {
        var bytes: [UInt8] = []
        for line in lines {
            var rest = Array(line.utf8)[...]
            let isSoft = rest.last == UInt8(ascii: "=")
            if isSoft { rest = rest.dropLast() }
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "="), rest.count >= 2,
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            if !isSoft { bytes.append(UInt8(ascii: "\n")) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
