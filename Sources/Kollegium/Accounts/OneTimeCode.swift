import Crypto
import Foundation

/// Codes that an app on a telephone shows for half a minute: TOTP of RFC 6238 with SHA-1, 30 seconds and six digits,
/// which is what every app knows.
struct OneTimeCode: Sendable {
    /// What every field is called that one is typed into. A page that keeps what was typed keeps all but this: a team's
    /// code is no secret, and has a name of its own.
    static let field = "one-time-code"

    /// 160 bits, as RFC 4226 asks for.
    private let key: SymmetricKey

    init() {
        key = SymmetricKey(size: SymmetricKeySize(bitCount: 160))
    }

    /// - Parameter base32: as it is kept, and as one types it into an app.
    init?(base32: String) {
        guard let bytes = Base32.bytes(base32), bytes.count >= 16 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The secret in letters that one can type.
    var base32: String { key.withUnsafeBytes { Base32.text(Array($0)) } }

    /// The half minute that a moment lies in. - Parameter now: milliseconds since 1970.
    static func step(at now: Int64) -> Int64 { now / 30_000 }

    func code(at step: Int64, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let start = Int(mac[19] & 15)
        let number = mac[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step that a typed code belongs to: now, or one before or after, for clocks that are not quite right.
    /// - Parameter last: the step last used; neither it nor an earlier one is good again.
    func step(of typed: String, now: Int64, after last: Int64?) -> Int64? {
        let digits = Array(
            typed.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" }.map { String($0) }.joined().utf8)
        guard digits.count == 6 else { return nil }
        let current = Self.step(at: now)
        var found: Int64?
        for step in current - 1...current + 1 {
            // Each is compared, and each in constant time.
            if SymmetricKey(data: Array(code(at: step).utf8)) == SymmetricKey(data: digits), step > last ?? -1
            {
                found = found ?? step
            }
        }
        return found
    }

    /// What the QR code holds that an app reads.
    func address(for email: String, issuer: String = "Kollegium") -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~@")
        func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        }
        return
            "otpauth://totp/\(escaped(issuer)):\(escaped(email))?secret=\(base32)&issuer=\(escaped(issuer))"
            + "&algorithm=SHA1&digits=6&period=30"
    }
}

/// Base 32 in RFC 4648's letters, A–Z and 2–7, without padding.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits = 0
        var kept: UInt32 = 0
        for byte in bytes {
            kept = kept << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(kept >> UInt32(bits)) & 31])
            }
            kept &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(letters[Int(kept << UInt32(5 - bits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Small letters, spaces and dashes do not matter; anything else gives nil.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var kept: UInt32 = 0
        for letter in text.uppercased().utf8 where letter != UInt8(ascii: " ") && letter != UInt8(ascii: "-")
        {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            kept = kept << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: kept >> UInt32(bits)))
                kept &= (1 << UInt32(bits)) - 1
            }
        }
        return bytes
    }
}
