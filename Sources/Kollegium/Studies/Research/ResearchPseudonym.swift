import Crypto
import Storage

/// The names by which research files know people: the same person has the same one in each file of a study, and another
/// in another study. They are not the bundle's pseudonyms, which the register shows, and nobody gets from one to the
/// person without the installation's key. Everybody sees their own, to write it on paper in place of their name.
struct ResearchPseudonym: Sendable {
    private let key: SymmetricKey
    private let study: String

    init(_ server: ServerKey, study: String) {
        key = server.derived(for: "research pseudonyms")
        self.study = study
    }

    /// That of a person whose key is known, for themself.
    func of(_ person: Int64, _ db: Session) throws -> String {
        of(try PersonStore(db: db).publicID(of: person))
    }

    /// `r` and thirteen letters, 65 bits. - Parameter person: the public id.
    func of(_ person: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(study)\u{0}\(person)".utf8), using: key)
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var (bits, rest, name) = (0, UInt32(0), [UInt8(ascii: "r")])
        for byte in code.prefix(9) {
            (rest, bits) = (rest << 8 | UInt32(byte), bits + 8)
            while bits >= 5, name.count < 14 {
                bits -= 5
                name.append(letters[Int(rest >> UInt32(bits) & 31)])
            }
            rest &= 0xFF
        }
        return String(decoding: name, as: UTF8.self)
    }
}
