import Foundation
import Logging

/// The settings that are more than a text or a number.
extension SettingsReading {
    func address() -> String {
        let usual = "127.0.0.1"
        guard let text = text(.address) else { return usual }
        guard text == "localhost" || ClientAddress(text) != nil else {
            refuse(
                .address,
                Sentence(
                    sv: "ska vara en IP-adress, som 127.0.0.1 eller ::1",
                    en: "should be an IP address, like 127.0.0.1 or ::1"))
            return usual
        }
        return text
    }

    /// Over http passwords and sessions can be read on the way, so that is for this machine alone.
    func publicURL(default usual: String) -> String {
        let text = text(.publicURL).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? usual
        let host = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        let name = host.hasPrefix("[") ? host.dropFirst().prefix { $0 != "]" } : host.prefix { $0 != ":" }
        let isHere = name == "localhost" || ClientAddress(name)?.isLoopback == true
        guard OriginCheck.origin(text) == text,
            !host.contains(where: { $0.isWhitespace || "\"'<>%,;".contains($0) }),
            text.hasPrefix("https://") || isHere
        else {
            refuse(
                .publicURL,
                Sentence(
                    sv:
                        "ska vara adressen som människor skriver, som https://kollegium.example.se, med små bokstäver och utan sökväg; http går bara på den egna maskinen",
                    en:
                        "should be the address that people type, like https://kollegium.example.se, in lower case and without a path; http is for this machine only"
                ))
            return usual
        }
        return text
    }

    func zone() -> TimeZone {
        let name = text(.timezone) ?? "Europe/Stockholm"
        guard let zone = TimeZone(identifier: name) else {
            refuse(
                .timezone,
                Sentence(
                    sv: "ska vara en tidszon, som Europe/Stockholm",
                    en: "should be a time zone, like Europe/Stockholm"))
            return .gmt
        }
        return zone
    }

    func trustedProxies() -> TrustedProxies {
        let texts = (text(.trustedProxies) ?? "").split { ", ".contains($0) }.map(String.init)
        let ranges = texts.compactMap(AddressRange.init)
        if ranges.count < texts.count {
            refuse(
                .trustedProxies,
                Sentence(
                    sv: "ska vara IP-adresser eller nät med komma emellan, som 127.0.0.1, 10.0.0.0/8",
                    en: "should be IP addresses or networks with commas between, like 127.0.0.1, 10.0.0.0/8"))
        }
        return TrustedProxies(ranges: ranges)
    }

    func logLevel() -> Logger.Level {
        guard let text = text(.logLevel) else { return .info }
        guard let level = Logger.Level(rawValue: text) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            refuse(.logLevel, Sentence(sv: "ska vara ett av \(known)", en: "should be one of \(known)"))
            return .info
        }
        return level
    }

    func metrics() -> MetricsDoor {
        guard let token = text(.metricsToken) else { return .loopback }
        if token.utf8.count < 16 || !token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            refuse(
                .metricsToken,
                Sentence(
                    sv: "ska vara minst 16 tecken av a–z, A–Z, siffror och skiljetecken",
                    en: "should be at least 16 characters of a–z, A–Z, digits and punctuation"))
        }
        return .token(token)
    }

    func mail() -> Settings.Mail {
        let command = text(.mailCommand)?.split(separator: " ").map(String.init)
        let relay = text(.mailRelay)
        guard command != nil || relay != nil else { return .outbox }
        let sender = text(.mailSender) ?? ""
        let parts = sender.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count != 2 || parts.contains(where: \.isEmpty)
            || sender.contains(where: { $0.isWhitespace || "<>,".contains($0) })
        {
            refuse(
                .mailSender,
                Sentence(
                    sv: "ska vara e-postadressen som breven kommer från, som kollegium@example.se",
                    en: "should be the e-mail address that messages come from, like kollegium@example.se"))
        }
        if command != nil, relay != nil {
            refuse(
                .mailRelay,
                Sentence(
                    sv: "och mail-command utesluter varandra; ange ett av dem",
                    en: "and mail-command exclude each other; set one of them"))
        }
        if let relay {
            if !["smtp://", "smtps://"].contains(where: { relay.hasPrefix($0) && relay.count > $0.count }) {
                refuse(
                    .mailRelay,
                    Sentence(
                        sv: "ska vara en URL, som smtps://namn:lösenord@post.example.se",
                        en: "should be a URL, like smtps://name:password@mail.example.se"))
            }
            return .relay(relay, sender: sender)
        }
        if command?.first?.hasPrefix("/") != true {
            refuse(
                .mailCommand,
                Sentence(
                    sv:
                        "ska vara ett program med hela sin sökväg och dess argument, som /usr/sbin/sendmail -i -t",
                    en:
                        "should be a program with its whole path and its arguments, like /usr/sbin/sendmail -i -t"
                ))
        }
        return .command(command ?? [], sender: sender)
    }
}
