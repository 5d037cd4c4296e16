import Foundation

/// (Stands in until the real one is handed over.)
struct Settings: Sendable {
    var zone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    var publicURL = "http://127.0.0.1:8080"
    var isSecure: Bool { publicURL.hasPrefix("https:") }
    var sessions = SessionLengths()
    var trustedProxies = TrustedProxies(ranges: [])
}
