import ArgumentParser
import Foundation
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes a consistent copy of everything, while others work.",
        discussion: "Example: kollegium backup kollegium-2026-11-21.backup")

    @Argument(help: "A new file.")
    var path: String

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            guard !FileManager.default.fileExists(atPath: path) else { throw CopyRefusal.pathIsTaken(path) }
            let database = try await place.databaseToRead()
            let unfinished = path + ".unfinished-" + PublicID.make().prefix(8)
            try refuseClosedFolder(unfinished)
            do {
                try await database.backup(to: unfinished)
                try FileManager.default.moveItem(atPath: unfinished, toPath: path)
            } catch {
                for remains in ["", "-journal", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: unfinished + remains)
                }
                throw error
            }
            console.result(
                Sentence(
                    sv: "Säkerhetskopian är skriven till \(path).", en: "The backup is written to \(path).")(
                        console.language))
        }
    }
}

extension BackupCommand {
    /// Makes the file, so that a folder that takes none is told by its own name and not by the database's.
    private func refuseClosedFolder(_ unfinished: String) throws {
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StudyExport.Refusal.notWritable(path, String(cString: strerror(errno)))
        }
        close(descriptor)
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in the place of the database.",
        discussion: "Example: kollegium restore kollegium-2026-11-21.backup --database new.sqlite")

    @Argument(help: "A file that kollegium backup wrote, on the same kind of database.")
    var path: String

    @Flag(help: "Take the place of a database that holds studies.")
    var replace = false

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            try refuseForeign()
            let database = try await place.databaseToChange()
            try await refuseUnsound(database)
            let held = try await database.read { db in try StudyStore(db: db).studies([.held]).count }
            guard held == 0 || replace else { throw CopyRefusal.holdsStudies(held) }
            try await database.restore(from: path)
            try await database.close()
            // A backup of an older version is brought up to date at once.
            let restored = try await place.databaseToChange()
            try await restored.close()
            console.result(
                Sentence(sv: "\(path) är återställd.", en: "\(path) is restored.")(console.language))
        }
    }

    /// A file that is no backup, or one for the other engine.
    private func refuseForeign() throws {
        guard access(path, R_OK) == 0 else {
            throw CopyRefusal.notReadable(path, String(cString: strerror(errno)))
        }
        guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 16) else {
            throw CopyRefusal.noBackup(path)
        }
        let mark =
            switch place.location {
            case .server: "PGDMP"
            case .file: "SQLite format 3"
            }
        guard head.starts(with: Data(mark.utf8)) else { throw CopyRefusal.noBackup(path) }
    }

    /// A backup of a newer version, or one that is damaged, is refused before anything is touched.
    private func refuseUnsound(_ database: Database) async throws {
        let found: [String]
        do {
            found = try await database.migrations(inBackup: path)
        } catch let error as StorageError where error.kind == .damaged {
            throw CopyRefusal.damaged(path)
        }
        let known = Schema.migrations.map(\.name)
        guard !found.isEmpty, found.prefix(known.count).elementsEqual(known.prefix(found.count)) else {
            throw CopyRefusal.noBackup(path)
        }
        guard found.count <= known.count else { throw CopyRefusal.newer(path, found.count) }
        guard case .file = place.location else { return }
        var options = Database.Options()
        options.readOnly = true
        let findings = try await Database(.file(path), options: options).read { db in
            guard try db.hasTable("studies") else { throw CopyRefusal.noBackup(path) }
            return try db.integrityFindings()
        }
        guard findings.isEmpty else { throw CopyRefusal.damaged(path) }
    }
}

enum CopyRefusal: Error {
    case pathIsTaken(String)
    case notReadable(String, String)
    case noBackup(String)
    case damaged(String)
    case newer(String, Int)
    case holdsStudies(Int)

    func sentence(_ language: Language) -> String {
        switch self {
        case .pathIsTaken(let path): StudyExport.Refusal.pathIsTaken(path).sentence(language)
        case .notReadable(let path, let why):
            Sentence(
                sv: "\(path.printable) går inte att läsa: \(why)",
                en: "\(path.printable) cannot be read: \(why)")(
                    language)
        case .noBackup(let path):
            Sentence(
                sv: "\(path.printable) är ingen säkerhetskopia för den här sortens databas; inget är ändrat. "
                    + "En studie läses in med study import.",
                en: "\(path.printable) is no backup for this kind of database; nothing was changed. "
                    + "A study is read by study import.")(language)
        case .damaged(let path):
            Sentence(
                sv: "\(path) är skadad; inget är ändrat. Ta en annan säkerhetskopia.",
                en: "\(path) is damaged; nothing was changed. Take another backup.")(language)
        case .newer(let path, let version):
            Sentence(
                sv:
                    "\(path) är gjord av en nyare version (schema \(version)); inget är ändrat. Uppgradera programmet.",
                en:
                    "\(path) was made by a newer version (schema \(version)); nothing was changed. Upgrade the program."
            )(
                language)
        case .holdsStudies(let count):
            Sentence(
                sv:
                    "Databasen innehåller redan studier (\(count)); inget är ändrat. --replace låter kopian ta dess plats.",
                en:
                    "The database holds studies already (\(count)); nothing was changed. --replace lets the backup take its place."
            )(
                language)
        }
    }
}
