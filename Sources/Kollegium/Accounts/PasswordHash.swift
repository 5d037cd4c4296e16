import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt's result with its salt and its cost, in the PHC form
/// `$scrypt$ln=17,r=8,p=1$salt$hash`.
struct PasswordHash: Sendable, Equatable {
    /// How dear one guess is: `128 · r · 2^ln` bytes of memory, `p` times over.
    struct Cost: Sendable, Equatable {
        let ln, r, p: Int

        /// OWASP's Password Storage Cheat Sheet, of today: N = 2^17, r = 8, p = 1; 128 MB and about a third of a second.
        static let owasp = Cost(ln: 17, r: 8, p: 1)

        /// What we are willing to work off. A damaged row must not ask for all of the machine's memory.
        fileprivate var isBearable: Bool {
            (1...20).contains(ln) && (1...32).contains(r) && (1...16).contains(p)
                && r * p << ln <= 8 << 20
        }
    }

    /// What a verification says.
    struct Verdict: Sendable, Equatable {
        let isRight: Bool
        /// The password is right and its hash has another cost than is asked for today: hash it anew.
        let wantsRehash: Bool
    }

    let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password with a new salt. Slow on purpose: `PasswordHashing` calls it on threads of its own.
    init(of password: String, cost: Cost = .owasp) throws {
        self.cost = cost
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        hash = try Self.derive(password, salt, cost, count: 32).withUnsafeBytes { Array($0) }
    }

    /// One that no password has, made up at once: to compare with it costs as much as with any other.
    init(ofNobodyAt cost: Cost) {
        self.cost = cost
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        hash = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    }

    /// Reads the PHC form; nil for anything else, and for a cost beyond bearing.
    init?(phc: String) {
        let fields = phc.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt" else { return nil }
        var costs: [Int] = []
        for (field, name) in zip(fields[2].split(separator: ","), ["ln=", "r=", "p="]) {
            guard field.hasPrefix(name), let number = wholeNumber(field.dropFirst(name.count).utf8) else {
                return nil
            }
            costs.append(number)
        }
        guard costs.count == 3, fields[2].split(separator: ",", omittingEmptySubsequences: false).count == 3,
            let salt = Self.bytes(fields[3]), let hash = Self.bytes(fields[4]), salt.count >= 8,
            hash.count >= 16
        else { return nil }
        cost = Cost(ln: costs[0], r: costs[1], p: costs[2])
        guard cost.isBearable else { return nil }
        self.salt = salt
        self.hash = hash
    }

    var phc: String {
        "$scrypt$ln=\(cost.ln),r=\(cost.r),p=\(cost.p)$\(Self.text(salt))$\(Self.text(hash))"
    }

    /// Compares in a time that does not depend on how much is right.
    func verify(_ password: String, wanting today: Cost = .owasp) throws -> Verdict {
        let derived = try Self.derive(password, salt, cost, count: hash.count)
        // Keys are compared in constant time.
        let isRight = derived == SymmetricKey(data: hash)
        return Verdict(isRight: isRight, wantsRehash: isRight && cost != today)
    }

    /// Two keyboards may write the same word with different code points: NFKC, as NIST SP 800-63B advises.
    static func normalised(_ password: String) -> String {
        password.precomposedStringWithCompatibilityMapping
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost, count: Int) throws
        -> SymmetricKey
    {
        try KDF.Scrypt.deriveKey(
            from: Array(normalised(password).utf8), salt: salt, outputByteCount: count, rounds: 1 << cost.ln,
            blockSize: cost.r, parallelism: cost.p)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        guard !text.contains("=") else { return nil }
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}
