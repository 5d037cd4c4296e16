import Foundation

/// A study bundle in a zip, whose files may all lie in one folder at its top. Nothing is put on disk: each
/// file is unpacked as it is read.
final class BundleArchive: BundleSource {
    let files: [String]
    let passedOver: [String]
    private let path: String
    private let found: [String: Found]
    private let expansion: ExpansionGuard

    private struct Found {
        /// The place of the entry in the zip, and its name there.
        let position: Int
        let rawName: [UInt8]
        let declaredSize: Int64?
    }

    /// The most entries that a zip may have.
    static let entryLimit = 10_000

    /// Looks through the names of the zip. Throws `BundleError` for what is no zip, is damaged, or has entries
    /// that no zip of a study has.
    init(path: String, limits: ExpansionLimits = ExpansionLimits()) throws {
        self.path = path
        let directory = try ZipDirectory(path: path, limit: Self.entryLimit)
        expansion = ExpansionGuard(zipSize: directory.size, limits: limits)
        guard directory.entryCount <= Self.entryLimit else {
            throw BundleError(.tooManyEntries(most: Self.entryLimit), file: path)
        }
        if let name = directory.nameWithNUL { throw BundleError(.nulInName(name), file: path) }
        let entries = directory.entryCount == 0 ? [] : try Self.entries(path)
        let folder = Self.commonFolder(entries.map(\.name.parts))
        var found: [String: Found] = [:]
        var passedOver: [String] = []
        for entry in entries {
            let name = entry.name.parts.dropFirst(folder == nil ? 0 : 1).joined(separator: "/")
            if isBundleFile(name) {
                found[name] = entry.found
            } else {
                passedOver.append(name)
            }
        }
        self.found = found
        files = found.keys.sorted()
        self.passedOver = passedOver.sorted()
    }

    func size(of file: String) -> Int64? { found[file]?.declaredSize }

    func open(_ file: String) throws -> any ByteStream {
        guard let found = found[file] else { throw BundleError(.missingFile, file: file) }
        let reader = try ArchiveReader(path: path)
        for _ in 0..<found.position { _ = try reader.next() }
        guard try reader.next()?.name == found.rawName else { throw BundleError(.changedZip, file: path) }
        return EntryStream(reader, file: file, expansion: expansion)
    }

    /// The plain files of the zip that are not hidden, after every entry has been looked at.
    private static func entries(_ path: String) throws -> [(name: ArchiveEntryName, found: Found)] {
        let reader = try ArchiveReader(path: path)
        var problems = ProblemList(limit: 100)
        var entries: [(name: ArchiveEntryName, found: Found)] = []
        var names: Set<[String]> = []
        var position = 0
        while let entry = try reader.next() {
            let name = ArchiveEntryName(entry.name)
            func refuse(_ sentence: Sentence) { problems.add({ sentence }, file: path, line: nil) }
            if name.leadsOut { refuse(.outsideEntry(name.text)) }
            if !entry.isPlain, !entry.isFolder { refuse(.linkEntry(name.text)) }
            if entry.isPlain, !name.isIgnored {
                if entry.isEncrypted { refuse(.encryptedEntry(name.text)) }
                if !names.insert(name.parts).inserted { refuse(.sameName(name.text)) }
                let found = Found(position: position, rawName: entry.name, declaredSize: entry.declaredSize)
                entries.append((name, found))
            }
            position += 1
        }
        guard problems.isEmpty else { throw BundleError(problems) }
        return entries
    }

    /// The one folder in which everything lies, as it does when a folder is zipped from outside.
    private static func commonFolder(_ names: [[String]]) -> String? {
        guard let first = names.first?.first, first != "instruments" else { return nil }
        return names.allSatisfy { $0.count > 1 && $0[0] == first } ? first : nil
    }
}

/// The bytes of one entry as they are unpacked.
private final class EntryStream: ByteStream {
    private let reader: ArchiveReader
    private let file: String
    private let expansion: ExpansionGuard
    private var position: Int64 = 0

    init(_ reader: ArchiveReader, file: String, expansion: ExpansionGuard) {
        self.reader = reader
        self.file = file
        self.expansion = expansion
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try reader.read(into: buffer, file: file)
        position += Int64(count)
        if let sentence = expansion.advance(file, to: position) { throw BundleError(sentence, file: file) }
        return count
    }
}
