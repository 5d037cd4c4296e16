/// How handing a message over ended.
enum MailOutcome: Sendable, Equatable {
    case sent
    /// It was not taken and may be another time: the relay does not answer, or says so.
    case notNow(String)
    /// It will never be taken: the relay knows no such address.
    case refused(String)
    /// It was on its way when the line broke: it may have been taken.
    case uncertain(String)
}

/// By which way messages leave the house.
enum MailRoute: Sendable {
    /// A command that takes a message as `sendmail -i -t` does; the first word is the program, and no shell reads them.
    case sendmail([String])
    case relay(SMTPRelay)
    /// A folder with a file for each message, for the demonstration and for whoever wants to look first.
    case outbox(String)

    /// Whether handing a message over twice is as good as once.
    var isRepeatable: Bool {
        if case .outbox = self { true } else { false }
    }

    func send(_ mail: MailFormat) async -> MailOutcome {
        switch self {
        case .sendmail(let command): await Sendmail(command: command).send(mail)
        case .relay(let relay): await relay.send(mail)
        case .outbox(let folder): Outbox(folder: folder).send(mail)
        }
    }
}

/// Who sends, and how.
struct MailSettings: Sendable {
    var route: MailRoute
    /// What stands in From.
    var sender: EmailAddress
    var senderName = "Kollegium"
}

extension MailSettings {
    /// From the installation's settings; the outbox lies in its folder.
    init(_ settings: Settings.Mail, folder: String) throws {
        let (route, sender): (MailRoute?, String) =
            switch settings {
            case .command(let words, let sender): (.sendmail(words), sender)
            case .relay(let url, let sender): (SMTPRelay(setting: url).map(MailRoute.relay), sender)
            case .outbox: (.outbox(folder + "/outbox"), "kollegium@localhost.localdomain")
            }
        guard let route else { throw Unusable.relay }
        guard let address = EmailAddress(sender) else { throw AccountRefusal.notAnAddress(sender) }
        self.init(route: route, sender: address)
    }
}

extension MailSettings {
    /// What the settings have let through and mail cannot use.
    enum Unusable: Error {
        case relay
    }
}
