import Crypto
import Foundation

/// A message as it goes over the wire: RFC 5322 with MIME, plain text in UTF-8.
struct MailFormat: Sendable {
    let sender: EmailAddress
    let recipient: EmailAddress
    /// What the message is known by; the same for each attempt, so that a letterbox can drop a second copy.
    let id: String
    private let lines: [String]

    /// - Returns: nil where the recipient is no address that mail can be sent to.
    init?(_ message: Message, _ settings: MailSettings) {
        guard let recipient = EmailAddress(message.recipient), recipient.isMailable,
            settings.sender.isMailable
        else {
            return nil
        }
        sender = settings.sender
        self.recipient = recipient
        let domain = settings.sender.text.split(separator: "@").last ?? "localhost"
        id = SHA256.hash(data: Data(message.key.utf8)).prefix(16).hexadecimal
        lines =
            [
                "From: \(EncodedWord.phrase(settings.senderName)) <\(sender.text)>",
                "To: <\(recipient.text)>",
                "Subject: \(EncodedWord.text(message.subject, after: 9))",
                "Date: \(Self.date(message.madeAt))", "Message-ID: <\(id)@\(domain)>", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
                "Content-Language: \(message.language.rawValue)", "Auto-Submitted: auto-generated",
                "X-Auto-Response-Suppress: All", "",
            ].flatMap { $0.components(separatedBy: "\r\n") } + QuotedPrintable.lines(message.body)
    }

    /// - Parameter newline: CRLF on the wire; programs of the system itself take LF.
    func bytes(newline: String = "\r\n") -> [UInt8] {
        Array((lines.joined(separator: newline) + newline).utf8)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The milliseconds behind what `date` wrote.
    static func time(ofDate header: String) -> Int64? {
        let parts = header.split { " :".contains($0) }
        guard parts.count == 8, let month = months.firstIndex(of: String(parts[2])),
            let date = Int(parts[1]), let year = Int(parts[3]), let hour = Int64(parts[4]),
            let minute = Int64(parts[5]), let second = Int64(parts[6]),
            let day = Day(year: year, month: month + 1, day: date)
        else { return nil }
        return ((Int64(day.number) * 24 + hour) * 60 + minute) * 60_000 + second * 1000
    }

    /// `Sun, 22 Nov 2026 05:51:18 +0000`.
    private static func date(_ milliseconds: Int64) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.weekday, .day, .month, .year, .hour, .minute, .second],
            from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        func two(_ number: Int?) -> String { String(((number ?? 0) + 100)).dropFirst().description }
        return "\(weekdays[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1]) "
            + "\(parts.year ?? 1970) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}
