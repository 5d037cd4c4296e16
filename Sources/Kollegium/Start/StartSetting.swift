import Foundation

/// When and in which language a start page is made.
struct StartSetting: Sendable {
    let today: Day
    /// In milliseconds since 1970, UTC.
    let now: Int64
    let zone: TimeZone
    let language: Language
    /// What the open questionnaires ask.
    let sheetForms: SheetForms

    func day(of moment: Int64) -> Day { WallClock.stopped(at: moment).today(in: zone) }

    /// The day so many days after today; today at the calendar's ends.
    func day(in days: Int) -> Day { Day(number: today.number + days) ?? today }
}

extension Site {
    /// When and in which language a page is made.
    func setting(_ language: Language) -> StartSetting {
        StartSetting(
            today: today, now: now, zone: settings.zone, language: language, sheetForms: sheetForms)
    }
}

/// Something that waits for somebody: a link, what it is about, and how soon.
struct StartTask: Sendable {
    let link: Link
    let about: String
    let badge: String

    init(_ link: Link, _ about: String, badge: String) {
        self.link = link
        self.about = about
        self.badge = badge
    }
}

extension StartTask {
    /// A study that somebody has not said anything to yet.
    static func consent(_ language: Language) -> StartTask {
        StartTask(
            Link(Sentence(sv: "Säg ja eller nej", en: "Say yes or no")(language), .participation),
            Sentence(
                sv: "Du bestämmer vad dina svar får användas till.",
                en: "You decide what your answers may be used for.")(language),
            badge: Sentence(sv: "ingen brådska", en: "no hurry")(language))
    }
}

/// Something that has happened or comes, on a day.
struct StartMoment: Sendable {
    let when: String
    let words: String
    /// Where there is more.
    let link: Link?
}

extension Reach {
    /// As one is spoken to; a name that goes on with a number is no first name.
    var firstName: String {
        let parts = name.split(separator: " ")
        guard let first = parts.first, !parts.dropFirst().contains(where: { $0.contains(where: \.isNumber) })
        else {
            return name
        }
        return String(first)
    }
}

extension RoomBanner {
    static func start(_ language: Language) -> RoomBanner {
        RoomBanner(
            .mine,
            Sentence(
                sv: "Den här sidan är din. Ingen annan ser vad som väntar på dig.",
                en: "This page is yours. Nobody else sees what waits for you.")(language), language)
    }
}
