import ArgumentParser
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Storage

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the web application.",
        discussion: "Example: kollegium serve --port 8080 --data /var/lib/kollegium")

    @Option(help: "The port to listen at.")
    var port = 8080

    @Option(help: "The address to listen at; a proxy in front of it speaks to the world.")
    var host = "127.0.0.1"

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            let database = try await place.databaseToServe()
            let site = try Site(
                database: database, clock: .system, settings: Settings(), folder: place.folder)
            console.remark(
                Sentence(
                    sv: "Kollegium på http://\(host):\(port)", en: "Kollegium at http://\(host):\(port)"))
            try await serve(site, at: .hostname(host, port: port))
        }
    }
}

/// Serves until the program is told to end; running requests are then finished.
func serve(_ site: Site, at address: BindAddress) async throws {
    let application = buildApplication(site, address: address)
    try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    try await site.database.close()
}
