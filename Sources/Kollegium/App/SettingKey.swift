/// What can be set, by the name that it has in the settings file; `public-url` is `KOLLEGIUM_PUBLIC_URL` in the
/// environment.
enum SettingKey: String, CaseIterable, Sendable {
    case database, data, address, port, timezone
    case publicURL = "public-url"
    case trustedProxies = "trusted-proxies"
    case logLevel = "log-level"
    case metricsToken = "metrics-token"
    case mailCommand = "mail-command"
    case mailRelay = "mail-relay"
    case mailSender = "mail-sender"
    case largestForm = "largest-form"
    case largestUpload = "largest-upload"
    case requestSeconds = "request-seconds"
    case connections
    case passwordHashes = "password-hashes"
    case sessionIdleHours = "session-idle-hours"
    case sessionDays = "session-days"

    var variable: String { "KOLLEGIUM_" + rawValue.uppercased().replacing("-", with: "_") }

    /// Whether its value may hold a password, and so is never quoted or printed.
    var isSecret: Bool {
        switch self {
        case .database, .metricsToken, .mailRelay: true
        default: false
        }
    }

    /// The variable that names the settings file.
    static let fileVariable = "KOLLEGIUM_SETTINGS"
}
