import Foundation

/// What is written to somebody, before it is in a language. Times in milliseconds since 1970, zones as in the
/// programme's.
enum Letter: Sendable {
    /// - Parameter link: the whole URL.
    case signInLink(link: String, minutes: Int)
    case invitation(InvitationWords, link: String, days: Int)
    case questionnaire(WaveWords, link: String)
    /// - Parameter team: by its name and the school's.
    case joining(link: String, team: String, hours: Int)
    /// - Parameter isFirst: the account had none before.
    case passwordChanged(isFirst: Bool, at: Int64, zone: TimeZone)
    case oneTimeCodesChanged(on: Bool, at: Int64, zone: TimeZone)
    /// To a new address, which its link proves.
    case addressProof(link: String, minutes: Int)
    /// To the old address.
    case addressChanged(to: String, at: Int64, zone: TimeZone)
    case newDevice(device: String, at: Int64, zone: TimeZone)

    var subject: Sentence {
        switch self {
        case .signInLink:
            Sentence(sv: "Din länk för att logga in i Kollegium", en: "Your link to sign in to Kollegium")
        case .invitation: Sentence(sv: "Du är inbjuden till Kollegium", en: "You are invited to Kollegium")
        case .questionnaire(let words, _): words.subject
        case .joining: Sentence(sv: "Gå med i ditt arbetslag i Kollegium", en: "Join your team in Kollegium")
        case .passwordChanged(let isFirst, _, _):
            isFirst
                ? Sentence(
                    sv: "Du har valt ett lösenord i Kollegium", en: "You have set a password in Kollegium")
                : Sentence(
                    sv: "Ditt lösenord i Kollegium är ändrat", en: "Your password in Kollegium was changed")
        case .oneTimeCodesChanged(let on, _, _):
            on
                ? Sentence(
                    sv: "Engångskoder är påslagna i Kollegium",
                    en: "One-time codes are turned on in Kollegium")
                : Sentence(
                    sv: "Engångskoder är avslagna i Kollegium",
                    en: "One-time codes are turned off in Kollegium")
        case .addressProof:
            Sentence(sv: "Bekräfta din nya adress i Kollegium", en: "Confirm your new address in Kollegium")
        case .addressChanged:
            Sentence(sv: "Din adress i Kollegium är bytt", en: "Your address in Kollegium was changed")
        case .newDevice:
            Sentence(sv: "Ny inloggning i Kollegium", en: "A new sign-in to Kollegium")
        }
    }

    var body: Sentence {
        switch self {
        case .signInLink(let link, let minutes):
            Sentence(
                sv: """
                    Hej,

                    här är länken som du bad om. Öppna den och tryck på Logga in:

                    \(link)

                    Den fungerar en gång, inom \(minutes) minuter. Skicka den inte vidare: den som har länken kommer in
                    som du.

                    Har du inte bett om den behöver du inte göra något.
                    """,
                en: """
                    Hello,

                    here is the link that you asked for. Open it and press Sign in:

                    \(link)

                    It works once, within \(minutes) minutes. Do not pass it on: whoever has the link comes in as you.

                    If you did not ask for it, you need not do anything.
                    """)
        case .invitation(let words, let link, let days): words.body(link: link, days: days)
        case .questionnaire(let words, let link): words.body(link: link)
        case .joining(let link, let team, let hours):
            Sentence(
                sv: """
                    Hej,

                    någon, förmodligen du, vill gå med i \(team) med den här adressen. Öppna länken och tryck på Gå med:

                    \(link)

                    Den fungerar en gång, inom \(hours) timmar.

                    Var det inte du behöver du inte göra något.
                    """,
                en: """
                    Hello,

                    somebody, probably you, wants to join \(team) with this address. Open the link and press Join:

                    \(link)

                    It works once, within \(hours) hours.

                    If it was not you, you need not do anything.
                    """)
        case .passwordChanged(let isFirst, let at, let zone):
            Sentence(
                sv: """
                    Hej,

                    ett lösenord \(isFirst ? "sattes" : "byttes") för ditt konto \(when(at, zone, .sv)). Alla andra inloggningar är avslutade.

                    \(alarm.sv)
                    """,
                en: """
                    Hello,

                    \(isFirst ? "a password was set" : "the password was changed") for your account on
                    \(when(at, zone, .en)). All other sessions have ended.

                    \(alarm.en)
                    """)
        case .oneTimeCodesChanged(let on, let at, let zone):
            Sentence(
                sv: """
                    Hej,

                    engångskoder slogs \(on ? "på" : "av") för ditt konto \(when(at, zone, .sv)). Alla andra
                    inloggningar är avslutade.

                    \(alarm.sv)
                    """,
                en: """
                    Hello,

                    one-time codes were turned \(on ? "on" : "off") for your account on \(when(at, zone, .en)).
                    All other sessions have ended.

                    \(alarm.en)
                    """)
        case .addressProof(let link, let minutes): Self.addressProof(link, minutes)
        case .addressChanged(let new, let at, let zone): Self.addressChanged(new) { when(at, zone, $0) }
        case .newDevice(let device, let at, let zone):
            Sentence(
                sv: """
                    Hej,

                    någon loggade in på ditt konto \(when(at, zone, .sv)), från en webbläsare som inte använts
                    förut: \(device == "–" ? "okänd" : device).

                    Var det du behöver du inte göra något. \(alarm.sv)
                    """,
                en: """
                    Hello,

                    somebody signed in to your account on \(when(at, zone, .en)), from a browser not used
                    before: \(device == "–" ? "unknown" : device).

                    If it was you, you need not do anything. \(alarm.en)
                    """)
        }
    }

    private var alarm: Sentence {
        Sentence(
            sv:
                "Var det inte du: logga in, byt lösenord under Ditt konto, och säg till den som sköter Kollegium hos er.",
            en:
                "If it was not you: sign in, change your password under Your account, and tell whoever runs Kollegium "
                + "where you are.")
    }

    /// `3 sep 2013 14:05`, without the no-break spaces that a page would have.
    private func when(_ at: Int64, _ zone: TimeZone, _ language: Language) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: Double(at) / 1000))
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let date = Day(year: year, month: month, day: day), let hour = parts.hour,
            let minute = parts.minute
        else { return "–" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = two(hour) + (language == .sv ? "." : ":") + two(minute)
        return language.date(date).replacingOccurrences(of: "\u{A0}", with: " ")
            + (language == .sv ? " kl. " : " at ") + clock
    }
}
