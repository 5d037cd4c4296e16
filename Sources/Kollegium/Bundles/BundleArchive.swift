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
        /// The place of the entry in the zip.
        let position: Int
        let entry: ArchiveReader.Entry
        let name: ArchiveEntryName

        var isKept: Bool { entry.isPlain && !name.isIgnored }
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
        try Self.refuse(Self.wrongNames(directory), path)
        let entries = directory.entryCount == 0 ? [] : try Self.entries(path)
        try Self.refuse(Self.wrongEntries(entries), path)
        let kept = entries.filter(\.isKept)
        let folder = Self.commonFolder(kept.map(\.name.parts))
        var found: [String: Found] = [:]
        var passedOver: [String] = []
        for entry in kept {
            let name = entry.name.parts.dropFirst(folder == nil ? 0 : 1).joined(separator: "/")
            if isBundleFile(name) {
                found[name] = entry
            } else {
                passedOver.append(name)
            }
        }
        self.found = found
        files = found.keys.sorted()
        self.passedOver = passedOver.sorted()
    }

    func size(of file: String) -> Int64? { found[file]?.entry.declaredSize }

    func open(_ file: String) throws -> any ByteStream {
        guard let found = found[file] else { throw BundleError(.missingFile, file: file) }
        let reader = try ArchiveReader(path: path)
        for _ in 0..<found.position { _ = try reader.next() }
        guard try reader.next()?.name == found.entry.name else { throw BundleError(.changedZip, file: path) }
        return EntryStream(reader, file: file, expansion: expansion)
    }

    private static func entries(_ path: String) throws -> [Found] {
        let reader = try ArchiveReader(path: path)
        var entries: [Found] = []
        while let entry = try reader.next() {
            entries.append(Found(position: entries.count, entry: entry, name: ArchiveEntryName(entry.name)))
        }
        return entries
    }

    private static func wrongNames(_ directory: ZipDirectory) -> [Sentence] {
        directory.alteredNames.map { name in
            let text = ArchiveEntryName(name).text
            return name.contains(0) ? .nulInName(text) : .outsideEntry(text)
        }
    }

    /// What no zip of a study has.
    private static func wrongEntries(_ entries: [Found]) -> [Sentence] {
        var sentences: [Sentence] = []
        var names: Set<[String]> = []
        for found in entries {
            let (entry, name) = (found.entry, found.name)
            if name.leadsOut { sentences.append(.outsideEntry(name.text)) }
            if !entry.isPlain, !entry.isFolder { sentences.append(.linkEntry(name.text)) }
            guard found.isKept else { continue }
            if entry.isEncrypted { sentences.append(.encryptedEntry(name.text)) }
            if !names.insert(name.parts).inserted { sentences.append(.sameName(name.text)) }
        }
        return sentences
    }

    private static func refuse(_ sentences: [Sentence], _ path: String) throws {
        var problems = ProblemList(limit: 100)
        for sentence in sentences { problems.add({ sentence }, file: path, line: nil) }
        guard problems.isEmpty else { throw BundleError(problems) }
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
