import Foundation
import Logging
import Storage

/// What the web application stands on. Made once at the start; tests make it with a clock that stands still.
struct Site: Sendable {
    let database: Database
    let clock: WallClock
    let settings: Settings
    let templates: Templates
    let logger: Logger
    let passwords: PasswordHashing
    let formTokens: FormToken
    /// What a demonstration adds; nil everywhere else.
    var demo: Demo?

    /// Milliseconds since 1970, UTC.
    var now: Int64 { clock.now() }
    var today: Day { clock.today(in: settings.zone) }
    var isSecure: Bool { settings.isSecure }
}

extension Site {
    /// - Parameter folder: Where the installation keeps its key, and letters that no relay takes.
    init(database: Database, clock: WallClock, settings: Settings, folder: String) throws {
        self.database = database
        self.clock = clock
        self.settings = settings
        templates = try Templates()
        logger = Logger(label: "kollegium")
        passwords = try PasswordHashing()
        formTokens = FormToken(try ServerKey(folder: folder))
    }
}
