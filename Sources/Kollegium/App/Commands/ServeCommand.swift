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

    @Option(help: "The port to listen at; 0 for a free one. (default: KOLLEGIUM_PORT, else 8080)")
    var port: Int?

    @Option(
        help: ArgumentHelp(
            "The address to listen at; a proxy in front of it speaks to the world. (default: KOLLEGIUM_ADDRESS, else 127.0.0.1)",
            valueName: "address"))
    var host: String?

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            var environment = ProcessInfo.processInfo.environment
            if let port {
                environment[SettingKey.port.variable] = String(try port == 0 ? FreePort.find() : port)
            }
            if let host { environment[SettingKey.address.variable] = host }
            let settings = try Settings(environment)
            let database = try await place.databaseToServe()
            let site = try Site(
                database: database, clock: .system, settings: settings, folder: place.folder)
            console.remark(
                Sentence(
                    sv: "Kollegium finns på \(settings.publicURL).",
                    en: "Kollegium is at \(settings.publicURL)."))
            try await serve(site, at: .hostname(settings.address, port: settings.port))
        }
    }
}

/// Serves until the program is told to end; running requests are then finished, and a letter that is being handed over
/// is handed over.
func serve(_ site: Site, at address: BindAddress) async throws {
    let services: [any Service] = [
        Postman(
            database: site.database, settings: try site.mail, clock: site.clock.now,
            quiet: QuietTime(zone: site.settings.zone), logger: site.logger),
        Housekeeping(site: site),
        WaveClock(site: site),
        UploadReading(site: site),
        ResearchWriting(site: site),
    ]
    let application = buildApplication(site, address: address, services: services)
    try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    try await site.database.close()
}
