import Foundation

/// A study bundle that lies in a folder.
final class BundleFolder: BundleSource {
    let files: [String]
    let passedOver: [String]
    private let path: String
    private let found: [String: Found]

    private struct Found {
        /// The name as it lies on disk, whose bytes may differ from its NFC.
        let rawName: [UInt8]
        let size: Int64
    }

    /// Lists the folder. Throws `BundleError` where it cannot be read, or where something that is no plain file
    /// lies in the place of one.
    init(path: String) throws {
        self.path = path
        var names = try Self.list(path)
        var problems = ProblemList(limit: 100)
        var found: [String: Found] = [:]
        var passedOver: [String] = []
        let instruments = Array("instruments".utf8)
        if let position = names.firstIndex(of: instruments) {
            names.remove(at: position)
            if Self.status(path, instruments)?.isFolder == true {
                names += try Self.list(path + "/instruments").map { instruments + [UInt8(ascii: "/")] + $0 }
            } else {
                problems.add({ .instrumentsNoFolder }, file: "instruments", line: nil)
            }
        }
        for rawName in names {
            let name = String(decoding: rawName, as: UTF8.self).precomposedStringWithCanonicalMapping
            let status = Self.status(path, rawName)
            let isWanted = isBundleFile(name) && (name.hasSuffix(".csv") || name.hasSuffix(".yaml"))
            if let status, status.isPlain, isBundleFile(name) {
                if found.updateValue(Found(rawName: rawName, size: status.size), forKey: name) != nil {
                    problems.add({ .sameName(name) }, file: path, line: nil)
                }
            } else if isWanted {
                let isFolder = status?.isFolder == true
                problems.add({ isFolder ? .folderInPlace : .specialInPlace }, file: name, line: nil)
            } else {
                passedOver.append(name)
            }
        }
        guard problems.isEmpty else { throw BundleError(problems) }
        self.found = found
        files = found.keys.sorted()
        self.passedOver = passedOver.sorted()
    }

    func size(of file: String) -> Int64? { found[file]?.size }

    func open(_ file: String) throws -> any ByteStream {
        guard let found = found[file] else { throw BundleError(.missingFile, file: file) }
        return try FileStream(path: Self.join(path, found.rawName), file: file)
    }

    /// The names in a folder as the bytes that they are on disk, hidden ones left out.
    private static func list(_ path: String) throws -> [[UInt8]] {
        guard let folder = opendir(path) else { throw BundleError(.unreadable(errno), file: path) }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                Array(bytes.prefix { $0 != 0 })
            }
            if name.first != UInt8(ascii: ".") { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw BundleError(.unreadable(errno), file: path) }
        return names
    }

    private struct Status {
        let isPlain, isFolder: Bool
        let size: Int64
    }

    /// What lies at the end of the name; a link is followed, and nil when it leads nowhere.
    private static func status(_ path: String, _ rawName: [UInt8]) -> Status? {
        var status = stat()
        guard stat(join(path, rawName), &status) == 0 else { return nil }
        let kind = status.st_mode & S_IFMT
        return Status(isPlain: kind == S_IFREG, isFolder: kind == S_IFDIR, size: Int64(status.st_size))
    }

    /// A path as the system takes it, ending in 0.
    private static func join(_ path: String, _ rawName: [UInt8]) -> [CChar] {
        (Array(path.utf8) + [UInt8(ascii: "/")] + rawName + [0]).map(CChar.init(bitPattern:))
    }
}
