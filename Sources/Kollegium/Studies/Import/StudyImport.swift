import Foundation
import Storage

/// Takes a bundle into the database: all of it or nothing.
///
/// Each file is read once, in an order in which every record refers to earlier ones. The study arrives under a
/// state that nobody sees; the last step lets it be seen and, where it replaces another, sends that away.
///
/// Unchecked, because a bundle is only ever read by the transaction that runs.
struct StudyImport: @unchecked Sendable {
    let database: Database
    let bundle: any BundleSource
    var options = Options()

    struct Options: Sendable {
        /// Takes the place of a study with the same id.
        var replaces = false
        /// Copies in short transactions, so that others can write meanwhile.
        var whileServing = false
        var now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }
        var progress: @Sendable (ImportProgress) -> Void = { _ in }
    }

    enum Outcome: Sendable {
        case imported(ImportSummary, replaced: Bool)
        case unchanged(ImportSummary)
    }

    /// How long a transaction may take from others before it steps aside, and before it should.
    static let slice: Duration = .milliseconds(250)
    /// Between two slices: a program that waits for SQLite's lock asks for it every tenth of a second.
    static let pause: Duration = .milliseconds(110)
    static let longestBlock: Duration = .seconds(5)

    func run() async throws -> Outcome {
        let inUse = options.whileServing ? nil : try BlockedWriters(database.location, bundle)
        try inUse?.refuseLongBundle()
        let lock = try await ImportLock(database.location)
        defer { lock?.release() }
        try await removeRemains()
        if let known = try await unchanged() { return .unchanged(known) }
        do {
            return try await takeIn(inUse)
        } catch ImportRefusal.unchanged(let summary) {
            return .unchanged(summary)
        }
    }

    private func takeIn(_ inUse: BlockedWriters?) async throws -> Outcome {
        if options.whileServing, case .file = database.location {
            return try await inSlices()
        }
        return try await database.write { db in
            try StudyStore(db: db).lockImports()
            let run = try ImportRun(self, db)
            while try run.advance(db, until: inUse?.deadline) { try inUse?.refuseToBlock() }
            try run.judge(db)
            let outcome = try run.welcome(db)
            if let study = outcome.leaving {
                let removal = StudyRemoval(study)
                while try removal.advance(db, until: inUse?.deadline) { try inUse?.refuseToBlock() }
            }
            return outcome.result
        }
    }

    /// Many short transactions; whatever goes wrong, what has arrived so far is sent away again.
    private func inSlices() async throws -> Outcome {
        let run = Confined<ImportRun?>(nil)
        do {
            try await database.write { db in run.value = try ImportRun(self, db) }
            var more = true
            while more {
                more = try await database.write { db in
                    try run.value?.advance(db, until: .now + Self.slice) ?? false
                }
                try await Task.sleep(for: Self.pause)
            }
            try await database.read { db in try run.value?.judge(db) }
            let outcome = try await database.write { db in try run.value?.welcome(db) }
            try await removeRemains()
            guard let outcome else { throw StorageError(.programming, "no import") }
            return outcome.result
        } catch {
            // In a task of its own: whoever cancels an import wants nothing of it to stay.
            try await Task { try await removeRemains() }.value
            throw error
        }
    }

    /// Removes what an import that was cut short, or a replaced study, has left behind.
    private func removeRemains() async throws {
        let remains = try await database.read { db in
            try StudyStore(db: db).studies([.arriving, .leaving])
        }
        for study in remains {
            let removal = Confined(StudyRemoval(study))
            var more = true
            while more {
                more = try await database.write { db in
                    try removal.value.advance(db, until: .now + Self.slice)
                }
            }
        }
    }

    /// The summary of the study that is there already, where every file of the bundle is byte for byte the one
    /// that it came from.
    private func unchanged() async throws -> ImportSummary? {
        let problems = Problems()
        guard let document = try? StudyDocument.read(bundle, problems), problems.isEmpty else { return nil }
        let code = document.code
        let known: [ImportedFile]? = try await database.read { db in
            let store = StudyStore(db: db)
            guard let study = try store.study(code), try !store.isLivedIn(study),
                let importing = try store.importing(of: study.key)
            else { return nil }
            return try store.files(of: importing)
        }
        guard let known, try Set(bundleFiles(bundle)) == Set(known.map(\.name)) else { return nil }
        for file in known where try digest(of: file.name, in: bundle) != file.sha256 { return nil }
        return ImportSummary(study: code, counts: [], notices: problems.notices)
    }
}

/// Lets a value that is used by one transaction after the other, never by two at once, pass between their
/// threads.
final class Confined<Value>: @unchecked Sendable {
    var value: Value

    init(_ value: Value) {
        self.value = value
    }
}

/// The files of a bundle that the format knows, questionnaires first by name.
func bundleFiles(_ bundle: any BundleSource) throws -> [String] {
    let tables = bundleTables.map { $0.file }
    return bundle.files.filter { file in
        file == StudyDocument.file || tables.contains(file) || isQuestionnaire(file)
    }.sorted()
}

func isQuestionnaire(_ file: String) -> Bool {
    file.hasPrefix("instruments/") && file.hasSuffix(".yaml")
}

private func digest(of file: String, in bundle: any BundleSource) throws -> String {
    let stream = DigestingStream(try bundle.open(file))
    try drain(stream)
    return stream.hex
}

/// Reads a stream to its end.
func drain(_ stream: any ByteStream) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while try stream.read(into: buffer) > 0 {}
}
