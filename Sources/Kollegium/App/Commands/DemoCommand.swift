import ArgumentParser
import Foundation
import Hummingbird
import Storage

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serves the five-team study with made-up people, on this machine alone.",
        discussion: """
            Example: kollegium demo --today 2014-06-10

            Makes a fresh data folder each time. On the first page one chooses whom to be.
            """)

    @Option(help: "The port to listen at; 0 for a free one.")
    var port = 8080

    @Option(help: "The day on which the demonstration takes place.")
    var today = Day(year: 2015, month: 6, day: 12)!

    @Option(
        help: ArgumentHelp(
            "The study to show. (default: Examples/five-schools, here or beside the program)",
            valueName: "bundle"))
    var study: String?

    @Option(
        help: ArgumentHelp(
            "The folder of the data; what lies there from an earlier demonstration goes. (default: ./data/demo)",
            valueName: "folder"))
    var data = "./data/demo"

    @Option(help: ArgumentHelp("sv or en. (default: as the environment's locale)", valueName: "sv|en"))
    var language: Language?

    func run() async throws {
        let console = Console(language ?? Console.surroundingLanguage())
        do {
            let port = try port == 0 ? FreePort.find() : port
            let site = try await DemoSite(
                folder: data, study: study ?? DemoSite.example(), today: today, port: port
            ).site()
            console.result(
                Sentence(
                    sv: "Visningen finns på http://127.0.0.1:\(port) – avsluta med Ctrl-C.",
                    en: "The demonstration is at http://127.0.0.1:\(port) – end it with Ctrl-C.")(
                        console.language))
            try await serve(site, at: .hostname("127.0.0.1", port: port))
        } catch let error as ExitCode {
            throw error
        } catch {
            let location = DatabaseLocation.file(data + "/kollegium.sqlite")
            for line in failureLines(error, location: location, folder: data, console.language) {
                console.remark(line)
            }
            throw ExitCode.failure
        }
    }
}

extension Day: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
