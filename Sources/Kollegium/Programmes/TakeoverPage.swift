/// What taking an imported programme over means, before anybody does it: it cannot be undone.
struct TakeoverPage: Page {
    static let template = "takeover"
    let heading: PageHeading
    let title: String
    let path: String
    let back: String

    init(_ programme: ProgrammeSummary, _ language: Language) {
        heading = .programme(
            Sentence(sv: "Ta över programmet", en: "Take the programme over"), programme, language)
        title = programme.title(language)
        path = SiteURL.programme(programme.publicID, .takeover).path
        back = SiteURL.programme(programme.publicID).path
    }
}
