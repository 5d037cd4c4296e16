import Foundation

/// The door for a first meeting: a code on a screen or on paper, and how it is used.
struct TeamCodePage: Page {
    static let template = "team-code"
    let heading: PageHeading
    let team: String
    let mistakes: Mistakes?
    let open: Open?
    let hours: TextField
    let path: String

    /// A code that opens the team now.
    struct Open: Sendable {
        let code: String
        /// For who hears the page.
        let spelt: String
        let address: String
        let until: String
        /// Made by our code.
        let picture: String?
        /// Where it is closed.
        let path: String
    }

    init(
        _ here: TeamInHand, _ code: TeamCode?, for role: Role, site: Site, hours: String,
        _ problems: FormProblems?, _ language: Language
    ) {
        let title = Sentence(sv: "Lagkod", en: "Team code")
        var heading = PageHeading.form(title, problems, language)
        heading.trail = [Link(here.team.name, .team(here.team.publicID))]
        heading.room = RoomBanner(
            .team, for: role,
            Sentence(
                sv: "Den som har koden kan gå med i laget. Visa den bara för er som är här.",
                en: "Whoever has the code can join the team. Show it only to those who are here.")(language),
            language)
        self.heading = heading
        team = here.team.name
        mistakes = Mistakes(problems, language)
        let base = site.settings.publicURL
        open = code.map { code in
            let moment = WallClock.stopped(at: code.endsAt).today(in: site.settings.zone)
            let link = base + SiteURL.joinWith(code.letters).path
            return Open(
                code: code.grouped, spelt: code.letters.map(String.init).joined(separator: " "),
                address: base + SiteURL.join.path,
                until: language.weekdayAndDate(moment) + ", "
                    + language.clock(code.endsAt, in: site.settings.zone),
                picture: QRCode.svg(
                    text: link, label: Sentence(sv: "Leder till \(link)", en: "Leads to \(link)")(language)),
                path: SiteURL.team(here.team.publicID, .code).path)
        }
        self.hours = TextField(
            "hours", Sentence(sv: "Öppen i hur många timmar", en: "Open for how many hours"), language,
            kind: .code,
            value: hours, flaw: problems?["hours"])
        path = SiteURL.team(here.team.publicID, .code).path
    }
}
