import Foundation
import Logging
import Storage

/// A site for a demonstration, made anew: the study, the people whom one can be, and a clock of its own.
struct DemoSite {
    let folder: String
    let study: String
    let today: Day
    let port: Int

    /// What the folder holds besides a demonstration's own files; it is then none to be made anew.
    struct NotADemo: Error, Equatable {
        let folder: String

        var sentence: Sentence {
            Sentence(
                sv:
                    "\(folder.printable) innehåller annat än en visning, och det är inte vårt att ta bort. Ange en annan mapp med --data.",
                en:
                    "\(folder.printable) holds something else than a demonstration, which is not ours to remove. Name another folder with --data."
            )
        }
    }

    private static let mark = "demonstration"

    func site() async throws -> Site {
        try makeFolder()
        var options = Database.Options()
        options.connections = 4
        let database = try await Database(.file(folder + "/kollegium.sqlite"), options: options)
        try await database.migrate(Schema.migrations)
        _ = try await StudyImport(database: database, bundle: openBundle(at: study)).run()
        // What is set for an installation is none of a demonstration's business.
        let settings = try Settings([SettingKey.port.variable: String(port)])
        let clock = WallClock.going(from: today, in: settings.zone)
        var site = try Site(database: database, clock: clock, settings: settings, folder: folder)
        let (today, now) = (today, clock.now())
        let cast = try await database.write { db -> [Demo.Member] in
            guard let study = try StudyStore(db: db).studies([.held]).first else { return [] }
            return try DemoCast(
                db: db, programme: study.programme, organisation: ProgrammeStore(db: db).organisation(),
                today: today, now: now
            ).enter()
        }
        site.demo = Demo(cast: cast, outbox: folder + "/outbox")
        return site
    }

    /// A fresh folder. What an earlier demonstration left goes; anything else is not ours to remove.
    private func makeFolder() throws {
        let files = FileManager.default
        let lying = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        if !lying.isEmpty {
            guard lying.contains(Self.mark) else { throw NotADemo(folder: folder) }
            try files.removeItem(atPath: folder)
        }
        try files.createDirectory(atPath: folder + "/outbox", withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: folder + "/" + Self.mark))
    }

    /// The example: in the folder where one stands, or in one above the program's.
    static func example() -> String {
        let name = "Examples/five-schools"
        var folders = [FileManager.default.currentDirectoryPath]
        var above = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<6 {
            above.deleteLastPathComponent()
            folders += [above.path, above.path + "/share/kollegium"]
        }
        let found = folders.first { FileManager.default.fileExists(atPath: $0 + "/" + name + "/study.yaml") }
        return found.map { $0 + "/" + name } ?? name
    }
}
