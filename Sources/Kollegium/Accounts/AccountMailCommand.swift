import ArgumentParser
import Storage

struct AccountMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Lists messages that failed, or may not have gone out.",
        discussion: """
            Example: kollegium account mail
                     kollegium account mail --again 17
            """)

    @Option(help: ArgumentHelp("Send an uncertain one once more, by its number.", valueName: "number"))
    var again: Int64?

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            if let again {
                let database = try await place.databaseToChange()
                let now = CommandClock.now
                let isSent = try await database.write { db in
                    try MessageStore(db: db).sendAgain(again, now: now)
                }
                try await database.close()
                guard isSent else { throw AccountRefusal.noSuchMessage(again) }
                return console.remark(
                    Sentence(sv: "Meddelandet går iväg igen.", en: "The message goes out once more."))
            }
            let database = try await place.databaseToRead()
            let troubled = try await database.read { db in try MessageStore(db: db).troubled() }
            let language = console.language
            guard !troubled.isEmpty else {
                return console.remark(
                    Sentence(sv: "Inget meddelande behöver ses över.", en: "No message needs looking after."))
            }
            var table = TextTable([
                .init(heading: Sentence(sv: "Nr", en: "No.")(language), side: .right),
                .init(heading: Sentence(sv: "Till", en: "To")(language), side: .left, most: 28),
                .init(heading: Sentence(sv: "Läge", en: "State")(language), side: .left, most: 9),
                .init(heading: Sentence(sv: "Skäl", en: "Reason")(language), side: .left, most: 32),
            ])
            for message in troubled {
                let state =
                    message.state == MessageState.failed.rawValue
                    ? Sentence(sv: "ej skickat", en: "failed") : Sentence(sv: "osäkert", en: "uncertain")
                table.add([String(message.id), message.recipient, state(language), message.failure ?? "–"])
            }
            console.result(table.lines().joined(separator: "\n"))
        }
    }
}
