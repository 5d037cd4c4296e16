import ArgumentParser
import Foundation
import Storage

struct StudyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: "Imports, exports and lists studies.",
        discussion: "Example: kollegium study import Examples/five-schools",
        subcommands: [StudyImportCommand.self, StudyExportCommand.self, StudyListCommand.self])
}

struct StudyImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads a study bundle into the database, all of it or nothing.",
        discussion: "Example: kollegium study import five-schools.zip --database kollegium.sqlite")

    @Argument(help: "A bundle: a folder, or a zip of one.")
    var path: String

    @Flag(help: "Take the place of a study with the same id.")
    var replace = false

    @Flag(help: "Copy in short steps, so that a server on the same SQLite file can write meanwhile.")
    var whileServing = false

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            let bundle = try openBundle(at: path)
            let database = try await place.databaseToChange()
            var work = StudyImport(database: database, bundle: bundle)
            work.options.replaces = replace
            work.options.whileServing = whileServing
            if console.showsProgress { work.options.progress = progressLine(console) }
            let outcome: StudyImport.Outcome
            do {
                outcome = try await work.run()
                console.progress("")
            } catch {
                console.progress("")
                try? await database.close()
                throw error
            }
            try await database.close()
            tell(outcome, console)
        }
    }

    private func progressLine(_ console: Console) -> @Sendable (ImportProgress) -> Void {
        let shown = Confined(ContinuousClock.now)
        return { progress in
            guard ContinuousClock.now - shown.value > .milliseconds(100) else { return }
            shown.value = .now
            let share = progress.total > 0 ? " \(progress.done * 100 / progress.total) %" : ""
            console.progress("\(progress.file) \(console.language.grouped(progress.rows))\(share)")
        }
    }

    private func tell(_ outcome: StudyImport.Outcome, _ console: Console) {
        switch outcome {
        case .unchanged(let summary):
            let study = summary.study.excerpt
            console.result(
                Sentence(
                    sv: "”\(study)” är redan inläst; inget att ändra.",
                    en: "“\(study)” is imported already; nothing to change.")(console.language))
        case .imported(let summary, let replaced):
            for line in summary.notices.lines(console.language) { console.remark(line) }
            let study = summary.study.excerpt
            console.result(
                replaced
                    ? Sentence(sv: "”\(study)” är ersatt:", en: "“\(study)” is replaced:")(console.language)
                    : Sentence(sv: "”\(study)” är inläst:", en: "“\(study)” is imported:")(console.language))
            let width = summary.counts.map { console.language.grouped($0.rows).count }.max() ?? 0
            for count in summary.counts {
                let number = console.language.grouped(count.rows)
                console.result(
                    "  \(String(repeating: " ", count: width - number.count))\(number)  \(count.file)")
            }
        }
    }
}

struct StudyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the studies that are held.",
        discussion: "Example: kollegium study list --database kollegium.sqlite")

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            let database = try await place.databaseToRead()
            let studies = try await database.read { db in
                try StudyStore(db: db).studies([.held]).map { study in
                    (study: study, size: try TeamStore(db: db).size(of: study.programme))
                }
            }
            guard !studies.isEmpty else {
                return console.remark(
                    Sentence(
                        sv: "Ingen studie är inläst än. Läs in en med kollegium study import.",
                        en: "No study is imported yet. Import one with kollegium study import."))
            }
            let language = console.language
            var table = TextTable([
                .init(heading: Sentence(sv: "Studie", en: "Study")(language), side: .left, most: 24),
                .init(heading: Sentence(sv: "Titel", en: "Title")(language), side: .left, most: 34),
                .init(heading: Sentence(sv: "Lag", en: "Teams")(language), side: .right),
                .init(heading: Sentence(sv: "Personer", en: "People")(language), side: .right),
            ])
            for (study, size) in studies {
                table.add([
                    study.code, study.title(language), language.grouped(size.teams),
                    language.grouped(size.people),
                ])
            }
            console.result(table.lines().joined(separator: "\n"))
        }
    }
}
