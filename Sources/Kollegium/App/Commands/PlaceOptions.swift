import ArgumentParser
import Foundation
import Storage

/// Where a command finds its data, and in which language it speaks.
struct PlaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file for SQLite or a postgres:// URL. (default: KOLLEGIUM_DATABASE, else kollegium.sqlite in the data folder)",
            valueName: "file|url"))
    var database: String?

    @Option(
        help: ArgumentHelp(
            "The folder of the data. (default: KOLLEGIUM_DATA, else ./data)", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("sv or en. (default: as the environment's locale)", valueName: "sv|en"))
    var language: Language?

    var console: Console { Console(language ?? Console.surroundingLanguage()) }

    /// From the environment or the settings file. With a file that is wrong nothing is done: see `perform`.
    private static func setting(_ key: SettingKey) -> String? { SettingsReading.surrounding.text(key) }

    var folder: String { data ?? Self.setting(.data) ?? "./data" }

    var location: DatabaseLocation {
        let location = DatabaseLocation(
            database ?? (data == nil ? Self.setting(.database) : nil)
                ?? folder + "/kollegium.sqlite")
        // Two names of one file must lead to one lock.
        guard case .file(let path) = location, let real = realpath(path, nil) else { return location }
        defer { free(real) }
        return .file(String(cString: real))
    }

    private func refuseFolder() throws {
        var isFolder: ObjCBool = false
        if case .file(let path) = location,
            FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        {
            throw PlaceError.folder(path)
        }
    }

    /// Opens the database to read what is there. An older schema is brought up to date first.
    func databaseToRead() async throws -> Database {
        try refuseFolder()
        var options = Database.Options()
        options.readOnly = true
        options.connections = 1
        let database = try await Database(location, options: options)
        let found = try await database.schemaVersion()
        if found == Schema.migrations.count { return database }
        if found == 0 { throw PlaceError.notOurs(location) }
        try await database.close()
        return try await databaseToChange()
    }

    /// Opens the database for a server: with more connections, and no statement that runs for ever.
    func databaseToServe() async throws -> Database {
        var options = Database.Options()
        options.connections = 8
        options.statementTimeout = .seconds(30)
        return try await databaseToChange(options)
    }

    /// Opens the database to change it, and makes it where there is none.
    func databaseToChange() async throws -> Database {
        var options = Database.Options()
        options.connections = 2
        return try await databaseToChange(options)
    }

    private func databaseToChange(_ options: Database.Options) async throws -> Database {
        try refuseFolder()
        if case .file(let path) = location {
            let parent = (path as NSString).deletingLastPathComponent
            if !parent.isEmpty {
                try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            }
        }
        let database = try await Database(location, options: options)
        try await database.migrate(Schema.migrations)
        return database
    }

    /// Runs a command's work: a person's mistake ends in sentences, ours in an id that the log has too.
    func perform(_ work: (Console) async throws -> Void) async throws {
        do {
            try SettingsReading.surrounding.checkFile()
            try await work(console)
        } catch let exit as ExitCode {
            throw exit
        } catch {
            for line in failureLines(error, location: location, folder: folder, console.language) {
                console.remark(line)
            }
            throw ExitCode.failure
        }
    }
}

enum PlaceError: Error {
    /// A database, but none of ours.
    case notOurs(DatabaseLocation)
    case folder(String)
}

extension Language: ExpressibleByArgument {}
