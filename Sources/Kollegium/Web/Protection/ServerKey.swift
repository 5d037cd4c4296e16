import Crypto
import Foundation

/// The secret of one installation, from which each use has a key of its own. It lies in the data folder, so that forms
/// that are open hold when the server starts again; several servers over one database share the file.
struct ServerKey: Sendable {
    private let secret: SymmetricKey

    /// For tests, and for the demo, which nobody comes back to.
    init() {
        secret = SymmetricKey(size: .bits256)
    }

    init(secret: [UInt8]) {
        self.secret = SymmetricKey(data: secret)
    }

    /// Reads `kollegium.key` in the folder, which is made if there is none, for the account that runs us and no other.
    init(folder: String) throws {
        let path = folder + "/kollegium.key"
        for _ in 0..<2 {
            if let data = FileManager.default.contents(atPath: path) {
                guard let bytes = Base64URL.decode(String(decoding: data, as: UTF8.self)), bytes.count == 32
                else {
                    throw Damaged(path: path)
                }
                self.init(secret: bytes)
                return
            }
            try Self.write(SymmetricKey(size: .bits256), in: folder, to: path)
        }
        throw Damaged(path: path)
    }

    /// The file is there, and is no key of ours.
    struct Damaged: Error, Equatable {
        let path: String

        var sentence: Sentence {
            Sentence(
                sv:
                    "\(path.printable) är ingen nyckel, eller får inte läsas. Se över rättigheterna, eller ta bort filen så görs en ny.",
                en:
                    "\(path.printable) is no key, or may not be read. Check its permissions, or remove it and a new one is made."
            )
        }
    }

    /// A key for one use alone: who learns it knows nothing of the others.
    func derived(for use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("kollegium \(use)".utf8), outputByteCount: 32)
    }

    /// Another server may be doing the same: the file appears whole, and the first one stays.
    private static func write(_ key: SymmetricKey, in folder: String, to path: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let draft = path + ".unfinished-" + PublicID.make()
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Damaged(path: path) }
        defer { unlink(draft) }
        let text = Array(Base64URL.text(key.withUnsafeBytes { Array($0) }).utf8)
        let count = text.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        let isKept = count == text.count && fsync(descriptor) == 0
        guard close(descriptor) == 0, isKept else { throw Damaged(path: path) }
        guard link(draft, path) == 0 || errno == EEXIST else { throw Damaged(path: path) }
    }
}
