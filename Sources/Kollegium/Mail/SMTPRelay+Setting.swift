import Foundation

extension SMTPRelay {
    /// `smtps://name:password@relay.example:465`; what is between the slashes and the at sign never stands in the
    /// relay's address.
    init(_ setting: String) throws {
        guard var parts = URLComponents(string: setting) else { throw AccountRefusal.notAnAddress("…") }
        let (user, password) = (parts.user, parts.password)
        parts.user = nil
        parts.password = nil
        let isHere = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(parts.host ?? "")
        self.init(
            url: parts.string ?? "", user: user, password: password,
            isPlain: isHere && parts.scheme == "smtp" && user == nil)
    }
}
