import Foundation
import Logging
import Storage

/// What the web application stands on. Made once at the start; tests make it with a clock that stands still.
struct Site: Sendable {
    let database: Database
    let clock: WallClock
    let settings: Settings
    /// Where the installation keeps what is not in the database: its key, uploads, letters that no relay takes.
    let folder: String
    var templates: Templates
    let logger: Logger
    let metrics: PrometheusMetrics
    let passwords: PasswordHashing
    let formTokens: FormToken
    let key: ServerKey
    let callers = Remembered<KnownCaller.Key, KnownCaller>(limit: 5_000)
    let pages = PageMemory(limit: 1_000)
    let sheetForms = SheetForms()
    /// What a demonstration adds; nil everywhere else.
    var demo: Demo?

    /// - Parameter passwords: Where passwords are hashed; as the settings say, where none is given.
    init(
        database: Database, clock: WallClock, settings: Settings, folder: String,
        passwords: PasswordHashing? = nil
    ) throws {
        self.database = database
        self.clock = clock
        self.settings = settings
        self.folder = folder
        templates = try Templates()
        let level = settings.logLevel
        logger = Logger(label: "kollegium") { StructuredLog(label: $0, level: level, now: clock.now) }
        metrics = PrometheusMetrics(helps: RequestMetrics<WebContext>.helps)
        ProcessMetrics.add(to: metrics)
        self.passwords = try passwords ?? PasswordHashing(concurrency: settings.passwordHashes)
        key = try ServerKey(folder: folder)
        formTokens = FormToken(key)
    }

    /// Milliseconds since 1970, UTC.
    var now: Int64 { clock.now() }
    var today: Day { clock.today(in: settings.zone) }
    var isSecure: Bool { settings.isSecure }

    /// Where people reach us. A demonstration has each name of this machine, and no other.
    var origins: [String] {
        guard demo != nil else { return [settings.publicURL] }
        return ["127.0.0.1", "localhost", "[::1]"].map { "http://\($0):\(settings.port)" }
    }

    /// How letters leave.
    var mail: MailSettings {
        get throws { try MailSettings(settings.mail, folder: folder) }
    }
}
