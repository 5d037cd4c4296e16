import ArgumentParser
import Foundation
import Storage

struct StudyExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a study as a bundle, or as a copy for research.",
        discussion: """
            Example: kollegium study export five-schools copy.zip

            A study that people live in is written for research: a table for each questionnaire, of those who said yes, \
            under pseudonyms. All of it, with names, is written where --whole asks for it.
            """)

    @Argument(help: "The study's id.")
    var id: String

    @Argument(help: "A new folder, or a new zip where it ends in .zip.")
    var path: String

    @Flag(help: "Write the whole study with names, also of one that people live in.")
    var whole = false

    @Flag(help: "In a copy for research: take free text along.")
    var texts = false

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            let database = try await place.databaseToRead()
            let code = id.precomposedStringWithCanonicalMapping
            let export = StudyExport(database: database, code: code)
            let lived = try await database.read { db in
                try StudyStore(db: db).study(code).flatMap {
                    try StudyStore(db: db).isLivedIn($0) ? $0 : nil
                }
            }
            guard let lived, !whole else {
                try await export.write(to: path)
                return console.result(
                    Sentence(
                        sv: "”\(id.excerpt)” är skriven till \(path.printable).",
                        en: "“\(id.excerpt)” is written to \(path.printable).")(console.language))
            }
            try await research(export, lived, database, console)
        }
    }

    private func research(
        _ export: StudyExport, _ study: Study, _ database: Database, _ console: Console
    ) async throws {
        let zone = try await database.read { db in
            try StudyStore(db: db).details(of: study.key).flatMap { TimeZone(identifier: $0.timezone) }
        }
        let copy = ResearchCopy(
            database: database, study: study, key: try ServerKey(folder: place.folder),
            language: console.language, hasTexts: texts, now: WallClock.system.now(),
            today: WallClock.system.today(in: zone ?? .gmt))
        let written = try await export.write(copy, to: path)
        console.result(
            Sentence(
                sv:
                    "”\(id.excerpt)” är skriven till \(path.printable) för forskning. Hela studien, med namn, skrivs med --whole.",
                en:
                    "“\(id.excerpt)” is written to \(path.printable) for research. The whole study, with names, is written by --whole."
            )(console.language))
        for (questionnaire, people) in written {
            let count = console.language.grouped(people)
            console.result(
                Sentence(
                    sv: "  \(count) personer som sade ja, i \(questionnaire.printable)",
                    en: "  \(count) people who said yes, in \(questionnaire.printable)")(console.language))
        }
    }
}
