import Foundation
import Logging

/// How the server is to run. docs/running.md has a table of them.
struct Settings: Sendable {
    /// Where the data lies, where options of the command say nothing.
    let database: String?
    let data: String?

    let address: String
    let port: Int
    /// `https://kollegium.example.se`, without a slash at the end: what links in mail begin with.
    let publicURL: String
    /// The zone whose day is “today”, and in which times are told.
    let zone: TimeZone
    let trustedProxies: TrustedProxies
    let logLevel: Logger.Level
    let metrics: MetricsDoor
    let mail: Mail
    /// In bytes.
    let largestForm: Int
    let largestUpload: Int
    let requestTime: Duration
    let connections: Int
    /// How many passwords are tried at once; each takes 128 MB.
    let passwordHashes: Int
    let sessionIdle: Duration
    let sessionLength: Duration

    var isSecure: Bool { publicURL.hasPrefix("https://") }

    var sessions: SessionLengths {
        SessionLengths(
            idle: sessionIdle.components.seconds * 1000, whole: sessionLength.components.seconds * 1000)
    }

    /// For the largest upload at 50 kB/s, which is a slow line.
    var uploadTime: Duration { requestTime + .seconds(largestUpload / 50_000) }

    enum Mail: Sendable, Equatable {
        /// A program and its arguments, which takes a message on standard input.
        case command([String], sender: String)
        /// `smtp://` or `smtps://`, with name and password where the relay asks for them.
        case relay(String, sender: String)
        /// A folder of the data, where messages stay.
        case outbox
    }

    /// - Parameter environment: Of the process; `KOLLEGIUM_SETTINGS` in it names the file.
    /// - Throws: `SettingsError` with everything that is wrong.
    init(_ environment: [String: String]) throws {
        let reading = SettingsReading(environment)
        database = reading.text(.database)
        data = reading.text(.data)
        address = reading.address()
        port = reading.number(.port, 1...65_535, default: 8_080)
        let host = address.contains(":") ? "[\(address)]" : address
        publicURL = reading.publicURL(default: "http://\(host)" + (port == 80 ? "" : ":\(port)"))
        zone = reading.zone()
        trustedProxies = reading.trustedProxies()
        logLevel = reading.logLevel()
        metrics = reading.metrics()
        mail = reading.mail()
        largestForm = reading.number(.largestForm, 16...16_000, default: 256) * 1_000
        largestUpload = reading.number(.largestUpload, 1...4_000, default: 200) * 1_000_000
        requestTime = .seconds(reading.number(.requestSeconds, 1...600, default: 30))
        connections = reading.number(.connections, 10...100_000, default: 2_000)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        passwordHashes = reading.number(.passwordHashes, 1...64, default: min(max(1, cores / 2), 64))
        sessionIdle = .seconds(3_600 * reading.number(.sessionIdleHours, 1...168, default: 12))
        sessionLength = .seconds(86_400 * reading.number(.sessionDays, 1...90, default: 30))
        guard reading.problems.isEmpty else { throw SettingsError(problems: reading.problems.errors) }
    }
}

extension Settings: CustomStringConvertible, CustomReflectable {
    /// Only what nobody minds to have in a log.
    var description: String { "\(address):\(port), \(publicURL)" }
    var customMirror: Mirror { Mirror(self, children: ["settings": description]) }
}
