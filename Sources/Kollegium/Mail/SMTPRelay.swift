import Foundation

/// A relay that takes mail by SMTP, spoken to by curl. What must not be seen (the password, the message) is neither in
/// the arguments, which every account of the machine can read, nor in a log.
struct SMTPRelay: Sendable {
    /// `smtp://relay.example:587`, where encryption is begun on the way, or `smtps://relay.example:465`.
    let url: String
    var user: String?
    var password: String?
    /// Only a relay on this machine may be spoken to without encryption.
    var isPlain = false
    /// A file of certificates to trust instead of the system's.
    var certificates: String?

    func send(_ mail: MailFormat) async -> MailOutcome {
        let folder = NSTemporaryDirectory() + "kollegium-mail-" + PublicID.make()
        let file = folder + "/message"
        // curl's standard input takes the settings, so the message lies in a file, for a second and for us alone.
        guard mkdir(folder, 0o700) == 0,
            FileManager.default.createFile(
                atPath: file, contents: Data(mail.bytes()), attributes: [.posixPermissions: 0o600])
        else { return .notNow("no temporary file can be made") }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard let settings = settings(mail, file) else {
            return .notNow("the relay's settings cannot be used")
        }
        let arguments = ["--disable", "--config", "-"]
        switch await MailProgram.run("curl", arguments, input: Array(settings.utf8)) {
        case .cannotStart(let why): return .notNow("curl cannot be run: \(why)")
        case .tookTooLong: return .uncertain("curl did not end in time")
        case .killed(let signal): return .uncertain("curl was ended by signal \(signal)")
        case .ended(let status, let output, let errors): return outcome(status, output, errors)
        }
    }

    /// What curl reads: one setting a line, texts in quotes.
    private func settings(_ mail: MailFormat, _ file: String) -> String? {
        guard url.hasPrefix("smtp://") || url.hasPrefix("smtps://"), !isPlain || isOnThisMachine else {
            return nil
        }
        var settings: [(String, String?)] = [
            ("url", url), ("proto", "=smtp,smtps"), ("noproxy", "*"), ("mail-from", mail.sender.text),
            ("mail-rcpt", mail.recipient.text), ("upload-file", file), ("connect-timeout", "20"),
            ("max-time", "60"),
            ("write-out", "%{response_code} %{size_upload}"), ("silent", nil), ("show-error", nil),
        ]
        if !isPlain { settings.append(("ssl-reqd", nil)) }
        if let user {
            guard !user.contains(":") else { return nil }
            settings.append(("user", "\(user):\(password ?? "")"))
        }
        if let certificates { settings.append(("cacert", certificates)) }
        var lines: [String] = []
        for (name, value) in settings {
            guard let value else {
                lines.append(name)
                continue
            }
            // A line break would begin a setting of its own.
            guard value.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
                return nil
            }
            let escaped = value.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
                of: "\"", with: "\\\"")
            lines.append("\(name) = \"\(escaped)\"")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    var isOnThisMachine: Bool {
        let host = URLComponents(string: url)?.host ?? ""
        return ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
    }

    /// The relay's last word tells most; where there is none, whether any of the message had left.
    private func outcome(_ status: Int, _ output: String, _ errors: String) -> MailOutcome {
        if status == 0 { return .sent }
        let numbers = output.split(separator: " ").compactMap { Int($0) }
        let (code, sent) = (numbers.first ?? 0, numbers.last ?? 0)
        var said = errors.printable
        for secret in [password, user].compactMap({ $0 }) where !secret.isEmpty {
            said = said.replacingOccurrences(of: secret, with: "…")
        }
        let why = "curl ended with \(status): \(said.prefix(200))"
        // Our name and password are wrong, which is mended in the settings and not in the message.
        if status == 67 || code == 530 || code == 535 { return .notNow(why) }
        if (500..<600).contains(code) { return .refused(why) }
        if (400..<500).contains(code) { return .notNow(why) }
        return sent > 0 ? .uncertain(why) : .notNow(why)
    }
}
