import Foundation

extension SMTPRelay {
    /// From one URL, as settings have it: `smtp://name:password@relay.example:587`. Name and password are taken out of
    /// it, percent-decoded. A relay on this machine that asks for no name is spoken to without encryption, because it
    /// mostly has no certificate.
    ///
    /// - Returns: nil for what is no URL of SMTP.
    init?(setting: String) {
        guard var parts = URLComponents(string: setting), ["smtp", "smtps"].contains(parts.scheme),
            let host = parts.host, !host.isEmpty
        else { return nil }
        let (user, password) = (parts.user, parts.password)
        parts.user = nil
        parts.password = nil
        guard let url = parts.string else { return nil }
        self.init(url: url, user: user, password: password)
        isPlain = parts.scheme == "smtp" && user == nil && isOnThisMachine
    }
}
